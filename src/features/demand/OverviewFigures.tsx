import { View } from '@tarojs/components'
import type { Overview } from '../../../contract/demand'
import { accessible } from '../../ui/accessible'
import { BarList, type Bar } from '../../ui/BarList'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { openCommitteeList } from './committeeQuery'
import { OverviewDuty } from './OverviewDuty'
import { OverviewLate } from './OverviewLate'
import { kindWords } from './wording'

/** Fewer than these are not shown alone (LOOK section 7). */
const least = 5

export function OverviewFigures({ data }: { data: Overview }) {
  const filed = data.kinds.reduce((sum, { count }) => sum + count, 0)
  return (
    <View className='stack'>
      <OverviewDuty data={data} />
      <OverviewLate data={data} />
      <Card label='近 30 天说了什么' pad>
        <View className='line staff-above'>
          <Heading className='grow'>近 30 天说了什么</Heading>
          <View className='meta ink2 nb'>{`共 ${filed} 件`}</View>
        </View>
        {filed === 0 ? <View className='sub ink2'>近 30 天没有人说事。</View> : <BarList label='近 30 天按类型' items={barsOf(data)} />}
      </Card>
      <Outcomes {...data.outcomes} />
    </View>
  )
}

function barsOf({ kinds }: Overview): Bar[] {
  const few = kinds.filter(({ count }) => count < least)
  const shown = few.length > 1 ? kinds.filter(({ count }) => count >= least) : kinds
  const rest = few.reduce((sum, { count }) => sum + count, 0)
  const bars: Bar[] = shown.map(({ kind, count }) => ({ word: kindWords[kind], value: count, onTap: () => openCommitteeList({ filter: 'all', kind }) }))
  return few.length > 1 ? [...bars, { word: `其他（各少于 ${least} 件）`, value: rest, look: 'open', onTap: () => openCommitteeList({ filter: 'all' }) }] : bars
}

/** What residents said themselves; silence is never counted as content. */
function Outcomes({ solved, withdrawn, closed }: Overview['outcomes']) {
  const silent = Math.max(0, closed - solved - withdrawn)
  const all = closed
  const parts = [
    { word: '居民说解决了', count: solved, look: 'brand' },
    { word: '没有说，未评价', count: silent, look: 'soft' },
    { word: '居民自己收回', count: withdrawn, look: 'open' },
  ].filter(({ count }) => count > 0)
  const spoken = parts.map(({ word, count }) => `${count} 件${word}`).join('，')
  return (
    <Card label='近 30 天了结的' pad>
      <View className='line staff-above'>
        <Heading className='grow'>近 30 天了结的</Heading>
        <View className='meta ink2 nb'>{`共 ${all} 件`}</View>
      </View>
      {all === 0 ? <View className='sub ink2'>近 30 天还没有了结的。</View> : (
        <View {...accessible({ role: 'link', label: `${all} 件了结：${spoken}`, onTap: () => openCommitteeList({ filter: 'rest' }) })}>
          <View className='staff-split'>
            {parts.map(({ word, count, look }) => <View key={word} className={`bar ${look}`} style={{ width: `${(count / all) * 100}%` }} />)}
          </View>
          {parts.map(({ word, count, look }) => (
            <View key={word} className='line sub'>
              <View className={`bar staff-swatch ${look}`} />
              <View className='grow'>{word}</View>
              <View className='strong'>{count}</View>
            </View>
          ))}
        </View>
      )}
      {all > 0 && <View className='meta ink2 staff-base'>{`了结的 ${all} 件里，${solved} 件居民亲口说解决了。没说的不算解决。`}</View>}
    </Card>
  )
}
