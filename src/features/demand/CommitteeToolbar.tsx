import { View } from '@tarojs/components'
import { CommitteeFilter, DemandKind } from '../../../contract/demand'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { ChipGroup } from '../../ui/ChipGroup'
import { SearchBox } from '../../ui/SearchBox'
import { Select } from '../../ui/Select'
import type { CommitteeQuery } from './committeeQuery'
import { committeeFilterWords, kindWords } from './wording'

interface Props {
  committeeId: string
  query: CommitteeQuery
  wide: boolean
  onQuery: (query: CommitteeQuery) => void
}

const every = 'every'

/** Which rows: state, kind, block, words. */
export function CommitteeToolbar({ committeeId, query, wide, onQuery }: Props) {
  const blocks = useRead(['organization', 'blocks'], { committeeId })
  const kinds = [{ value: every, word: '各类' }, ...DemandKind.options.map((kind) => ({ value: kind, word: kindWords[kind] }))]
  const places = [{ value: every, word: '各块' }, ...(blocks.data?.items ?? []).map(({ id, name }) => ({ value: id, word: name }))]
  return (
    <View className='stack' style={{ '--gap': '8px' }} {...accessible({ role: 'toolbar', label: '看哪些' })}>
      <ChipGroup
        label='看哪些'
        options={CommitteeFilter.options.map((filter) => ({ value: filter, word: committeeFilterWords[filter] }))}
        value={query.filter}
        onChange={(filter) => onQuery({ ...query, filter })}
        scroll={!wide}
        tabs
      />
      <View className='staff-search'>
        <SearchBox value={query.search} onChange={(search) => onQuery({ ...query, search })} placeholder='搜编号、楼号、事情' />
        <Select id='list-kind' label='类型' options={kinds} value={query.kind ?? every} onChange={(kind) => onQuery({ ...query, kind: DemandKind.options.find((known) => known === kind) ?? null })} />
        <Select id='list-block' label='哪一块' options={places} value={query.blockId ?? every} onChange={(id) => onQuery({ ...query, blockId: id === every ? null : id })} />
      </View>
    </View>
  )
}
