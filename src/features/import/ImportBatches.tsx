import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportBatch } from '../../../contract/import'
import { useCommand } from '../../api/command'
import type { Read } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { rowTime } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { faultWords, refusalWords } from '../../wording'
import { calledAs, countsWords, keptWords } from './wording'

/** What was brought in before, each with its way back. */
export function ImportBatches({ batches, onUndone }: { batches: Read<{ items: ImportBatch[] }>; onUndone: (words: string) => void }) {
  const items = batches.data?.items ?? []
  return (
    <>
      <Section title='导入过的' />
      <Loadable waiting={batches.waiting} failed={batches.failed} offlineSince={batches.offlineSince} onAgain={batches.again} empty={items.length === 0 && <Empty icon='upload' title='还没有导入过' note='导入以后，每一批都在这里，也可以撤回。' />}>
        <Card label='导入过的'>{items.map((batch) => <Batch key={batch.id} batch={batch} onUndone={onUndone} />)}</Card>
      </Loadable>
    </>
  )
}

function Batch({ batch, onUndone }: { batch: ImportBatch; onUndone: (words: string) => void }) {
  const [asking, setAsking] = useState(false)
  const undo = useCommand(['household', 'undoImport'], { onDone: ({ kept }) => onUndone(kept.length > 0 ? `撤回了。有 ${kept.length} 处后来有人动过，留着，写在下面` : '撤回了，都回到导入以前') })
  const { undoneAt, undoneBy, kept } = batch
  return (
    <View className='imp-batch'>
      <Row title={calledAs(batch.fileName)} note={`${rowTime(batch.at)} ${batch.by}导入。${countsWords(batch)}`} />
      <View className='imp-under'>
        {undoneAt && <View><Tag tone='stone' icon='undo'>{`${undoneBy ?? ''} ${rowTime(undoneAt)} 撤回了`}</Tag></View>}
        {kept.length > 0 && <View className='sub ink2'>留着的：</View>}
        {kept.slice(0, 20).map((one) => <View key={`${one.label} ${one.what} ${one.field ?? ''}`} className='sub ink2'>{keptWords(one)}</View>)}
        {kept.length > 20 && <View className='sub ink2'>{`还有 ${kept.length - 20} 处`}</View>}
        {batch.steps.includes('undo') && !asking && <View><Button small look='plain' icon='undo' label={`撤回 ${calledAs(batch.fileName)}`} onTap={() => setAsking(true)}>撤回这一批</Button></View>}
        {asking && !undoneAt && (
          <>
            <View className='sub'>这一批加的会删掉，改的会改回去。后来有人动过的留着，会告诉您是哪些；“不要上门”也留着。</View>
            <View className='imp-acts'>
              <Button small look='plain' onTap={() => setAsking(false)}>先不撤</Button>
              <Button small look='danger' busy={undo.state === 'sending'} onTap={() => undo.send({ committeeId: batch.committeeId, importId: batch.id }, `撤回 ${calledAs(batch.fileName)}`)}>撤回</Button>
            </View>
            {undo.state === 'waiting' && <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
            {(undo.state === 'refused' || undo.state === 'failed') && <Note tone='brick'>{undo.refusal === 'WrongStep' ? '这一批已经撤回过了' : undo.refusal ? refusalWords[undo.refusal] : faultWords}</Note>}
          </>
        )}
      </View>
    </View>
  )
}
