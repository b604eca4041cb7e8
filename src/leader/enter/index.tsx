import '../../ui/icons-staff.scss'
import { EnterPage } from '../../features/demand/EnterPage'
import { StaffPage } from '../../features/demand/StaffPage'

export default function EnterDemandPage() {
  return <StaffPage title='代登记' at='enter'>{({ id }) => <EnterPage key={id} committeeId={id} />}</StaffPage>
}
