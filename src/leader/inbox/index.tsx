import '../../ui/icons-staff.scss'
import { InboxList } from '../../features/demand/InboxList'
import { StaffPage } from '../../features/demand/StaffPage'
import { useAsking } from '../../features/notice/useAsking'
import { PhotosHere } from '../../features/photo/PhotosHere'
import { TemplatePicker } from '../../features/template/TemplatePicker'

export default function InboxPage() {
  // Once a day and only when none is left, WeChat's question comes with the tap that opens something.
  const { ask } = useAsking('work')
  return <PhotosHere><StaffPage title='等我办' at='inbox' split>{() => <InboxList Tools={TemplatePicker} onOpening={() => void ask()} />}</StaffPage></PhotosHere>
}
