import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { FindDoor } from '../../features/household/FindDoor'
import { ServedDoor } from '../../features/household/ServedDoor'
import { useRoute } from '../../routes'

export default function HouseholdCodePage() {
  const { committeeId, householdId } = useRoute('leader/household-code')
  return (
    <StaffPage title='入户码和住的人' at='households'>
      {({ id }) => (householdId ? <ServedDoor committeeId={committeeId ?? id} householdId={householdId} /> : <FindDoor committeeId={id} />)}
    </StaffPage>
  )
}
