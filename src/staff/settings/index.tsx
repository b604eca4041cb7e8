import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { SettingsBoard } from '../../features/organization/SettingsBoard'

export default function SettingsPage() {
  return <StaffPage title='提醒和对口' at='settings' wholeOnly>{({ id }) => <SettingsBoard key={id} committeeId={id} />}</StaffPage>
}
