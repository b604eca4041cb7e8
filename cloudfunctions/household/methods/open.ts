import { childName, isChild } from '../../../contract/child'
import { Refusal } from '../../../contract/refusal'
import { dayOf } from '../../organization/rules/calendar'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { findHome } from '../archive'
import { openHousehold } from '../openings'
import { mayDecide, mayOpen, seatOf } from '../rules/archive'

/** The database hands out what lies sealed and writes down who asked in one statement: there is no other way to it. */
export const open: Method<'household', 'open'> = async (request, { committeeId, householdId, what, why }) => {
  const { tx, person, now, surroundings } = request
  const kinds = [...new Set(what)]
  const [home, opened] = await Promise.all([
    findHome(tx, committeeId, householdId),
    openHousehold(tx, surroundings.seals, { committeeId, householdId, id: newId(request), what: kinds, why, at: now }),
  ])
  visibleTo(request, home !== undefined && mayOpen(seatOf(person, home), kinds))
  if (!opened) throw new Refusal('NotFound')
  const names = new Map(opened.names.map(({ residentId, name }) => [residentId, name]))
  const nameOf = (residentId: string) => names.get(residentId) ?? ''
  // Who serves whole opens how grown people are reached; for a child's name it takes who leads the block, or decides.
  const children = new Set(opened.people.filter(({ birthYear }) => isChild(birthYear, dayOf(now))).map(({ residentId }) => residentId))
  const decides = home !== undefined && mayDecide(seatOf(person, home))
  return {
    committeeId, householdId, people: opened.people.map((one) => (!children.has(one.residentId) ? { ...one, birthYear: null } : decides ? one : { ...one, name: childName, birthYear: null, phone: null, email: null })),
    care: opened.care.map(({ careId, residentId, kind, basis, law, contest }) => ({ careId, name: nameOf(residentId), kind, basis, law, contest })),
    notes: opened.changes.filter(({ field, state }) => field === 'note' && state === 'applied').map(({ id, residentId, new: text, at }) => ({ id, name: nameOf(residentId), text: text ?? '', at })),
    waiting: opened.changes.filter(({ state }) => state === 'proposed').map(({ id, field, residentId, old, new: text }) => ({ id, field, name: nameOf(residentId), old, new: text })),
  }
}
