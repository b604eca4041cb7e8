import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { DutyBoard } from '../../features/organization/DutyBoard'

export default function DutyPage() {
  return <StaffPage title='接待排班' at='duty' wholeOnly>{({ id }) => <DutyBoard key={id} committeeId={id} />}</StaffPage>
}
