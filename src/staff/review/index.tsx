import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ReviewList } from '../../features/safety/ReviewList'

export default function ReviewPage() {
  return <StaffPage title='待审' at='review' wholeOnly>{({ id }) => <ReviewList key={id} committeeId={id} />}</StaffPage>
}
