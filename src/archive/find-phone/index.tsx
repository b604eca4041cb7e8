import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { FindPhone } from '../../features/household/FindPhone'

export default function FindPhonePage() {
  return <StaffPage title='按电话找' at='households' wholeOnly>{({ id }) => <FindPhone committeeId={id} />}</StaffPage>
}
