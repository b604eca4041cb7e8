import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { DemandCard } from '../../../contract/demand/card'
import type { Block } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Choice } from '../../ui/Choice'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Sheet } from '../../ui/Sheet'
import { useLatest } from '../../ui/useLatest'
import { blockNote } from './staffWording'
import { notSentWords } from './wording'

interface Props {
  card: DemandCard | null
  committeeId: string
  onClose: () => void
  onDone: (words: string) => void
}

/** One tap on a block hands it over: the offer may be taken back by nobody taking it. */
export function DeskBlocks({ card, committeeId, onClose, onDone }: Props) {
  const blocks = useRead(['organization', 'blocks'], { committeeId }, { enabled: card !== null })
  const [to, setTo] = useState<Block | null>(null)
  const offer = useCommand(['demand', 'handOver'], {
    onDone: ({ title, owner, offeredTo }) => {
      onDone(`“${title}”交给了${offeredTo ? `${offeredTo.name}，接下之前${owner.name}管着` : owner.name}。`)
      leave()
    },
  })
  const leave = () => {
    offer.reset()
    setTo(null)
    onClose()
  }
  const onKept = useLatest(() => {
    onDone(`没有网络。“${card?.title ?? ''}”交给${to?.name ?? '这一块'}，联网自动送出。`)
    leave()
  })
  const kept = offer.state === 'waiting'
  useEffect(() => {
    if (kept) onKept.current()
  }, [kept, onKept])

  const place = (block: Block) => {
    if (!card) return
    setTo(block)
    offer.send({ committeeId, demandId: card.id, to: { blockId: block.id }, reason: '' }, card.title)
  }
  return (
    <Sheet open={card !== null} title='交给哪一块' onClose={leave}>
      <View className='sub ink2'>{card ? [card.title, card.from].filter(Boolean).join('，') : ''}</View>
      {offer.refusal && <Note tone='brick'>{notSentWords(offer.refusal)}</Note>}
      {offer.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
      <Loadable waiting={blocks.waiting} failed={blocks.failed} onAgain={blocks.again}>
        <View>
          {blocks.data?.items.map((block) => (
            <Choice key={block.id} title={block.name} note={offer.state === 'sending' && to?.id === block.id ? '正在送' : blockNote(block)} chosen={to?.id === block.id} onTap={() => place(block)} />
          ))}
        </View>
      </Loadable>
    </Sheet>
  )
}
