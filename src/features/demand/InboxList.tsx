import { View } from '@tarojs/components'
import { useState, type ComponentType } from 'react'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Heading } from '../../ui/Heading'
import { useWideWindow } from '../../ui/wideWindow'
import { CommitteeDetail } from './CommitteeDetail'
import { InboxPicked } from './InboxPicked'
import { InboxQueue } from './InboxQueue'
import { InboxRows } from './InboxRows'
import { InboxToolbar } from './InboxToolbar'
import { KeyHelp } from './KeyHelp'
import type { WordsSlot } from './StaffComposer'
import { useCommitteeKeys } from './useCommitteeKeys'
import { useInbox } from './useInbox'

/**
 * What waits for the one who serves, by the day it is due; in a wide window the open one stands beside it.
 * @param onOpening within the tap that opens one
 */
export function InboxList({ Tools, onOpening }: { Tools?: ComponentType<WordsSlot>; onOpening?: () => void }) {
  const wide = useWideWindow()
  const inbox = useInbox()
  const [open, setOpen] = useState<{ committeeId: string; demandId: string } | null>(null)
  useCommitteeKeys(wide, () => setOpen(null))
  const list = (
    <View className='stack'>
      {wide && <Heading level={1} size='large'>等我办</Heading>}
      <InboxQueue />
      <InboxToolbar inbox={inbox} />
      <InboxRows inbox={inbox} chosen={open?.demandId} onOpen={wide ? setOpen : (demand) => { onOpening?.(); go('leader/demand', demand) }} />
      {inbox.picking && <InboxPicked cards={inbox.pages.items.filter(({ id }) => inbox.picked.has(id))} onDone={inbox.stopPicking} />}
      {wide && <KeyHelp />}
    </View>
  )
  if (!wide) return list
  return (
    <>
      <View className='staff-list' {...accessible({ role: 'region', label: '等我办' })}>{list}</View>
      <View className='staff-detail' {...accessible({ role: 'region', label: '打开的这一件' })}>
        <CommitteeDetail key={open?.demandId} committeeId={open?.committeeId ?? ''} demandId={open?.demandId ?? ''} onClose={() => setOpen(null)} Tools={Tools} />
      </View>
    </>
  )
}
