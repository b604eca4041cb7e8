import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { CalendarBoard } from '../../features/organization/CalendarBoard'

export default function CalendarPage() {
  return <StaffPage title='工作日历' at='calendar' wholeOnly>{({ id }) => <CalendarBoard key={id} committeeId={id} />}</StaffPage>
}
