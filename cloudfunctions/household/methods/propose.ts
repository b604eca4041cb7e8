import { Refusal } from '../../../contract/refusal'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { leaderPresence } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { queueNotices } from '../../notice/store'
import { applyChange, listPeople, listWaiting, lockHome, proposeChange, valueOf } from '../archive'
import { openOwn } from '../openings'
import { fateOfWord, refusedBy, residentOf, seatOf } from '../rules/archive'

/** Of the home's own people. A number of one's own holds at once, the rest waits for the leader. */
export const propose: Method<'household', 'propose'> = async (request, { committeeId, householdId, edits }) => {
  const { tx, person, now, surroundings } = request
  const { seals } = surroundings
  const me = person.accountId
  const [home, people, waiting, own, roster] = await Promise.all([
    lockHome(tx, committeeId, householdId), listPeople(tx, committeeId, householdId), listWaiting(tx, committeeId, householdId), openOwn(tx, seals, committeeId, householdId), getRoster(tx, committeeId, now),
  ])
  visibleTo(request, seatOf(person, home) === 'home')
  const mine = people.flatMap(({ residentId, accountId }) => (accountId === me ? [residentId] : []))
  let version = home.version
  const fates = edits.map((edit) => {
    const residentId = residentOf(edit)
    const fate = fateOfWord(edit, mine)
    if (residentId !== null && !people.some((one) => one.residentId === residentId)) throw new Refusal('NotFound')
    if (fate === 'refused') throw new Refusal('NotAllowed')
    if (refusedBy(edit, people.find((one) => one.residentId === residentId)?.refused)) throw new Refusal('ConsentFirst')
    // The same of the same person is asked once at a time.
    if (fate === 'proposed' && edit.field !== 'member' && waiting.some((one) => one.byId === me && one.field === edit.field && one.residentId === residentId)) throw new Refusal('AlreadyAsked')
    return { edit, fate }
  })
  const made = (edit: (typeof edits)[number]) => ({ committeeId, householdId, blockId: home.blockId, id: newId(request), edit, source: 'resident' as const, byId: me, at: now })
  const asks = fates.some(({ fate }) => fate === 'proposed')
  const leader = leaderPresence(roster, home.blockId, now)?.staff.accountId ?? roster.directorId
  await Promise.all([
    ...fates.map(({ edit, fate }) => {
      if (fate === 'proposed') return proposeChange(tx, seals, made(edit), { old: valueOf(edit, home, people) })
      version += 1
      const number = own.people.find((one) => one.residentId === residentOf(edit))
      return applyChange(tx, seals, made(edit), { version, old: (edit.field === 'phone' ? number?.phone : number?.email) ?? null, newId: newId(request) })
    }),
    asks && leader && leader !== me ? queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, [{ id: newId(request), toId: leader, about: 'archiveAsked', fromName: person.name }]) : undefined,
  ])
  return { committeeId, householdId, version }
}
