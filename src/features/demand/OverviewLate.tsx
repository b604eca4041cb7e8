import { View } from '@tarojs/components'
import type { Overview } from '../../../contract/demand/overview'
import { BarList } from '../../ui/BarList'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { openCommitteeList } from './committeeQuery'
import { lateWhyWords } from './staffWording'

/** Why the late ones are late; each reason opens its rows. */
export function OverviewLate({ data }: { data: Overview }) {
  if (data.late === 0) return null
  return (
    <Card label='为什么超期' pad>
      <View className='line staff-above'>
        <Heading className='grow'>为什么超期</Heading>
        <View className='meta ink2 nb'>{`共 ${data.late} 件`}</View>
      </View>
      <BarList label='超期的原因' items={data.lateWhy.map(({ why, count }) => ({ word: lateWhyWords[why], value: count, onTap: () => openCommitteeList({ filter: 'late', why }) }))} />
    </Card>
  )
}
