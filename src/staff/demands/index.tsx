import '../../ui/icons-staff.scss'
import { CommitteeDemands } from '../../features/demand/CommitteeDemands'
import { PhotosHere } from '../../features/demand/photoSlots'
import { StaffPage } from '../../features/demand/StaffPage'
import { photoSlots } from '../../features/photo/photoSlots'
import { TemplatePicker } from '../../features/template/TemplatePicker'
import { useRoute } from '../../routes'

export default function DemandsPage() {
  const { filter, demandId } = useRoute('staff/demands')
  return (
    <PhotosHere value={photoSlots}><StaffPage title='诉求' at='demands' wholeOnly split>
      {({ id }) => <CommitteeDemands key={id} committeeId={id} filter={filter} demandId={demandId} Tools={TemplatePicker} />}
    </StaffPage></PhotosHere>
  )
}
