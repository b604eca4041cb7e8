import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { LeaveBoard } from '../../features/organization/LeaveBoard'

export default function LeavePage() {
  return <StaffPage title='我的请假' at='leave'>{({ id }) => <LeaveBoard key={id} committeeId={id} />}</StaffPage>
}
