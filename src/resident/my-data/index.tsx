import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { openWords } from '../../features/household/archiveWording'
import { MyData } from '../../features/rights/MyData'
import { OwnTalents } from '../../features/talent/OwnTalents'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MyDataPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='我的信息'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <><MyData openedWords={openWords} fallback={home.committee.open ? home.committee.id : undefined} /><OwnTalents /></> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
