import { View } from '@tarojs/components'
import type { Overview } from '../../../contract/demand/overview'
import { replace } from '../../routes'
import { StatTile } from '../../ui/StatTile'
import { openCommitteeList } from './committeeQuery'

/** Counts of matters, never of people. */
export function OverviewTiles({ data }: { data: Overview }) {
  const { awaitingContact, dueToday, late, desk, joinRequests, heldWords, heldPhotos } = data
  const held = heldWords + heldPhotos
  return (
    <View className='tiles staff-tiles'>
      <StatTile word='等首次联系' icon='inbox' figure={awaitingContact} unit='件' note={awaitingContact > 0 ? '还没有人回过话' : '都联系上了'} onTap={() => openCommitteeList({ filter: 'contact' })} />
      <StatTile word='今天要答复' icon='clock' figure={dueToday} unit='件' note={dueToday > 0 ? '下班前给个说法' : '今天没有到期的'} onTap={() => openCommitteeList({ filter: 'today' })} />
      <StatTile word='已过时限' icon='alert' figure={late} unit='件' late={late > 0} note={late > 0 ? '今天给居民一个说法' : '都在日子里'} onTap={() => openCommitteeList({ filter: 'late' })} />
      <StatTile word='接待台' icon='service' figure={desk} unit='件' note={desk > 0 ? '还没说好归哪一块' : '都有块了'} onTap={() => replace('staff/desk')} />
      <StatTile word='入户申请' icon='users' figure={joinRequests} unit='份' note={joinRequests > 0 ? '等人确认' : '都答复了'} onTap={() => replace('leader/join-requests')} />
      <StatTile word='待审' icon='eye' figure={held} unit='份' note={held > 0 ? '话和照片，看过才送得到' : '都看过了'} onTap={() => replace('staff/review')} />
    </View>
  )
}
