import '../../ui/icons-staff.scss'
import { CommitteeDemands } from '../../features/demand/CommitteeDemands'
import { StaffPage } from '../../features/demand/StaffPage'
import { PhotosHere } from '../../features/photo/PhotosHere'
import { DemandsExport } from '../../features/report/DemandsExport'
import { TemplatePicker } from '../../features/template/TemplatePicker'
import { useRoute } from '../../routes'

export default function DemandsPage() {
  const { filter, demandId } = useRoute('staff/demands')
  return (
    <PhotosHere><StaffPage title='诉求' at='demands' wholeOnly split>
      {({ id }) => <CommitteeDemands key={id} committeeId={id} filter={filter} demandId={demandId} Tools={TemplatePicker} Export={DemandsExport} />}
    </StaffPage></PhotosHere>
  )
}
