import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { ImportBoard } from '../../features/import/ImportBoard'

export default function ImportPage() {
  return <StaffPage title='导入住户' at='import' wholeOnly>{({ id }) => <ImportBoard key={id} committeeId={id} />}</StaffPage>
}
