import { visibleTo, newId, type Method } from '../../runtime/request'
import { bumpVersion, insertDecision } from '../archive'
import { endCare as write, lockCare } from '../care'
import { mayDecide, seatOf } from '../rules/archive'

export const endCare: Method<'household', 'endCare'> = async (request, { committeeId, careId, why }) => {
  const { tx, person, now, surroundings } = request
  const care = await lockCare(tx, committeeId, careId)
  visibleTo(request, mayDecide(seatOf(person, care)))
  await Promise.all([
    write(tx, surroundings.seals, care, { by: person.accountId, at: now, why }),
    bumpVersion(tx, care),
    care.others > 0 ? undefined : insertDecision(tx, { ...care, noHomeVisits: care.wish.noHomeVisits }, { id: newId(request), cared: false, why: 'careEnded', source: 'staff', byId: person.accountId, at: now }),
  ])
  return { committeeId, householdId: care.householdId, version: care.version + 1 }
}
