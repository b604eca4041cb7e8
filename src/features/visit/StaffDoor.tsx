import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DoorConsent, DoorView } from '../../../contract/door'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { ConsentCard } from './ConsentCard'
import { DoorPast } from './DoorPast'
import { notSentWords } from './doorWording'
import { HomeVisitCard } from './HomeVisitCard'
import { SendForm } from './SendForm'

interface Props {
  committeeId: string
  householdId: string | undefined
  demandId: string | undefined
}

/** The door of a household for those who serve it: its word first, then what may be done. */
export function StaffDoor({ committeeId, householdId, demandId }: Props) {
  const read = useRead(['visit', 'door'], { committeeId, ...(householdId ? { householdId } : { demandId }) })
  const [newer, setNewer] = useState<DoorView | null>(null)
  const [said, setSaid] = useState('')
  const done = (door: DoorView, words: string) => { setNewer(door); setSaid(words) }
  const go = useCommand(['visit', 'sendToDoor'], { onDone: ({ door, vetoed }) => { go.reset(); done(door, vetoed ? '已经不在同意的时间里，没有安排。' : '约好了，按这户同意的人和时间去。') } })
  const door = newer ?? read.data
  const plan = ({ id: consentId, who, purpose, fromAt, untilAt }: DoorConsent) => go.send({ committeeId, householdId: door!.householdId, who, purpose, fromAt, untilAt, consentId }, `${who}上门`)
  const waits = door?.consents.some(({ state, over }) => state === 'asked' && !over)
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again} empty={read.refusal !== null && <Empty icon='door' title='没有找到这户' note='可能没有写门牌，或者不归您这一块管。' />}>
      {door && (
        <View className='stack'>
          <Heading level={2} size='title'>{door.label}</Heading>
          {door.declines && <Note tone='lamp' icon='door'>这户请不要上门。用小程序消息；一定要去，先问这户。</Note>}
          {said !== '' && <Note tone='pine'>{said}</Note>}
          {go.refusal && <Note tone='brick'>{notSentWords(go.refusal)}</Note>}
          {door.consents.map((consent) => <ConsentCard key={consent.id} committeeId={committeeId} consent={consent} onAnswered={setNewer} onGo={plan} busy={go.state === 'sending'} />)}
          {door.visits.map((visit) => <HomeVisitCard key={visit.id} committeeId={committeeId} visit={visit} onEnded={(after, vetoed) => done(after, vetoed ? '同意的时间过了，不能再记作去过。这一次记下来给这户看。' : '记下了。')} />)}
          {!waits && <Section title={door.declines ? '问问这户' : '请人上门'} />}
          {!waits && <SendForm key={door.consents.length + door.visits.length} committeeId={committeeId} householdId={door.householdId} demandId={demandId} declines={door.declines} onDone={done} />}
          <DoorPast attempts={door.attempts} />
        </View>
      )}
    </Loadable>
  )
}
