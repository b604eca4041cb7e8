import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { TemplateList } from '../../features/template/TemplateList'

export default function TemplatesPage() {
  return <StaffPage title='答复用语' at='templates'>{({ id }) => <TemplateList key={id} committeeId={id} />}</StaffPage>
}
