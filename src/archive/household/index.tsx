import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ArchivePage } from '../../features/household/ArchivePage'
import { useRoute } from '../../routes'

export default function HouseholdPage() {
  const { committeeId = '', householdId = '' } = useRoute('archive/household')
  return <StaffPage title='家庭档案' at='households'>{() => <ArchivePage committeeId={committeeId} householdId={householdId} />}</StaffPage>
}
