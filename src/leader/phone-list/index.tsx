import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { PhoneList } from '../../features/notice/PhoneList'
import { go } from '../../routes'

export default function PhoneListPage() {
  return <StaffPage title='电话告知' at='phoneList'>{() => <PhoneList onOpen={({ committeeId, demandId }) => go('leader/demand', { committeeId, demandId })} />}</StaffPage>
}
