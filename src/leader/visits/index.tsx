import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { HostedVisits } from '../../features/visit/HostedVisits'

export default function VisitsPage() {
  return <StaffPage title='走访' at='visits'>{({ id }) => <HostedVisits key={id} committeeId={id} />}</StaffPage>
}
