import { View } from '@tarojs/components'
import { useState } from 'react'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { BarList } from '../../ui/BarList'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { Segmented } from '../../ui/Segmented'
import { ratingNote, ratingWords } from './ratingWording'
import './demand.scss'

const which = [{ value: 'all', word: '全部' }, { value: 'low', word: '不满意的' }] as const

/** What residents said, in words; of matters, never of people. */
export function RatingList({ committeeId }: { committeeId: string }) {
  const [shown, setShown] = useState<'all' | 'low'>('all')
  const { items, first, waiting, failed, offlineSince, again, hasMore, more, readingMore } = useReadPages(['demand', 'listRatings'], { committeeId, low: shown === 'low' })
  const counts = first?.counts ?? []
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <View className='stack'>
      <Segmented label='看哪些' options={which} value={shown} onChange={setShown} />
      <Loadable
        waiting={waiting}
        failed={failed}
        offlineSince={offlineSince}
        onAgain={again}
        empty={items.length === 0 && <Empty icon='star' title={shown === 'low' ? '没有不满意的' : '还没有人评价'} note='居民说解决了以后，可以说一句怎么样。不评也行。' />}
      >
        {all > 0 && (
          <Card label='近 90 天' pad>
            <Heading>{`近 90 天评价过的 ${all} 件`}</Heading>
            <BarList label='近 90 天按评价' items={counts.map(({ value, count }) => ({ word: ratingWords[value]!, value: count }))} />
          </Card>
        )}
        <Card label='评价'>
          {items.map(({ id, number, title, category, rating }) => (
            <Row
              key={`${id} ${rating.at}`}
              title={`${ratingWords[rating.value]}，${title}`}
              note={[ratingNote(rating), [number, category, momentWord(rating.at)].filter(Boolean).join('，')].filter(Boolean).join(' ')}
              label={`${ratingWords[rating.value]}，${title}`}
              onTap={() => go('leader/demand', { demandId: id, committeeId })}
            />
          ))}
        </Card>
        {hasMore && <View className='more-button'><Button small look='plain' busy={readingMore} onTap={more}>再往前看</Button></View>}
      </Loadable>
    </View>
  )
}
