import { useHome } from '../../features/account/useHome'
import { SignInFirst } from '../../features/account/SignInFirst'
import { MyHouseholds } from '../../features/household/MyHouseholds'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MyHouseholdPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='我家'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <MyHouseholds requests={home.me.requests} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
