import { DemonstrationLink } from '../../features/account/DemonstrationLink'
import { MeHead } from '../../features/account/MeHead'
import { OwnMenu, ServingMenu, SettingsMenu } from '../../features/account/MeMenu'
import { VisitorCard } from '../../features/account/VisitorCard'
import { useHome } from '../../features/account/useHome'
import { MyWish } from '../../features/household/MyWish'
import { CallMe } from '../../features/notice/CallMe'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function MePage() {
  const { data: home, waiting, failed, offlineSince, again } = useHome()
  return (
    <Page title='我的' tab='me'>
      <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again}>
        {home?.me && (
          <>
            <MeHead me={home.me} />
            {home.me.memberships.length > 0 && <MyWish />}
            <ServingMenu home={home} />
            {home.tasks && <CallMe />}
            <OwnMenu home={home} />
          </>
        )}
        {home && !home.me && <VisitorCard phone={home.committee.phone} />}
      </Loadable>
      <SettingsMenu />
      {home?.me && <DemonstrationLink />}
    </Page>
  )
}
