import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { ComplainAboutApp } from '../../features/demand/ComplainAboutApp'
import { NobodyThere } from '../../features/demand/NobodyThere'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function ComplaintPage() {
  const { data: home, waiting, failed, again } = useHome()
  if (home?.me && home.committee.open) return <ComplainAboutApp committeeId={home.committee.id} />
  return (
    <Page title='投诉和意见'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <NobodyThere phone={home.committee.phone} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
