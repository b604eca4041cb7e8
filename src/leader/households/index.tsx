import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { HouseholdList } from '../../features/household/HouseholdList'

export default function HouseholdsPage() {
  return <StaffPage title='我的住户' at='households'>{({ id }) => <HouseholdList committeeId={id} />}</StaffPage>
}
