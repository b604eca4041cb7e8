import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { MeetingList } from '../../features/meeting/MeetingList'

export default function MeetingsPage() {
  return <StaffPage title='开过的会' at='meetings'>{({ id }) => <MeetingList key={id} committeeId={id} />}</StaffPage>
}
