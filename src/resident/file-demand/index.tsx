import { DemandKind } from '../../../contract/demand/said'
import { useRead } from '../../api/read'
import { useChosenHome } from '../../features/account/chosenHome'
import { HomeChoice } from '../../features/account/HomeChoice'
import { SignInFirst } from '../../features/account/SignInFirst'
import { useHome } from '../../features/account/useHome'
import { FileDemand } from '../../features/demand/FileDemand'
import { NobodyThere } from '../../features/demand/NobodyThere'
import { PhotosHere } from '../../features/photo/PhotosHere'
import { useRoute } from '../../routes'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'

export default function FileDemandPage() {
  const { kind, serviceSlug = '' } = useRoute('resident/file-demand')
  const { data: home, waiting, failed, again } = useHome()
  const chosen = useChosenHome()
  const committeeId = home?.committee.id ?? ''
  const item = useRead(['service', 'get'], { committeeId, slug: serviceSlug }, { enabled: serviceSlug !== '' && home !== undefined })
  const asked = DemandKind.safeParse(kind)
  const title = asked.data === 'consultation' ? '问一问' : '说件事'

  if (!home || (serviceSlug && item.waiting)) {
    return <Page title={title}><Loadable waiting={waiting || !failed} failed={failed} onAgain={again}>{null}</Loadable></Page>
  }
  if (!home.me) return <Page title={title}><SignInFirst phone={home.committee.phone} /></Page>
  if (!home.committee.open) return <Page title={title}><NobodyThere phone={home.committee.phone} /></Page>
  return (
    <PhotosHere><FileDemand
      title={title}
      committeeId={committeeId}
      householdId={home.me.memberships.length > 1 ? (home.me.memberships.find(({ householdId }) => householdId === chosen) ?? home.me.memberships[0]!).householdId : undefined}
      choice={<HomeChoice memberships={home.me.memberships} />}
      bound={home.me.memberships.length > 0}
      phone={home.committee.phone}
      kind={asked.data}
      text={item.data && `想问“${item.data.title}”：`}
    /></PhotosHere>
  )
}
