import { View } from '@tarojs/components'
import { useState } from 'react'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { SearchBox } from '../../ui/SearchBox'
import { Section } from '../../ui/Section'
import { Segmented } from '../../ui/Segmented'
import { useSettled } from '../../ui/useSettled'
import { DemandCardRow } from './DemandCardRow'
import { inboxGroups } from './inboxGroups'
import type { InboxFilter } from './wording'

type Side = 'mine' | 'resident' | 'rest'
type Narrow = 'mine' | 'unread' | 'late'

const faces: Record<InboxFilter, { title: string; note: string }> = {
  mine: { title: '都答复了', note: '有人说事，会先到这里。' },
  unread: { title: '都看过了', note: '有新的话，会先到这里。' },
  late: { title: '没有过日子的', note: '都在说好的日子里。' },
  resident: { title: '没有在等居民的', note: '答复以后等居民说解决没解决，会放在这里。' },
  rest: { title: '还没有了结的', note: '居民说解决了的，会放在这里。' },
}

/** What waits for the one who serves, by the day it is due. */
export function InboxList() {
  const [side, setSide] = useState<Side>('mine')
  const [narrow, setNarrow] = useState<Narrow>('mine')
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const filter: InboxFilter = side === 'mine' ? narrow : side
  const inbox = useReadPages(['demand', 'listInbox'], search === '' ? { filter } : { filter, search })
  const counts = inbox.first?.counts
  const face = search === '' ? faces[filter] : { title: `没找到“${search}”`, note: '换个说法，或者搜编号、楼号。' }
  return (
    <View className='stack'>
      <Segmented
        label='轮到谁'
        options={[
          { value: 'mine', word: counted('等我', counts?.mine) },
          { value: 'resident', word: counted('等居民', counts?.resident) },
          { value: 'rest', word: '已了结' },
        ]}
        value={side}
        onChange={setSide}
      />
      <SearchBox value={typed} onChange={setTyped} placeholder='搜编号、楼号、事情' />
      {side === 'mine' && (
        <ChipGroup
          label='只看'
          options={[{ value: 'mine', word: '全部' }, { value: 'unread', word: counted('没看过', counts?.unread) }, { value: 'late', word: counted('超期', counts?.late) }]}
          value={narrow}
          onChange={setNarrow}
          scroll
          tabs
        />
      )}
      <Loadable
        waiting={inbox.waiting}
        failed={inbox.failed}
        offlineSince={inbox.offlineSince}
        onAgain={inbox.again}
        empty={inbox.items.length === 0 && <Empty icon='inbox' title={face.title} note={face.note} />}
      >
        {inboxGroups(inbox.items).map(({ title, cards }) => (
          <View key={title} className='stack'>
            {side !== 'rest' && <Section title={title} />}
            <Card label={title}>
              {cards.map((card) => (
                <DemandCardRow key={card.id} card={card} reader='staff' onTap={() => go('leader/demand', { demandId: card.id, committeeId: card.committeeId })} />
              ))}
            </Card>
          </View>
        ))}
        {inbox.hasMore && <Button look='soft' wide busy={inbox.readingMore} onTap={inbox.more}>再看 20 件</Button>}
      </Loadable>
    </View>
  )
}

function counted(word: string, count: number | undefined): string {
  return count ? `${word} ${count}` : word
}
