import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { FindDoor } from '../../features/household/FindDoor'
import { ServedDoor } from '../../features/household/ServedDoor'
import { useRoute } from '../../routes'

export default function HouseholdCodePage() {
  const { committeeId, householdId } = useRoute('archive/household-code')
  return (
    <StaffPage title='入户码和住的人' at='households'>
      {({ id, wide }) => (householdId ? <ServedDoor committeeId={committeeId ?? id} householdId={householdId} /> : <FindDoor committeeId={id} wide={wide} />)}
    </StaffPage>
  )
}
