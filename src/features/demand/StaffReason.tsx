import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { reasonSheets, type ReasonStep } from './staffWording'
import { StepSheet } from './StepSheet'
import { useDraft } from './useDraft'
import { useSheetStep, type SheetEnds } from './useSheetStep'

interface Props extends SheetEnds {
  demand: Demand
  step: ReasonStep
}

/** A step that needs a reason and nothing else. */
export function StaffReason({ demand, step: name, ...ends }: Props) {
  const { id: demandId, committeeId } = demand
  const { title, note, label, placeholder, least, missing, button } = reasonSheets[name](demand)
  const draft = useDraft(`demand.${name}.${demandId}`)
  const [tried, setTried] = useState(false)
  const step = useSheetStep(['demand', name] as const, demand, {
    ...ends,
    onGone: (kept) => {
      draft.forget()
      ends.onGone(kept)
    },
  })
  const reason = draft.text.trim()
  const send = () => {
    setTried(true)
    if (reason.length >= least) step.give({ committeeId, demandId, reason })
  }
  return (
    <StepSheet
      open
      title={title}
      note={note}
      reason={{ id: `${name}-reason`, label, placeholder, value: draft.text, onChange: draft.write }}
      missing={tried && reason.length < least ? missing : ''}
      step={step}
      button={button}
      onSend={send}
      onClose={ends.onClose}
    />
  )
}
