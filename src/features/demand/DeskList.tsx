import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DemandCard } from '../../../contract/demand/card'
import { useRead, useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { DemandCardRow } from './DemandCardRow'
import { DeskBlocks } from './DeskBlocks'
import { OverviewDuty } from './OverviewDuty'

/** Demands that belong to no block yet: who received them keeps them until a block takes them. */
export function DeskList({ committeeId }: { committeeId: string }) {
  const overview = useRead(['demand', 'overview'], { committeeId })
  const desk = useReadPages(['demand', 'listCommittee'], { committeeId, filter: 'desk' })
  const [placing, setPlacing] = useState<DemandCard | null>(null)
  const [done, setDone] = useState('')
  return (
    <View className='stack'>
      {overview.data && <OverviewDuty data={overview.data} />}
      <View className='sub ink2'>说事的人还没说清住哪一块。交给一块以后，对方接下之前，还是现在的人管着。</View>
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable
        waiting={desk.waiting}
        failed={desk.failed}
        offlineSince={desk.offlineSince}
        onAgain={desk.again}
        empty={desk.items.length === 0 && <Empty icon='service' title='接待台上没有事' note='没有块的事会先到这里。' />}
      >
        {desk.items.map((card) => (
          <Card key={card.id} label={card.title}>
            <DemandCardRow card={card} reader='staff' onTap={() => go('leader/demand', { committeeId, demandId: card.id })} />
            <View className='staff-place'>
              <Button small look='soft' icon='handover' label={`${card.title}，交给哪一块`} onTap={() => setPlacing(card)}>交给哪一块</Button>
            </View>
          </Card>
        ))}
        {desk.hasMore && <Button look='soft' wide busy={desk.readingMore} onTap={desk.more}>再看 30 件</Button>}
      </Loadable>
      <DeskBlocks card={placing} committeeId={committeeId} onClose={() => setPlacing(null)} onDone={setDone} />
    </View>
  )
}
