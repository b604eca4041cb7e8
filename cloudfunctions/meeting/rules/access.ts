/** Who may hold a committee's meetings: the first wall. All who serve there read them, each as far as they may see the demands. Row security (policies/0151) is the second. */
import type { Id } from '../../../contract/values'
import { approves, type Person } from '../../account/rules/person'

/** Director and secretary open, decide and close. */
export function holds(person: Person, committeeId: Id): boolean {
  return approves(person, committeeId)
}

/** A follow-up is settled by whoever has to see to it, or by those who hold the meeting. */
export function maySettle(person: Person, resolution: { committeeId: Id; ownerId: Id | null; settled: string | null }): boolean {
  if (resolution.ownerId === null || resolution.settled !== null) return false
  return resolution.ownerId === person.accountId || holds(person, resolution.committeeId)
}
