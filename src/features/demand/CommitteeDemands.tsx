import { View } from '@tarojs/components'
import { useState, type ComponentType } from 'react'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { useSettled } from '../../ui/useSettled'
import { useWideWindow } from '../../ui/wideWindow'
import { CommitteeDetail } from './CommitteeDetail'
import { CommitteeList } from './CommitteeList'
import { keepQuery, keptQuery, type CommitteeQuery } from './committeeQuery'
import type { WordsSlot } from './StaffComposer'
import { useCommitteeKeys } from './useCommitteeKeys'

interface Props {
  committeeId: string
  filter?: string
  demandId?: string
  /** What helps to write, beside the box of the open demand. */
  Tools?: ComponentType<WordsSlot>
  Export?: ComponentType<{ committeeId: string }>
}

/** All demands of a committee: the list, and beside it the one that is open. */
export function CommitteeDemands({ committeeId, filter, demandId = '', Tools, Export }: Props) {
  const wide = useWideWindow()
  const [query, setQuery] = useState(() => keptQuery(filter))
  const [open, setOpen] = useState(demandId)
  const search = useSettled(query.search.trim())
  const list = useReadPages(['demand', 'listCommittee'], {
    committeeId,
    filter: query.filter,
    ...(query.kind && { kind: query.kind }),
    ...(query.category && { category: query.category }),
    ...(query.blockId && { blockId: query.blockId }),
    ...(query.ownerId && { ownerId: query.ownerId }),
    ...(query.why && query.filter === 'late' && { why: query.why }),
    ...(query.sort && { sort: query.sort }),
    ...(search !== '' && { search }),
  })
  useCommitteeKeys(wide, () => setOpen(''))

  const onQuery = (next: CommitteeQuery) => {
    keepQuery(next)
    setQuery(next)
  }
  const shown = <CommitteeList committeeId={committeeId} list={list} query={query} onQuery={onQuery} wide={wide} chosen={open} onOpen={wide ? setOpen : (id) => go('leader/demand', { committeeId, demandId: id })} Export={Export} />
  if (!wide) return shown
  return (
    <>
      <View className='staff-list' {...accessible({ role: 'region', label: '诉求列表' })}>{shown}</View>
      <View className='staff-detail' {...accessible({ role: 'region', label: '打开的这一件' })}>
        <CommitteeDetail key={open} committeeId={committeeId} demandId={open} onClose={() => setOpen('')} Tools={Tools} />
      </View>
    </>
  )
}
