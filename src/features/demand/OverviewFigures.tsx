import { View } from '@tarojs/components'
import type { Overview } from '../../../contract/demand/overview'
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
  const filed = data.themes.reduce((sum, { count }) => sum + count, 0)
  return (
    <View className='stack'>
      <OverviewDuty data={data} />
      <OverviewLate data={data} />
      <Card label='近 30 天说得最多的事' pad>
        <View className='line staff-above'>
          <Heading className='grow'>近 30 天说得最多的事</Heading>
          <View className='meta ink2 nb'>{`共 ${filed} 件`}</View>
        </View>
        {filed === 0 ? <View className='sub ink2'>近 30 天没有人说事。</View> : <BarList label='近 30 天按什么事' items={barsOf(data)} />}
        {filed > 0 && <View className='meta ink2 staff-base'>{data.kinds.map(({ kind, count }) => `${kindWords[kind]} ${count}`).join('，')}</View>}
      </Card>
      <Outcomes {...data.outcomes} />
    </View>
  )
}

/** Most first; those of fewer than five are one bar at the end. */
function barsOf({ themes }: Overview): Bar[] {
  const few = themes.filter(({ count }) => count < least).reduce((sum, { count }) => sum + count, 0)
  const shown = themes.filter(({ count }) => count >= least)
  const bars = shown.map(({ category, count }): Bar => category
    ? { word: category.name, value: count, onTap: () => openCommitteeList({ filter: 'all', category: category.slug }) }
    : { word: '还没归类的', value: count, look: 'open', onTap: () => openCommitteeList({ filter: 'all' }) })
  return few === 0 ? bars : [...bars, { word: `其他（各少于 ${least} 件）`, value: few, look: 'open', onTap: () => openCommitteeList({ filter: 'all' }) }]
}

/** What residents said themselves; silence is never counted as content. */
function Outcomes({ solved, proxy, silent, declined, withdrawn, closed }: Overview['outcomes']) {
  const all = closed
  const parts = [
    { word: '居民说解决了', count: solved, look: 'brand' },
    { word: '代居民记下的', count: proxy, look: 'soft' },
    { word: '没有说，未评价', count: silent, look: 'soft' },
    { word: '例会议过，暂不办', count: declined, look: 'hatch' },
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
