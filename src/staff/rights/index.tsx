import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { RightsDesk } from '../../features/rights/RightsDesk'

export default function RightsPage() {
  return <StaffPage title='个人信息' at='rights' wholeOnly>{({ id }) => <RightsDesk key={id} committeeId={id} />}</StaffPage>
}
