import '../../ui/icons-staff.scss'
import { InboxList } from '../../features/demand/InboxList'
import { PhotosHere } from '../../features/demand/photoSlots'
import { StaffPage } from '../../features/demand/StaffPage'
import { useAsking } from '../../features/notice/useAsking'
import { photoSlots } from '../../features/photo/photoSlots'
import { TemplatePicker } from '../../features/template/TemplatePicker'

export default function InboxPage() {
  // Once a day and only when none is left, WeChat's question comes with the tap that opens something.
  const { ask } = useAsking('work')
  return <PhotosHere value={photoSlots}><StaffPage title='等我办' at='inbox' split>{() => <InboxList Tools={TemplatePicker} onOpening={() => void ask()} />}</StaffPage></PhotosHere>
}
