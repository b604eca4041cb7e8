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
  const mayPick = side === 'mine' && pages.items.length > 0
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
      <View className='line'>
        <View className='grow'><SearchBox value={typed} onChange={inbox.setTyped} placeholder='搜编号、楼号、事情' /></View>
        {mayPick && !picking && <Link onTap={inbox.startPicking}>选几件</Link>}
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
      {mayPick && picking && (
        <View className='line'>
          <View className='sub ink2 grow'>点一下选上，再点一下去掉</View>
          <Link onTap={inbox.pickAll}>全选</Link>
          <Link onTap={inbox.stopPicking}>不选了</Link>
        </View>
      )}
    </View>
  )
}

function counted(word: string, count: number | undefined): string {
  return count ? `${word} ${count}` : word
}
