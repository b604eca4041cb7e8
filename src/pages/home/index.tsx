import { ElderHomeHead } from '../../features/account/ElderHome'
import { HomeChoice } from '../../features/account/HomeChoice'
import { HomeHead } from '../../features/account/HomeHead'
import { useHome } from '../../features/account/useHome'
import { committeeTitle } from '../../features/organization/wording'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'
import { useTextScale } from '../../ui/textScale'
import { HomeContent } from './HomeContent'

export default function HomePage() {
  const { data, waiting, failed, offlineSince, again } = useHome()
  const { elder } = useTextScale()
  const place = data ? committeeTitle(data.committee) : '掌心汇'
  return (
    <Page title='掌心汇' tab='home' head={elder ? <ElderHomeHead place={place} /> : <HomeHead home={data} place={place} />}>
      <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again}>
        {data?.me && <HomeChoice memberships={data.me.memberships} />}
        {data && <HomeContent home={data} elder={elder} />}
      </Loadable>
    </Page>
  )
}
