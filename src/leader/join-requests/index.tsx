import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { JoinRequests } from '../../features/household/JoinRequests'

export default function JoinRequestsPage() {
  return <StaffPage title='入户申请' at='joinRequests'>{() => <JoinRequests />}</StaffPage>
}
