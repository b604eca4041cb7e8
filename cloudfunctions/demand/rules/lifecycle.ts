/** What each step does to a demand. Every change of status goes through `statusAfter`. */
import type { DemandStatus, DemandStep } from '../../../contract/demand'
import { Refusal } from '../../../contract/refusal'

/** Steps on a demand that exists; `file` makes it. */
export type LaterStep = Exclude<DemandStep, 'file'>

/** From where each step leads where. A step that is not named may not be taken. */
const next: Record<DemandStatus, Partial<Record<LaterStep, DemandStatus>>> = {
  submitted: { add: 'submitted', accept: 'accepted', reply: 'accepted', answer: 'answered', note: 'submitted', handOver: 'submitted', takeOver: 'accepted', withdraw: 'withdrawn' },
  accepted: { add: 'accepted', reply: 'accepted', answer: 'answered', note: 'accepted', handOver: 'accepted', takeOver: 'accepted', withdraw: 'withdrawn' },
  answered: { add: 'answered', reply: 'answered', note: 'answered', confirm: 'closed', notSolved: 'reopened' },
  reopened: { add: 'reopened', reply: 'reopened', answer: 'answered', note: 'reopened', handOver: 'reopened', takeOver: 'reopened', withdraw: 'withdrawn' },
  closed: { note: 'closed' },
  withdrawn: { note: 'withdrawn' },
}

export function stepsFrom(status: DemandStatus): LaterStep[] {
  return Object.keys(next[status]) as LaterStep[]
}

/** @throws Refusal `WrongStep` when the demand has moved on. */
export function statusAfter(status: DemandStatus, step: LaterStep): DemandStatus {
  const after = next[status][step]
  if (!after) throw new Refusal('WrongStep')
  return after
}

/** After this many times “not solved”, the next one also goes to the director (DOMAIN 3.1: twice at most, then up). */
export const reopensBeforeDirector = 2
