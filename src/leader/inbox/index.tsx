import '../../ui/icons-staff.scss'
import { InboxList } from '../../features/demand/InboxList'
import { PhotosHere } from '../../features/demand/photoSlots'
import { StaffPage } from '../../features/demand/StaffPage'
import { photoSlots } from '../../features/photo/photoSlots'
import { TemplatePicker } from '../../features/template/TemplatePicker'

export default function InboxPage() {
  return <PhotosHere value={photoSlots}><StaffPage title='等我办' at='inbox' split>{() => <InboxList Tools={TemplatePicker} />}</StaffPage></PhotosHere>
}
