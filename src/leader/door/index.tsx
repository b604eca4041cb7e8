import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { StaffDoor } from '../../features/visit/StaffDoor'
import { useRoute } from '../../routes'

export default function DoorPage() {
  const { committeeId, householdId, demandId } = useRoute('leader/door')
  return <StaffPage title='请人上门' at='demand'>{({ id }) => <StaffDoor committeeId={committeeId ?? id} householdId={householdId} demandId={demandId} />}</StaffPage>
}
