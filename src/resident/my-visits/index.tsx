import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { MyVisits } from '../../features/visit/MyVisits'
import { Page } from '../../ui/Page'

export default function MyVisitsPage() {
  const { data: home } = useHome()
  const visitor = home !== undefined && home.me === null
  return <Page title='走访'>{visitor ? <SignInFirst phone={home.committee.phone} /> : <MyVisits />}</Page>
}
