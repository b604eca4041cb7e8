/** What a decision does to a demand. Pure. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { Outside } from '../../../contract/demand/route'
import type { Outcome, ResolutionWhy } from '../../../contract/meeting'
import type { NoticeAbout } from '../../../contract/notice'
import { Refusal } from '../../../contract/refusal'
import type { Day, Id } from '../../../contract/values'
import { stepsFrom, type LaterStep } from '../../demand/rules/lifecycle'

/** The step a decision is, from where the demand stands. */
export function stepOf(outcome: Outcome, status: DemandStatus): LaterStep {
  if (outcome === 'fund') return 'answer'
  // What was taken here and goes on as it stands is worked on again; elsewhere it is a word to the resident.
  if (outcome === 'note') return status === 'atMeeting' ? 'resume' : 'reply'
  return outcome
}

const all: readonly Outcome[] = ['answer', 'assign', 'transfer', 'decline', 'fund', 'note']

/** What may be decided about a demand that stands there, in the order it is offered. */
export function outcomesFrom(status: DemandStatus): Outcome[] {
  const steps = stepsFrom(status)
  return all.filter((outcome) => steps.includes(stepOf(outcome, status)))
}

/** Why it was spoken of, when it stands for more than one reason: the first. */
export function whyOf(matter: { status: DemandStatus; overdue: boolean; bounced: boolean; followed: boolean }): ResolutionWhy {
  if (matter.followed) return 'followUp'
  // Brought up at the table is taken to the meeting too.
  return matter.status === 'atMeeting' ? 'taken' : matter.overdue ? 'overdue' : matter.bounced ? 'bounced' : 'taken'
}

export interface Decision {
  outcome: Outcome
  demandId?: Id | undefined
  title?: string | undefined
  ownerId?: Id | undefined
  dueOn?: Day | undefined
  to?: Outside | undefined
}

/** @throws Refusal `BadInput`, naming the field that is missing or does not fit */
export function checkDecision(decision: Decision, today: Day): void {
  const { outcome, demandId, title, ownerId, dueOn, to } = decision
  const issues: { path: string[]; code: string }[] = []
  const wrong = (field: string, code: string) => issues.push({ path: [field], code })
  if (demandId === undefined && title === undefined) wrong('title', 'required')
  if (demandId === undefined && !['assign', 'fund', 'note'].includes(outcome)) wrong('outcome', 'invalid_value')
  if (ownerId === undefined && (outcome === 'assign' || dueOn !== undefined)) wrong('ownerId', 'required')
  if (dueOn === undefined && (outcome === 'assign' || ownerId !== undefined)) wrong('dueOn', 'required')
  if (dueOn !== undefined && dueOn < today) wrong('dueOn', 'too_small')
  if (outcome === 'transfer' && to === undefined) wrong('to', 'required')
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
}

/** Of an assignment: who was there took it there, and has it now; anybody else is offered it, and until it is taken the owner stays. */
export function takesAtOnce(assigned: { ownerId: Id; present: readonly Id[] }): boolean {
  return assigned.present.includes(assigned.ownerId)
}

/** What the resident is told, by decision. */
export const toldResident: Record<Outcome, NoticeAbout> = {
  answer: 'demandAnswered', fund: 'demandAnswered', assign: 'demandReplied', transfer: 'demandTransferred', decline: 'demandDeclined', note: 'demandReplied',
}
