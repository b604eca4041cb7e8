import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Demand } from '../../../contract/demand'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Sheet } from '../../ui/Sheet'
import { useLatest } from '../../ui/useLatest'
import { TextInput } from '../../ui/TextInput'
import { blockNote } from './staffWording'
import { notSentWords } from './wording'

interface Props {
  demand: Demand
  open: boolean
  onClose: () => void
  onMoved: () => void
}

/** To which block, and why. Until it is taken the owner stays answerable. */
export function StaffHandOver({ demand, open, onClose, onMoved }: Props) {
  const { id: demandId, committeeId, title } = demand
  const blocks = useRead(['organization', 'blocks'], { committeeId }, { enabled: open })
  const [blockId, setBlockId] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const offer = useCommand(['demand', 'handOver'], { onDone: () => close() })
  const block = blocks.data?.items.find(({ id }) => id === blockId)

  const close = () => {
    offer.reset()
    setBlockId('')
    setReason('')
    onClose()
  }
  const ends = useLatest({ close, onMoved })
  const kept = offer.state === 'waiting'
  const late = offer.refusal === 'WrongStep'
  useEffect(() => {
    if (late) ends.current.onMoved()
    if (kept || late) ends.current.close()
  }, [kept, late, ends])

  const send = () => (blockId === '' ? setWrong('还差一步：选交给哪一块') : offer.send({ committeeId, demandId, to: { blockId }, reason: reason.trim() }, title))
  return (
    <Sheet open={open} title='转交给哪一块' onClose={onClose}>
      <View className='sub ink2'>{`对方接下之前，还是${demand.owner.name}管着。`}</View>
      <Loadable waiting={blocks.waiting} failed={blocks.failed} onAgain={blocks.again}>
        <View>
          {blocks.data?.items.map((item) => (
            <Choice key={item.id} title={item.name} note={blockNote(item)} chosen={item.id === blockId} onTap={() => { setBlockId(item.id); setWrong('') }} />
          ))}
        </View>
        <View className='stack'>
          {wrong !== '' && <Note tone='lamp'>{wrong}</Note>}
          {offer.refusal && <Note tone='brick'>{notSentWords(offer.refusal)}</Note>}
          {offer.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
          <TextInput id='hand-over-reason' label='为什么转交（可以不写）' value={reason} onChange={setReason} maxLength={200} placeholder='接的人会看到' />
          <Button wide busy={offer.state === 'sending'} onTap={send}>{block ? `转给${block.leader?.staff.name ?? block.name}` : '转交'}</Button>
        </View>
      </Loadable>
    </Sheet>
  )
}
