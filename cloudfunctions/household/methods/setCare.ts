import { Refusal } from '../../../contract/refusal'
import { dayOf } from '../../organization/rules/calendar'
import { queueNotices } from '../../notice/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { bumpVersion, insertDecision, isCared, listPeople, lockHome } from '../archive'
import { insertCare } from '../care'
import { mayDecide, seatOf } from '../rules/archive'

/**
 * The person concerned is told, and may say that it is not so.
 * @throws Refusal `ConsentFirst` where they have said no to it and no law is named
 */
export const setCare: Method<'household', 'setCare'> = async (request, { committeeId, householdId, residentId, kind, basis, law = null, reviewOn }) => {
  const { tx, person, now, surroundings } = request
  const [home, people, cared] = await Promise.all([lockHome(tx, committeeId, householdId), listPeople(tx, committeeId, householdId), isCared(tx, committeeId, householdId)])
  const seat = seatOf(person, home)
  visibleTo(request, seat !== null)
  allowedTo(request, mayDecide(seat))
  const concerned = people.find((one) => one.residentId === residentId && one.leftAt === null)
  if (!concerned) throw new Refusal('NotFound')
  if (law === null && (concerned.refused.includes('sensitive') || concerned.refused.includes('minor'))) throw new Refusal('ConsentFirst')
  if (reviewOn <= dayOf(now)) throw new Refusal('BadInput', { issues: [{ path: ['reviewOn'], code: 'too_small' }] })
  const word = { by: person.accountId, at: now }
  await Promise.all([
    insertCare(tx, surroundings.seals, home, { id: newId(request), residentId, kind, basis, law, since: dayOf(now), reviewOn, ...word }),
    bumpVersion(tx, home),
    cared ? undefined : insertDecision(tx, { ...home, noHomeVisits: home.wish.noHomeVisits }, { id: newId(request), cared: true, why: 'care', source: 'staff', byId: person.accountId, at: now }),
    concerned.accountId ? queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, [{ id: newId(request), toId: concerned.accountId, about: 'careSet', fromName: person.name }]) : undefined,
  ])
  return { committeeId, householdId, version: home.version + 1 }
}
