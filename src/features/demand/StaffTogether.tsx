import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { useReadPages } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { StaffJoin } from './StaffJoin'
import { StaffMove } from './StaffMove'
import { statusWord } from './stateWording'
import { notSentWords } from './wording'

/** What is worked on together: who said the same, which one leads, and the ways in, out and on to another committee. */
export function StaffTogether({ demand }: { demand: Demand }) {
  const { id: demandId, committeeId, title, followers, joined, lead, steps } = demand
  const [sheet, setSheet] = useState<'join' | 'move' | null>(null)
  const [moved, setMoved] = useState('')
  const separate = useCommand(['demand', 'separate'])
  const leads = followers > 0 && !joined
  const list = useReadPages(['demand', 'listJoined'], { committeeId, demandId }, { enabled: leads })
  const may = { join: steps.includes('join'), move: steps.includes('move') && demand.resolutions.length === 0, separate: steps.includes('separate') }
  if (moved !== '') return <Note tone='stone' icon='handover'>{moved}</Note>
  if (!leads && !joined && !may.join && !may.move) return null
  return (
    <>
      {joined && (
        <Note tone='stone' icon='merge'>{lead ? `并到 ${lead.number} 一起办，那边说的这里都看得到。` : '和别的诉求并到一件办。'}</Note>
      )}
      {leads && (
        <Card label={`一起办的 ${followers} 件`}>
          {list.items.map((one) => <Row key={one.id} title={one.title} note={`${one.from}，${one.number}，${statusWord(one.status)}`} />)}
          {list.hasMore && <Row title='再看 20 件' onTap={list.more} />}
        </Card>
      )}
      {separate.refusal && <Note tone='brick'>{notSentWords(separate.refusal)}</Note>}
      <View className='wrap' style={{ '--gap': '8px' }}>
        {may.join && <Button look='plain' small icon='merge' onTap={() => setSheet('join')}>并到一件</Button>}
        {may.separate && <Button look='plain' small icon='undo' busy={separate.state === 'sending'} onTap={() => separate.send({ committeeId, demandId }, title)}>分开</Button>}
        {may.move && <Button look='plain' small icon='handover' onTap={() => setSheet('move')}>转到别的居委会</Button>}
      </View>
      {sheet === 'join' && <StaffJoin demand={demand} onClose={() => setSheet(null)} />}
      {sheet === 'move' && <StaffMove demand={demand} onClose={() => setSheet(null)} onMovedAway={setMoved} />}
    </>
  )
}
