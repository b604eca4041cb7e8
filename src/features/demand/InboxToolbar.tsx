import { View } from '@tarojs/components'
import { ChipGroup } from '../../ui/ChipGroup'
import { Link } from '../../ui/Link'
import { SearchBox } from '../../ui/SearchBox'
import { Segmented } from '../../ui/Segmented'
import type { Inbox, InboxNarrow } from './useInbox'
import { inboxFilterWords } from './wording'

/** Always in reach; the others come only when something lies there. */
const usual: readonly InboxNarrow[] = ['mine', 'unread', 'late']
const others: readonly InboxNarrow[] = ['offered', 'atMeeting', 'outside', 'snoozed']

/** Whose turn it is, which of those, and words to look for. */
export function InboxToolbar({ inbox }: { inbox: Inbox }) {
  const { side, narrow, typed, pages, picking } = inbox
  const counts = pages.first?.counts
  const shown = [...usual, ...others.filter((filter) => filter === narrow || (counts?.[filter] ?? 0) > 0)]
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
        onChange={inbox.setSide}
      />
      <View className='staff-search inbox-search'>
        <SearchBox value={typed} onChange={inbox.setTyped} placeholder='搜编号、楼号、事情' />
      </View>
      {side === 'mine' && (
        <ChipGroup
          label='只看'
          options={shown.map((filter) => ({ value: filter, word: filter === 'mine' ? '全部' : counted(inboxFilterWords[filter], counts?.[filter]) }))}
          value={narrow}
          onChange={inbox.setNarrow}
          scroll
          tabs
        />
      )}
      {side === 'mine' && pages.items.length > 0 && (
        <View className='line'>
          <View className='grow' />
          {picking && <Link onTap={inbox.pickAll}>全选</Link>}
          <Link onTap={picking ? inbox.stopPicking : inbox.startPicking}>{picking ? '不选了' : '选几件'}</Link>
        </View>
      )}
    </View>
  )
}

function counted(word: string, count: number | undefined): string {
  return count ? `${word} ${count}` : word
}
