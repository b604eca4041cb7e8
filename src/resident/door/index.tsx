import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { HomeDoor } from '../../features/visit/HomeDoor'
import { useRoute } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function DoorPage() {
  const { householdId } = useRoute('resident/door')
  const { data: home, waiting, failed, again } = useHome()
  const own = home?.me?.memberships.find((one) => !householdId || one.householdId === householdId) ?? home?.me?.memberships[0]
  return (
    <Page title='谁来我家'>
      <Loadable waiting={waiting} failed={failed} onAgain={again} empty={home?.me && !own && <Empty icon='door' title='您还没有入户' note='入了户，谁想来您家，都要先问您。' />}>
        {home && (home.me ? own && <HomeDoor key={own.householdId} committeeId={own.committeeId} householdId={own.householdId} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
