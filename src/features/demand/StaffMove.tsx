import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Choice } from '../../ui/Choice'
import { Loadable } from '../../ui/Loadable'
import { StepSheet } from './StepSheet'

interface Props {
  demand: Demand
  onClose: () => void
  onMovedAway: (words: string) => void
}

/** To which committee, and why: the resident reads it. */
export function StaffMove({ demand: { id: demandId, committeeId, title }, onClose, onMovedAway }: Props) {
  const list = useRead(['organization', 'committees'], {})
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const move = useCommand(['demand', 'move'], {
    onDone: ({ number, toCommittee }) => {
      onMovedAway(`${number} 已转到${toCommittee}，由那边接着办。这边不再能看。`)
      onClose()
    },
  })
  const words = reason.trim()
  const ready = to !== '' && words.length >= 2
  const send = () => {
    setTried(true)
    if (ready) move.send({ committeeId, demandId, toCommitteeId: to, reason: words }, title)
  }
  return (
    <StepSheet
      open
      title='转到哪个居委会'
      note='话、照片和编号都跟过去，答复的日子不变。转走以后，这边不再能看，内部记录也不带走。'
      reason={{ id: 'move-reason', label: '为什么转', value: reason, onChange: setReason, placeholder: '居民会看到' }}
      missing={tried && !ready ? (to === '' ? '还差一步：选居委会' : '写一句为什么转') : ''}
      step={move}
      button='转过去'
      onSend={send}
      onClose={onClose}
    >
      <Loadable waiting={list.waiting} failed={list.failed} onAgain={list.again}>
        <>{list.data?.items.filter(({ id, open }) => open && id !== committeeId).map(({ id, name }) => <Choice key={id} title={name} chosen={id === to} onTap={() => setTo(id)} />)}</>
      </Loadable>
    </StepSheet>
  )
}
