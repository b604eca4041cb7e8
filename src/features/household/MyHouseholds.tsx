import { useState } from 'react'
import type { OwnJoinRequest } from '../../../contract/account'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { shortDay } from '../../ui/dates'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { HouseholdCard } from './HouseholdCard'
import { OwnRequests } from './OwnRequests'

export function MyHouseholds({ requests }: { requests: readonly OwnJoinRequest[] }) {
  const { data, waiting, failed, offlineSince, again } = useRead(['household', 'mine'], {})
  const join = () => go('resident/join-household', {})
  const [left, setLeft] = useState('')
  const none = data?.items.length === 0
  const gone = (label: string) => {
    setLeft(label)
    again()
  }
  return (
    <>
      {left !== '' && <Note tone='pine'>{`您离开了 ${left}，块长会知道。说过的事还在“我说的事”里。`}</Note>}
      {data?.departed.map(({ label, at, by, why }) => (
        <Note key={`${label}${at}`} icon='door'>{`${shortDay(at)}，${by ?? '居委会'}把您从 ${label} 移出了：${why}。弄错了的话，跟居委会说一声，或者再加入一次。`}</Note>
      ))}
      <OwnRequests requests={requests} />
      <Loadable
        waiting={waiting}
        failed={failed}
        offlineSince={offlineSince}
        onAgain={again}
        empty={none && requests.length === 0 && (
          <Empty icon='door' title='您还没有入户' note='入了户，说的事直接到您那一块的块长手里' action={{ word: '加入一户', onTap: join }} />
        )}
      >
        {data?.items.map((household) => <HouseholdCard key={household.membership.householdId} household={household} onLeft={gone} />)}
        {data && <Button wide look='plain' icon='plus' onTap={join}>{none ? '加入一户' : '再加入一户'}</Button>}
      </Loadable>
    </>
  )
}
