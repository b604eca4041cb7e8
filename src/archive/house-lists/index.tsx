import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { HouseLists } from '../../features/household/HouseLists'
import { HousesExport } from '../../features/report/HousesExport'

export default function HouseListsPage() {
  return <StaffPage title='住户名单' at='houseLists' wholeOnly>{({ id }) => <HouseLists key={id} committeeId={id} Export={HousesExport} />}</StaffPage>
}
