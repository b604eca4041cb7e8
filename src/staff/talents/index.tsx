import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { TalentList } from '../../features/talent/TalentList'

export default function TalentsPage() {
  return <StaffPage title='愿意帮忙的' at='talents' wholeOnly>{({ id }) => <TalentList key={id} committeeId={id} />}</StaffPage>
}
