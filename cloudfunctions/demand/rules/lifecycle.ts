/** What each step does to a demand. Every change of status goes through `statusAfter`. */
import type { DemandStatus, DemandStep } from '../../../contract/demand/life'
import { Refusal } from '../../../contract/refusal'

/** Steps on a demand that exists; `file` makes it, and letting words go is a step on words (safety). */
export type LaterStep = Exclude<DemandStep, 'file' | 'release' | 'reject'>

/** `same`: it stands where it stood · `working`: back to work, as reopened when it was answered before. */
type After = DemandStatus | 'same' | 'working'
type Steps = Partial<Record<LaterStep, After>>

/** Words and offers that leave an open demand where it stands. */
const aside: Steps = {
  add: 'same', reply: 'same', note: 'same', handOver: 'same', bounce: 'same', takeOver: 'same', askMoreTime: 'same', grantMoreTime: 'same', refuseMoreTime: 'same',
  snooze: 'same', move: 'same', standIn: 'same', escalate: 'same', due: 'same',
}
/** What leads on from any stretch of work. */
const onward: Steps = {
  ask: 'asked', answer: 'answered', transfer: 'transferred', takeToMeeting: 'atMeeting', assign: 'working', decline: 'declined', join: 'merged', withdraw: 'withdrawn',
}

/** From where each step leads where. A step that is not named may not be taken. */
const next: Record<DemandStatus, Steps> = {
  submitted: { ...aside, ...onward, accept: 'accepted', reply: 'accepted', takeOver: 'accepted' },
  accepted: { ...aside, ...onward },
  reopened: { ...aside, ...onward },
  asked: { ...aside, ...onward, ask: 'asked', add: 'working', resume: 'working' },
  atMeeting: { ...aside, ...onward, takeToMeeting: 'atMeeting', resume: 'working', move: 'working' },
  // While an outside party has it there is nothing to offer; `bounce` is theirs.
  transferred: { ...aside, ...onward, bounce: 'working', move: 'working', handOver: undefined },
  // Worked on with another: what is said there reaches it, and it can leave.
  merged: { add: 'same', note: 'same', reply: 'same', answer: 'answered', decline: 'declined', separate: 'working', withdraw: 'withdrawn', standIn: 'same', due: 'same' },
  answered: { add: 'same', reply: 'same', note: 'same', confirm: 'closed', notSolved: 'reopened', closeSilent: 'closed', standIn: 'same' },
  // Who said nothing may still speak; who was told no may say that it is not solved.
  closed: { note: 'same', reply: 'same', rate: 'same', confirm: 'closed', notSolved: 'reopened' },
  declined: { note: 'same', add: 'same', reply: 'same', rate: 'same', notSolved: 'reopened' },
  withdrawn: { note: 'same' },
}

export function stepsFrom(status: DemandStatus): LaterStep[] {
  const steps = next[status]
  return (Object.keys(steps) as LaterStep[]).filter((step) => steps[step] !== undefined)
}

/**
 * @param demand where it stands, and how often its resident said “not solved”
 * @throws Refusal `WrongStep` when the demand has moved on
 */
export function statusAfter({ status, reopened }: { status: DemandStatus; reopened: number }, step: LaterStep): DemandStatus {
  const after = next[status][step]
  if (!after) throw new Refusal('WrongStep')
  if (after === 'same') return status
  if (after !== 'working') return after
  return reopened > 0 ? 'reopened' : 'accepted'
}

/** The same, or null where the step can no longer be taken. */
export function statusIfPossible(demand: { status: DemandStatus; reopened: number }, step: LaterStep): DemandStatus | null {
  return next[demand.status][step] ? statusAfter(demand, step) : null
}

/** Nobody has to do anything any more. */
export function isResting(status: DemandStatus): boolean {
  return status === 'closed' || status === 'withdrawn' || status === 'declined'
}

/** Somebody who serves has to do something. */
export function isWorking(status: DemandStatus): boolean {
  return !isResting(status) && status !== 'answered' && status !== 'asked' && status !== 'merged'
}

/** After this many times “not solved”, the next one also goes to the director (DOMAIN 3.1: twice at most, then up). */
export const reopensBeforeDirector = 2
