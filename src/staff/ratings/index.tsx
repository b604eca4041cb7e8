import '../../ui/icons-staff.scss'
import { RatingList } from '../../features/demand/RatingList'
import { StaffPage } from '../../features/demand/StaffPage'

export default function RatingsPage() {
  return <StaffPage title='居民评价' at='ratings' wholeOnly>{({ id }) => <RatingList key={id} committeeId={id} />}</StaffPage>
}
