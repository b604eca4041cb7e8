import type { ArchiveValue } from '../../../contract/archive'
import { Refusal } from '../../../contract/refusal'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { applyChange, listPast, listPeople, listWaiting, lockHome, proposeChange, valueOf } from '../archive'
import { openHousehold } from '../openings'
import { mayChange, metBy, refusedBy, residentOf, seatOf } from '../rules/archive'
import { changeView } from '../view'

/**
 * What stood there is kept with every change, so a number that is replaced is opened first, and that is written down like every opening.
 * @throws Refusal `ConsentFirst` for a number or a note its person has said no to
 */
export const change: Method<'household', 'change'> = async (request, { committeeId, householdId, version: seen, edits }) => {
  const { tx, person, now, surroundings } = request
  const { seals } = surroundings
  const numbers = edits.some(({ field }) => field === 'phone' || field === 'email')
  const [home, people, past, opened] = await Promise.all([
    lockHome(tx, committeeId, householdId),
    listPeople(tx, committeeId, householdId),
    listPast(tx, committeeId, householdId, seen),
    numbers ? openHousehold(tx, seals, { committeeId, householdId, id: newId(request), what: ['contact'], why: '改联系方式', at: now }) : undefined,
  ])
  const seat = seatOf(person, home)
  visibleTo(request, seat !== null)
  allowedTo(request, edits.every((edit) => mayChange(seat, edit)))
  if (numbers && !opened) throw new Refusal('NotAllowed')
  if (edits.some((edit) => refusedBy(edit, people.find(({ residentId }) => residentId === residentOf(edit))?.refused))) throw new Refusal('ConsentFirst')
  const before = (edit: (typeof edits)[number]): ArchiveValue => {
    const residentId = residentOf(edit)
    if (residentId !== null && !people.some((one) => one.residentId === residentId)) throw new Refusal('NotFound')
    const number = opened?.people.find((one) => one.residentId === residentId)
    return edit.field === 'phone' ? (number?.phone ?? null) : edit.field === 'email' ? (number?.email ?? null) : valueOf(edit, home, people)
  }
  let version = home.version
  const met = new Set<string>()
  const writes = edits.flatMap((edit) => {
    const old = before(edit)
    if (JSON.stringify(old) === JSON.stringify(edit.value)) return []
    const made = { committeeId, householdId, blockId: home.blockId, id: newId(request), edit, source: 'staff' as const, byId: person.accountId, at: now }
    const theirs = metBy(edit, seen, past)
    if (theirs) {
      met.add(made.id)
      return [proposeChange(tx, seals, made, { old, against: theirs.id })]
    }
    version += 1
    return [applyChange(tx, seals, made, { version, old, newId: newId(request) })]
  })
  // Sent after the writes, so it reads them.
  const [waiting] = await Promise.all([listWaiting(tx, committeeId, householdId), ...writes])
  return { committeeId, householdId, version, conflicts: waiting.filter(({ id }) => met.has(id)).map((one) => changeView(one, seat ?? 'leader')) }
}
