import { View } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { DemandCard } from '../../../contract/demand/card'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { useTextScale } from '../../ui/textScale'
import { CommitteeTable } from './CommitteeTable'
import { CommitteeToolbar } from './CommitteeToolbar'
import { start, type CommitteeQuery } from './committeeQuery'
import { DemandCardRow } from './DemandCardRow'
import { KeyHelp } from './KeyHelp'
import { committeeFilterWords } from './wording'

interface List {
  items: DemandCard[]
  first: { total: number } | undefined
  waiting: boolean
  failed: boolean
  offlineSince: string | null
  hasMore: boolean
  readingMore: boolean
  more: () => void
  again: () => void
}

interface Props {
  committeeId: string
  list: List
  query: CommitteeQuery
  onQuery: (query: CommitteeQuery) => void
  wide: boolean
  chosen: string
  onOpen: (demandId: string) => void
  /** Takes the list out as a file. */
  Export?: ComponentType<{ committeeId: string }>
}

export function CommitteeList({ committeeId, list, query, onQuery, wide, chosen, onOpen, Export }: Props) {
  const { elder } = useTextScale()
  const { items, first, hasMore, readingMore, more } = list
  const narrowed = query.search !== '' || query.kind !== null || query.category !== null || query.blockId !== null || query.ownerId !== null || query.why !== null
  const empty = narrowed
    ? <Empty icon='search' title='没有找到' note='换个说法，或者少选一样。' action={{ word: '看全部', onTap: () => onQuery({ ...start, filter: 'all' }) }} />
    : <Empty icon='inbox' title={`“${committeeFilterWords[query.filter]}”里没有`} note='有人说事，会先到这里。' />
  return (
    <View className='stack'>
      {wide && (
        <View className='line'>
          <Heading level={1} size='large' className='grow'>诉求</Heading>
          {Export && <Export committeeId={committeeId} />}
        </View>
      )}
      <CommitteeToolbar committeeId={committeeId} query={query} wide={wide} onQuery={onQuery} />
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={items.length === 0 && empty}>
        <Card label='诉求'>
          {wide && !elder
            ? <CommitteeTable cards={items} chosen={chosen} onOpen={onOpen} />
            : items.map((card) => <DemandCardRow key={card.id} card={card} reader='staff' chosen={card.id === chosen} onTap={() => onOpen(card.id)} />)}
        </Card>
        <View className='staff-foot sub ink2'>
          <View className='grow'>{first ? `看到 ${items.length} 件，共 ${first.total} 件` : ''}</View>
          {hasMore && <Button small={wide} look='soft' busy={readingMore} onTap={more}>再看 30 件</Button>}
        </View>
        {wide && <KeyHelp />}
      </Loadable>
    </View>
  )
}
