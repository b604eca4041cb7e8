import '../../ui/icons-staff.scss'
import { DeskList } from '../../features/demand/DeskList'
import { StaffPage } from '../../features/demand/StaffPage'

export default function DeskPage() {
  return <StaffPage title='接待台' at='desk' wholeOnly>{({ id }) => <DeskList committeeId={id} />}</StaffPage>
}
