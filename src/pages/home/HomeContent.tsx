import type { Home } from '../../../contract/account'
import { ElderHome } from '../../features/account/ElderHome'
import { HomeActions } from '../../features/account/HomeActions'
import { ServingCard } from '../../features/account/ServingCard'
import { VisitorCard } from '../../features/account/VisitorCard'
import { DangerNote } from '../../features/demand/DangerNote'
import { DemandCards } from '../../features/demand/DemandCards'
import { WhoToFind } from '../../features/organization/WhoToFind'
import { PopularServices } from '../../features/service/PopularServices'
import { go } from '../../routes'

export function HomeContent({ home, elder }: { home: Home; elder: boolean }) {
  const own = <DemandCards cards={home.demands} more={home.openDemands - home.demands.length} />
  const serving = home.tasks && <ServingCard tasks={home.tasks} />
  const visitor = !home.me && <VisitorCard phone={home.committee.phone} />
  if (elder) return <ElderHome home={home}>{own}{serving}{visitor}</ElderHome>
  return (
    <>
      <WhoToFind className='over-hero' committee={home.committee} duty={home.duty} leader={home.leader} onWrite={() => go('resident/file-demand')} />
      {serving}
      <HomeActions home={home} />
      {own}
      {visitor}
      <PopularServices committeeId={home.committee.id} lines={home.popular} />
      <DangerNote />
    </>
  )
}
