import { Refusal } from '../../../contract/refusal'
import { dayOf } from '../../organization/rules/calendar'
import { visibleTo, type Method } from '../../runtime/request'
import { bumpVersion } from '../archive'
import { lockCare, reviewCare as write } from '../care'
import { mayDecide, seatOf } from '../rules/archive'

export const reviewCare: Method<'household', 'reviewCare'> = async (request, { committeeId, careId, basis, reviewOn }) => {
  const { tx, person, now, surroundings } = request
  const care = await lockCare(tx, committeeId, careId)
  visibleTo(request, mayDecide(seatOf(person, care)))
  if (care.residentId === null) throw new Refusal('WrongStep')
  if (reviewOn <= dayOf(now)) throw new Refusal('BadInput', { issues: [{ path: ['reviewOn'], code: 'too_small' }] })
  await Promise.all([write(tx, surroundings.seals, care, { basis, reviewOn, at: now }), bumpVersion(tx, care)])
  return { committeeId, householdId: care.householdId, version: care.version + 1 }
}
