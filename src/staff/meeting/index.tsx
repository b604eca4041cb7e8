import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { MeetingNow } from '../../features/meeting/MeetingNow'
import { MeetingPast } from '../../features/meeting/MeetingPast'
import { useRoute } from '../../routes'

export default function MeetingPage() {
  const { meetingId } = useRoute('staff/meeting')
  return (
    <StaffPage title='例会' at='meeting'>
      {({ id, wide }) => (meetingId ? <MeetingPast key={meetingId} committeeId={id} meetingId={meetingId} whole={wide} /> : <MeetingNow key={id} committeeId={id} />)}
    </StaffPage>
  )
}
