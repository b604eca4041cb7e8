import { View } from '@tarojs/components'
import { useState } from 'react'
import { CommitteeFilter, CommitteeSort } from '../../../contract/demand/lists'
import { DemandKind } from '../../../contract/demand/said'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { ChipGroup } from '../../ui/ChipGroup'
import { Link } from '../../ui/Link'
import { SearchBox } from '../../ui/SearchBox'
import { Select } from '../../ui/Select'
import type { CommitteeQuery } from './committeeQuery'
import { lateWhyWords, sortWords } from './staffWording'
import { committeeFilterWords, kindWords } from './wording'

interface Props {
  committeeId: string
  query: CommitteeQuery
  wide: boolean
  onQuery: (query: CommitteeQuery) => void
}

const every = 'every'
/** Always in reach; the others are opened from a figure, and show while they are chosen. */
const usual: readonly CommitteeFilter[] = ['open', 'late', 'today', 'contact', 'offered', 'atMeeting', 'outside', 'resident', 'rest', 'all']

/** Which rows: state, kind, block, person, words, and in what order. */
export function CommitteeToolbar({ committeeId, query, wide, onQuery }: Props) {
  const [narrow, setNarrow] = useState(false)
  const categories = useRead(['category', 'list'], {})
  const blocks = useRead(['organization', 'blocks'], { committeeId })
  const serving = useRead(['organization', 'serving'], { committeeId })
  const filters = CommitteeFilter.options.filter((filter) => usual.includes(filter) || filter === query.filter)
  const kinds = [{ value: every, word: '各类' }, ...DemandKind.options.map((kind) => ({ value: kind, word: kindWords[kind] }))]
  const themes = [{ value: every, word: '什么事都看' }, ...(categories.data?.items ?? []).map(({ slug, name }) => ({ value: slug, word: name }))]
  const places = [{ value: every, word: '各块' }, ...(blocks.data?.items ?? []).map(({ id, name }) => ({ value: id, word: name }))]
  const people = [{ value: every, word: '谁都行' }, ...(serving.data?.items ?? []).map(({ staff }) => ({ value: staff.accountId, word: staff.name }))]
  const orders = [{ value: every, word: '照常' }, ...CommitteeSort.options.map((sort) => ({ value: sort, word: sortWords[sort] }))]
  const narrowed = [query.kind, query.category, query.blockId, query.ownerId, query.sort].filter(Boolean).length
  return (
    <View className='stack' style={{ '--gap': '8px' }} {...accessible({ role: 'toolbar', label: '看哪些' })}>
      <ChipGroup
        label='看哪些'
        options={filters.map((filter) => ({ value: filter, word: committeeFilterWords[filter] }))}
        value={query.filter}
        onChange={(filter) => onQuery({ ...query, filter, why: null })}
        scroll={!wide}
        tabs
      />
      {query.why && (
        <View className='line sub ink2'>
          <View className='grow'>{`只看：${lateWhyWords[query.why]}`}</View>
          <Link onTap={() => onQuery({ ...query, why: null })}>看全部超期的</Link>
        </View>
      )}
      <View className='staff-search'>
        <SearchBox value={query.search} onChange={(search) => onQuery({ ...query, search })} placeholder='搜编号、楼号、事情' />
        {!wide && <View className='staff-narrow'><Button small look='plain' icon={narrow ? 'up' : 'filter'} onTap={() => setNarrow(!narrow)}>{narrow ? '收起' : narrowed > 0 ? `按类型、块、人看（选了 ${narrowed} 样）` : '按类型、块、人看'}</Button></View>}
        {(wide || narrow) && <>
        <Select id='list-kind' label='类型' options={kinds} value={query.kind ?? every} onChange={(kind) => onQuery({ ...query, kind: DemandKind.options.find((known) => known === kind) ?? null })} />
        <Select id='list-theme' label='什么事' options={themes} value={query.category ?? every} onChange={(slug) => onQuery({ ...query, category: slug === every ? null : slug })} />
        <Select id='list-block' label='哪一块' options={places} value={query.blockId ?? every} onChange={(id) => onQuery({ ...query, blockId: id === every ? null : id })} />
        <Select id='list-owner' label='谁在办' options={people} value={query.ownerId ?? every} onChange={(id) => onQuery({ ...query, ownerId: id === every ? null : id })} />
        <Select id='list-sort' label='先后' options={orders} value={query.sort ?? every} onChange={(sort) => onQuery({ ...query, sort: CommitteeSort.options.find((known) => known === sort) ?? null })} />
        </>}
      </View>
    </View>
  )
}
