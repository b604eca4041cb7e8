import { View } from '@tarojs/components'
import '../../ui/icons-staff.scss'
import { StaffPage } from '../../features/demand/StaffPage'
import { WaitingPhotos } from '../../features/photo/WaitingPhotos'
import { ReviewList } from '../../features/safety/ReviewList'

export default function ReviewPage() {
  return <StaffPage title='待审' at='review' wholeOnly>{({ id }) => <View key={id} className='stack'><ReviewList committeeId={id} /><WaitingPhotos committeeId={id} /></View>}</StaffPage>
}
