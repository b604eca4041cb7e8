import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ServiceDesk } from '../../features/service/desk/ServiceDesk'

export default function ServicesPage() {
  return <StaffPage title='服务清单' at='services' wholeOnly split>{({ id }) => <ServiceDesk key={id} committeeId={id} />}</StaffPage>
}
