import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { OutsideKind } from '../../../contract/demand/route'
import { ChipGroup } from '../../ui/ChipGroup'
import { TextInput } from '../../ui/TextInput'
import { outsideNames, outsideWords } from './staffWording'
import { StepSheet } from './StepSheet'
import { useDraft } from './useDraft'
import { useSheetStep, type SheetEnds } from './useSheetStep'

/** To whom outside, under which number there, and why. The owner stays answerable. */
export function StaffTransfer({ demand, ...ends }: SheetEnds & { demand: Demand }) {
  const { id: demandId, committeeId, owner } = demand
  const [kind, setKind] = useState<OutsideKind>('property')
  const [tried, setTried] = useState(false)
  const name = useDraft(`demand.transfer.name.${demandId}`)
  const number = useDraft(`demand.transfer.number.${demandId}`)
  const draft = useDraft(`demand.transfer.${demandId}`)
  const step = useSheetStep(['demand', 'transfer'] as const, demand, {
    ...ends,
    onGone: (kept) => {
      for (const part of [name, number, draft]) part.forget()
      ends.onGone(kept)
    },
  })
  const called = name.text.trim() || outsideNames[kind]
  const send = () => {
    setTried(true)
    if (called !== '') step.give({ committeeId, demandId, to: { kind, name: called, number: number.text.trim() || null }, reason: draft.text.trim() })
  }
  return (
    <StepSheet
      open
      title='转到外面办'
      note={`转出去以后还是${owner.name}盯着，答复居民的日子不变。`}
      reason={{ id: 'transfer-reason', label: '为什么转出去（可以不写）', placeholder: '居民会看到', value: draft.text, onChange: draft.write }}
      missing={tried && called === '' ? '还差一样：写清转给谁' : ''}
      step={step}
      button={called === '' ? '转出去' : `转给${called}`}
      onSend={send}
      onClose={ends.onClose}
    >
      <ChipGroup label='转给谁' options={OutsideKind.options.map((value) => ({ value, word: outsideWords[value] }))} value={kind} onChange={setKind} />
      <TextInput id='transfer-name' label={kind === 'other' ? '对方叫什么' : '对方叫什么（可以不写）'} value={name.text} onChange={name.write} maxLength={40} placeholder={outsideNames[kind]} />
      <TextInput id='transfer-number' label='对方的编号（可以不写）' value={number.text} onChange={number.write} maxLength={40} placeholder={kind === 'hotline' ? '工单号，以后查得到' : '报修单号'} />
    </StepSheet>
  )
}
