import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { accessible } from '../../ui/accessible'
import { Choice } from '../../ui/Choice'
import { ChipGroup } from '../../ui/ChipGroup'
import { momentWord } from '../../ui/dates'
import { snoozeReasons } from './staffWording'
import { StepSheet } from './StepSheet'
import { useDraft } from './useDraft'
import { useSheetStep, type SheetEnds } from './useSheetStep'

interface Props extends SheetEnds {
  demand: Pick<Demand, 'id' | 'committeeId' | 'title' | 'snoozeUntil'>
}

/** Until when it lies out of sight, and why; only times the server offers. */
export function StaffSnooze({ demand, ...ends }: Props) {
  const { id: demandId, committeeId, snoozeUntil } = demand
  const [until, setUntil] = useState(snoozeUntil[0] ?? '')
  const [tried, setTried] = useState(false)
  const draft = useDraft(`demand.snooze.${demandId}`)
  const step = useSheetStep(['demand', 'snooze'] as const, demand, {
    ...ends,
    onGone: (kept) => {
      draft.forget()
      ends.onGone(kept)
    },
  })
  const reason = draft.text.trim()
  const send = () => {
    setTried(true)
    if (reason !== '' && until !== '') step.give({ committeeId, demandId, until, reason })
  }
  return (
    <StepSheet
      open
      title='先放一放'
      note='只在您的“等我办”里收起来，到时候自己回来；居民来了新的话，马上回来。答复的日子不变。'
      reason={{ id: 'snooze-reason', label: '为什么先放着', placeholder: '点上面的，或者自己写', value: draft.text, onChange: draft.write }}
      missing={tried && reason === '' ? '还差一样：为什么先放着' : ''}
      step={step}
      button={until === '' ? '先放一放' : `放到 ${momentWord(until)}`}
      onSend={send}
      onClose={ends.onClose}
    >
      <View {...accessible({ role: 'radiogroup', label: '放到什么时候' })}>
        {snoozeUntil.map((at) => <Choice key={at} title={momentWord(at)} chosen={at === until} onTap={() => setUntil(at)} />)}
      </View>
      <ChipGroup label='为什么' options={snoozeReasons.map((word) => ({ value: word, word }))} value={snoozeReasons.find((word) => word === reason) ?? null} onChange={draft.write} />
    </StepSheet>
  )
}
