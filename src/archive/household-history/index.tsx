import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ArchiveHistory } from '../../features/household/ArchiveHistory'
import { useRoute } from '../../routes'

export default function HouseholdHistoryPage() {
  const { committeeId = '', householdId = '' } = useRoute('archive/household-history')
  return <StaffPage title='档案的改动' at='households'>{() => <ArchiveHistory committeeId={committeeId} householdId={householdId} />}</StaffPage>
}
