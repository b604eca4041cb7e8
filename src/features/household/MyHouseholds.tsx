import type { OwnJoinRequest } from '../../../contract/account'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { HouseholdCard } from './HouseholdCard'
import { OwnRequests } from './OwnRequests'

export function MyHouseholds({ requests }: { requests: readonly OwnJoinRequest[] }) {
  const { data, waiting, failed, offlineSince, again } = useRead(['household', 'mine'], {})
  const join = () => go('resident/join-household', {})
  const none = data?.items.length === 0
  return (
    <>
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
        {data?.items.map((household) => <HouseholdCard key={household.membership.householdId} household={household} />)}
        {data && <Button wide look='plain' icon='plus' onTap={join}>{none ? '加入一户' : '再加入一户'}</Button>}
      </Loadable>
    </>
  )
}
