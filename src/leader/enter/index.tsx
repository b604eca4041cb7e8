import '../../ui/icons-staff.scss'
import { EnterPage } from '../../features/demand/EnterPage'
import { StaffPage } from '../../features/demand/StaffPage'
import { LeftPhotos } from '../../features/photo/LeftPhotos'
import { PhotosHere } from '../../features/photo/PhotosHere'

export default function EnterDemandPage() {
  return <PhotosHere><StaffPage title='代登记' at='enter'>{({ id }) => <><LeftPhotos /><EnterPage key={id} committeeId={id} /></>}</StaffPage></PhotosHere>
}
