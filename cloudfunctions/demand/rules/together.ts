/** Demands worked on together: what reaches all of them, and to whom one goes back that leaves. Pure. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { Id } from '../../../contract/values'
import { absenceOf, type Roster } from '../../organization/rules/roster'
import type { LaterStep } from './lifecycle'

/** What residents are told of a lead. A question is for the one who is asked; what colleagues say to each other is for nobody else. */
const forAll: ReadonlySet<LaterStep> = new Set(['accept', 'reply', 'answer', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline', 'grantMoreTime'])

/** Whether it is written in the thread of each that is joined. What an outside party sent back is told like what it was given. */
export function reaches(step: LaterStep, from: DemandStatus): boolean {
  return forAll.has(step) || (step === 'bounce' && from === 'transferred')
}

/** Steps that change or speak to a whole group, and so lock it whole. */
const ofGroups: ReadonlySet<LaterStep> = new Set([...forAll, 'bounce', 'separate', 'withdraw', 'notSolved', 'move'])

export function locksGroup(step: LaterStep): boolean {
  return ofGroups.has(step)
}

/** To whom one that leaves its lead is offered back: whose it was, if they still serve, are there, and did not file it. Until they take it the lead's owner answers for it. */
export function offeredBackTo(demand: { joinedFrom: Id | null; ownerId: Id; filedBy: Id | null }, roster: Roster): Id | null {
  const { joinedFrom: before, ownerId, filedBy } = demand
  if (before === null || before === ownerId || before === filedBy || absenceOf(roster, before)) return null
  const serves = [...roster.leaders.values(), ...roster.deputies.values(), ...roster.officerIds, roster.directorId, ...roster.sectionIds, ...roster.headIds].includes(before)
  return serves ? before : null
}
