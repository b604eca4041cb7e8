import '../../ui/icons-staff.scss'
import { Overview } from '../../features/demand/Overview'
import { StaffPage } from '../../features/demand/StaffPage'

export default function OverviewPage() {
  return <StaffPage title='总览' at='overview' wholeOnly>{(committee) => <Overview committee={committee} />}</StaffPage>
}
