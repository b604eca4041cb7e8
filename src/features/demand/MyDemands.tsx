import { View } from '@tarojs/components'
import { useState } from 'react'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Segmented } from '../../ui/Segmented'
import { DemandCards } from './DemandCards'
import { Unsent } from './Unsent'
import { mineFilterWords, type MineFilter } from './wording'
import './demand.scss'

const filters = (Object.keys(mineFilterWords) as MineFilter[]).map((value) => ({ value, word: mineFilterWords[value] }))

const emptyTitles: Record<MineFilter, string> = { all: '您还没说过事', open: '没有在办的事', rest: '还没有了结的事' }

export function MyDemands({ opening }: { opening: MineFilter }) {
  const [filter, setFilter] = useState(opening)
  const { items, waiting, failed, offlineSince, again, hasMore, more, readingMore } = useReadPages(['demand', 'listMine'], { filter })
  const say = { word: '说件事', onTap: () => go('resident/file-demand', {}) }
  return (
    <>
      <Segmented label='看哪些' options={filters} value={filter} onChange={setFilter} />
      <Unsent />
      <Loadable
        waiting={waiting}
        failed={failed}
        offlineSince={offlineSince}
        onAgain={again}
        empty={items.length === 0 && (
          <Empty icon='say' title={emptyTitles[filter]} note={filter === 'all' ? '灯不亮、漏水、想问居住证，都可以说。说了就有人接着' : undefined} action={filter === 'all' ? say : undefined} />
        )}
      >
        <DemandCards cards={items} />
        {hasMore && <View className='more-button'><Button small look='plain' busy={readingMore} onTap={more}>再往前看</Button></View>}
      </Loadable>
    </>
  )
}
