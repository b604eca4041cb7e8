import '../../ui/icons-staff.scss'
import { InboxList } from '../../features/demand/InboxList'
import { StaffPage } from '../../features/demand/StaffPage'
import { TemplatePicker } from '../../features/template/TemplatePicker'

export default function InboxPage() {
  return <StaffPage title='等我办' at='inbox' split>{() => <InboxList Tools={TemplatePicker} />}</StaffPage>
}
