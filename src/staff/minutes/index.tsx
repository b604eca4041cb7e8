import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { MinutesSheet } from '../../features/meeting/MinutesSheet'
import { useRoute } from '../../routes'

export default function MinutesPage() {
  const { committeeId, meetingId = '' } = useRoute('staff/minutes')
  return <StaffPage title='会议记录' at='meetings' wholeOnly>{({ id }) => <MinutesSheet committeeId={committeeId ?? id} meetingId={meetingId} />}</StaffPage>
}
