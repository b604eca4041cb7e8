import { useEffect } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { useLatest } from '../../ui/useLatest'

export type WordStep = 'reply' | 'ask' | 'answer' | 'note'
export type PlainStep = 'accept' | 'takeOver' | 'resume' | 'unsnooze'
export type StaffStep = WordStep | PlainStep
const steps = ['reply', 'ask', 'answer', 'note', 'accept', 'takeOver', 'resume', 'unsnooze'] as const

export function isPlainStep(step: string): step is PlainStep {
  return step === 'accept' || step === 'takeOver' || step === 'resume' || step === 'unsnooze'
}

interface Told {
  /** The server has it, or the phone keeps it and sends it by itself. */
  onGone: (step: StaffStep, kept: boolean) => void
  /** It had moved on. */
  onMoved: () => void
}

/** Each step one who serves may take from here without a sheet, and how the last one fared. */
export function useStaffSteps({ id: demandId, committeeId, title }: Demand, { onGone, onMoved }: Told) {
  const commands = {
    reply: useCommand(['demand', 'reply'], { onDone: () => onGone('reply', false) }),
    ask: useCommand(['demand', 'ask'], { onDone: () => onGone('ask', false) }),
    answer: useCommand(['demand', 'answer'], { onDone: () => onGone('answer', false) }),
    note: useCommand(['demand', 'note'], { onDone: () => onGone('note', false) }),
    accept: useCommand(['demand', 'accept'], { onDone: () => onGone('accept', false) }),
    takeOver: useCommand(['demand', 'takeOver'], { onDone: () => onGone('takeOver', false) }),
    resume: useCommand(['demand', 'resume'], { onDone: () => onGone('resume', false) }),
    unsnooze: useCommand(['demand', 'unsnooze'], { onDone: () => onGone('unsnooze', false) }),
  }
  const refused = steps.find((step) => commands[step].state === 'refused') ?? null
  const kept = steps.find((step) => commands[step].state === 'waiting') ?? null

  const late = refused !== null && commands[refused].refusal === 'WrongStep'
  const told = useLatest({ onGone, onMoved })

  useEffect(() => {
    if (late) told.current.onMoved()
  }, [late, told])

  useEffect(() => {
    if (kept) told.current.onGone(kept, true)
  }, [kept, told])

  return {
    sending: steps.find((step) => commands[step].state === 'sending') ?? null,
    refused: refused && commands[refused].refusal,
    failed: steps.some((step) => commands[step].state === 'failed'),
    kept,
    say: (step: WordStep, text: string) => commands[step].send({ committeeId, demandId, text }, title),
    take: (step: PlainStep) => commands[step].send({ committeeId, demandId }, title),
    forget: () => steps.forEach((step) => commands[step].state !== 'sending' && commands[step].state !== 'ready' && commands[step].reset()),
  }
}
