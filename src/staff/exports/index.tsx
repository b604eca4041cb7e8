import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ExportLog } from '../../features/report/ExportLog'

export default function ExportsPage() {
  return <StaffPage title='导出记录' at='exports' wholeOnly>{({ id }) => <ExportLog key={id} committeeId={id} />}</StaffPage>
}
