import { Text } from '@tarojs/components'
import type { ContactWish } from '../../../contract/household'
import { Note } from '../../ui/Note'
import { wishWords } from './staffWording'

/** How the household wishes to be reached, before anybody writes, calls or goes. */
export function StaffWish({ wish }: { wish: ContactWish }) {
  const strict = wish.noHomeVisits || wish.never.length > 0
  return (
    <Note tone={strict ? 'lamp' : 'stone'} icon={wish.noHomeVisits ? 'door' : 'message'}>
      {wish.noHomeVisits && <Text className='strong'>这户请不要上门。</Text>}
      {wishWords(wish)}
    </Note>
  )
}
