import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { newId, type Method } from '../../runtime/request'
import { doorTitle, getDoorHousehold, insertHomeVisit, insertHomeVisitEntry, viewDoor } from '../doors'
import { spanFits } from '../rules/door'

/**
 * Whether the household allows it the database says, and no check here could say it better: a refusal would take the record of the attempt with it,
 * so it is an answer.
 */
export const sendToDoor: Method<'visit', 'sendToDoor'> = async (request, { who, purpose, fromAt, untilAt, consentId = null, ...place }) => {
  const { tx, person, now } = request
  const { committeeId } = place
  const me = person.accountId
  if (!spanFits({ fromAt, untilAt }, now)) throw new Refusal('BadInput', { issues: [{ path: ['untilAt'], code: 'span' }] })
  const id = newId(request)
  const [household, made] = await Promise.all([getDoorHousehold(tx, place), insertHomeVisit(tx, { place, id, who, purpose, fromAt, untilAt, consentId, by: me, at: now })])
  // By the database's own word: where it let nothing be written, there is nothing to call an attempt.
  if (!household.served) throw new Refusal('NotFound')
  const { householdId, people } = household
  const about = made ? ('homeVisitPlanned' as const) : ('homeVisitTried' as const)
  const [, , view] = await Promise.all([
    made && insertHomeVisitEntry(tx, { committeeId, id: newId(request), visitId: id, at: now, by: me, step: 'accept', from: null, to: 'booked', text: null, doubt: null }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: doorTitle, at: now }, people.filter((toId) => toId !== me).map((toId) => ({ id: newId(request), toId, about, fromName: person.name }))),
    viewDoor(tx, person, { committeeId, householdId }, now),
  ])
  return { vetoed: !made, door: view }
}
