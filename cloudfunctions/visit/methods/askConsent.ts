import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { doorTitle, getDoorHousehold, insertConsent, servesDoor, viewDoor } from '../doors'
import { spanFits } from '../rules/door'

/** Quiet hours give way only to a danger the household wrote of itself (STORIES S1). @throws Refusal `WrongStep` where the household lets people come: there is nothing to ask; `AlreadyAsked` while one question waits */
export const askConsent: Method<'visit', 'askConsent'> = async (request, { who, purpose, fromAt, untilAt, ...place }) => {
  const { tx, person, now } = request
  const { committeeId } = place
  const household = await getDoorHousehold(tx, place)
  visibleTo(request, servesDoor(person, committeeId, household.blockId))
  if (!household.declines) throw new Refusal('WrongStep')
  if (!spanFits({ fromAt, untilAt }, now)) throw new Refusal('BadInput', { issues: [{ path: ['untilAt'], code: 'span' }] })
  const [, , view] = await Promise.all([
    insertConsent(tx, {
      committeeId, id: newId(request), householdId: household.householdId, blockId: household.blockId, demandId: place.demandId ?? null, who, purpose, fromAt, untilAt, askedBy: person.accountId, askedAt: now,
    }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: household.householdId, title: doorTitle, at: now },
      household.people.filter((toId) => toId !== person.accountId).map((toId) => ({ id: newId(request), toId, about: 'consentAsked' as const, fromName: person.name, urgent: household.danger }))),
    viewDoor(tx, person, { committeeId, householdId: household.householdId }, now),
  ])
  return view
}
