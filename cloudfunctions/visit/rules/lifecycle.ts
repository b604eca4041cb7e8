/** What each step does to a visit online. Every change of state goes through `stateAfter`. */
import { Refusal } from '../../../contract/refusal'
import type { VisitState, VisitStep } from '../../../contract/visit'

/** Steps on a visit that exists; `ask` and `invite` make it. */
export type LaterStep = Exclude<VisitStep, 'ask' | 'invite'>
/** Who takes a step: somebody of the household, or one who serves it; the timer speaks for the host. */
export type Side = 'home' | 'host'

/** `same`: it stands where it stood · `offered`: the other side has times before it. */
type After = VisitState | 'same' | 'offered'
type Steps = Partial<Record<LaterStep, After>>

/** Before both know when: a talk that comes about by itself is one too. */
const looking: Steps = { propose: 'offered', accept: 'booked', move: 'booked', cancel: 'cancelled', say: 'same', hold: 'held', summarise: 'summarised', standIn: 'same' }

/** From where each step leads where. A step that is not named may not be taken. */
const next: Record<VisitState, Steps> = {
  asked: looking,
  proposed: looking,
  // Who stands in keeps the time; where nobody can, the household is asked for another.
  booked: { move: 'booked', propose: 'offered', cancel: 'cancelled', say: 'same', hold: 'held', summarise: 'summarised', standIn: 'same', miss: 'missed' },
  missed: { move: 'booked', propose: 'offered', cancel: 'cancelled', say: 'same', hold: 'held', summarise: 'summarised' },
  held: { say: 'same', summarise: 'summarised' },
  summarised: { say: 'same', confirm: 'confirmed', correct: 'held' },
  confirmed: {},
  cancelled: {},
}

export function stepsFrom(state: VisitState): LaterStep[] {
  return Object.keys(next[state]) as LaterStep[]
}

/** @throws Refusal `WrongStep` when the visit has moved on */
export function stateAfter(state: VisitState, step: LaterStep, side: Side): VisitState {
  const after = next[state][step]
  if (!after) throw new Refusal('WrongStep')
  if (after === 'same') return state
  if (after !== 'offered') return after
  return side === 'home' ? 'asked' : 'proposed'
}

/** Where the step would lead, or null where the visit has moved on. */
export function stateIfPossible(state: VisitState, step: LaterStep, side: Side): VisitState | null {
  return next[state][step] ? stateAfter(state, step, side) : null
}

/** Still to be agreed on, held, or seen to. */
export const openStates: readonly VisitState[] = ['asked', 'proposed', 'booked', 'held', 'summarised', 'missed']

/** They have talked, whatever came after. */
export function isHeld(state: VisitState): boolean {
  return state === 'held' || state === 'summarised' || state === 'confirmed'
}

/** Whose move it is. */
export function turnOf(state: VisitState): Side | null {
  if (state === 'asked' || state === 'held' || state === 'missed') return 'host'
  return state === 'proposed' || state === 'summarised' ? 'home' : null
}
