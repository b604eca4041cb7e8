import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { ReviewCard } from './ReviewCard'

/** Words that wait until somebody has read them; what residents wait for stands first. */
export function ReviewList({ committeeId }: { committeeId: string }) {
  const list = useRead(['safety', 'list'], { committeeId })
  const [done, setDone] = useState<{ id: string; words: string } | null>(null)
  const items = (list.data?.items ?? []).filter(({ id }) => id !== done?.id)
  return (
    <View className='stack'>
      <View className='sub ink2'>看一遍再放行：有没有骂人、别家的门牌电话、广告。自己写的要别人来看。</View>
      {done && <Note tone='pine'>{done.words}</Note>}
      <Loadable
        waiting={list.waiting}
        failed={list.failed}
        offlineSince={list.offlineSince}
        onAgain={list.again}
        empty={items.length === 0 && <Empty icon='eye' title='没有等着看的' note='拿不准的话会先到这里，看过才让别人看到。' />}
      >
        {items.map((held) => (
          <ReviewCard
            key={held.id}
            held={held}
            onMoved={list.again}
            onDone={(words) => {
              setDone({ id: held.id, words })
              list.again()
            }}
          />
        ))}
      </Loadable>
    </View>
  )
}
