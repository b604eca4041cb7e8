import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { MyCopy } from '../../features/rights/MyCopy'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MyCopyPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='我的信息，一份'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <MyCopy committeeId={home.me.memberships[0]?.committeeId ?? home.me.posts[0]?.committeeId ?? home.committee.id} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
