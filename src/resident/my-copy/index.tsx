import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { careWords, changeWords, openWords, tenureWords } from '../../features/household/archiveWording'
import { relationWords } from '../../features/household/wording'
import type { CopyWords } from '../../features/rights/CopySheet'
import { MyCopy } from '../../features/rights/MyCopy'
import { stateLook } from '../../features/visit/wording'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

const words: CopyWords = { relation: relationWords, tenure: tenureWords, care: careWords, opened: openWords, visit: (state) => stateLook(state, 'home').word, change: changeWords }

export default function MyCopyPage() {
  const { data: home, waiting, failed, again } = useHome()
  return (
    <Page title='我的信息，一份'>
      <Loadable waiting={waiting} failed={failed} onAgain={again}>
        {home && (home.me ? <MyCopy words={words} committeeId={home.me.memberships[0]?.committeeId ?? home.me.posts[0]?.committeeId ?? home.committee.id} /> : <SignInFirst phone={home.committee.phone} />)}
      </Loadable>
    </Page>
  )
}
