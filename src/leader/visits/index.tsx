import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { HostedVisits } from '../../features/visit/HostedVisits'
import { useRoute } from '../../routes'

export default function VisitsPage() {
  const { door } = useRoute('leader/visits')
  return <StaffPage title='走访' at='visits'>{({ id }) => <HostedVisits key={id} committeeId={id} door={door} />}</StaffPage>
}
