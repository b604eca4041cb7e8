import { Text } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import type { Committee, Presence } from '../../../contract/organization'
import { Card } from '../../ui/Card'
import { PersonRow } from '../../ui/PersonRow'
import { presenceWords } from '../../wording'
import { leaderNote } from './wording'

interface Props {
  className?: string
  committee: Committee
  duty: Presence | null
  leader: Presence | null
  /** Opens what is said to the leader. */
  onWrite: () => void
}

/** Who receives today and who leads the block; a lit window means somebody is there. */
export function WhoToFind({ className, committee, duty, leader, onWrite }: Props) {
  const { phone } = committee
  if (!duty && !leader) return null
  return (
    <Card label='找谁' className={className}>
      {duty && (
        <PersonRow
          name={duty.staff.name}
          title={<>今天接待您的是 <Text className='nb'>{duty.staff.name}</Text></>}
          post={presenceWords(duty)}
          lit={duty.here}
          action={phone ? { icon: 'phone', label: `打电话给居委会，找${duty.staff.name}`, onTap: () => dial(phone) } : undefined}
        />
      )}
      {leader && (
        <PersonRow
          name={leader.staff.name}
          title={<>您的块长 <Text className='nb'>{leader.staff.name}</Text></>}
          post={leaderNote(leader)}
          lit={leader.here}
          action={{ icon: 'message', label: `跟${leader.staff.name}说件事`, onTap: onWrite }}
        />
      )}
    </Card>
  )
}

function dial(phoneNumber: string) {
  // A person may change their mind in the phone's own question; that is no fault.
  makePhoneCall({ phoneNumber }).catch(() => {})
}
