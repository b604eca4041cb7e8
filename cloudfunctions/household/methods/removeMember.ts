import { leads, servesWhole } from '../../account/rules/person'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { depart, lockResident } from '../codes'

/** @throws Refusal `NotFound` for somebody the person does not serve, for oneself, and for one who has left already */
export const removeMember: Method<'household', 'removeMember'> = async (request, { committeeId, residentId, reason }) => {
  const { tx, person, now } = request
  const resident = await lockResident(tx, committeeId, residentId)
  visibleTo(request, resident.accountId !== person.accountId && (leads(person, resident.blockId) || servesWhole(person, committeeId)))
  await Promise.all([
    queueNotices(tx, { committeeId, subject: 'household', subjectId: resident.householdId, title: resident.label, at: now },
      resident.accountId ? [{ id: newId(request), toId: resident.accountId, about: 'memberRemoved', fromName: person.name }] : []),
    depart(tx, { committeeId, resident, id: newId(request), me: person.accountId, why: reason, now }),
  ])
  return { residentId }
}
