import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { RosterBoard } from '../../features/organization/RosterBoard'

export default function RosterPage() {
  return <StaffPage title='谁在管' at='roster' wholeOnly>{({ id }) => <RosterBoard key={id} committeeId={id} />}</StaffPage>
}
