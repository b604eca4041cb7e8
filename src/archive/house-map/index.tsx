import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { HouseMap } from '../../features/household/HouseMap'

export default function HouseMapPage() {
  return <StaffPage title='楼图' at='houseMap'>{({ id }) => <HouseMap key={id} committeeId={id} />}</StaffPage>
}
