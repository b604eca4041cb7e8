import { serves } from '../../account/rules/person'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { visibleTo, type Method } from '../../runtime/request'
import { isAway, spanOf } from '../rules/slots'
import { listAway, listSlots } from '../slots'

const shown = 28

export const mySlots: Method<'visit', 'mySlots'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const of = { committeeId, hostId: person.accountId, from: now, until: momentOf(dayAfter(dayOf(now), shown), 0) }
  const [slots, leaves] = await Promise.all([listSlots(tx, of), listAway(tx, of)])
  return { items: slots.map((slot) => ({ ...slot, away: isAway(spanOf(slot.startsAt, slot.minutes), leaves) })) }
}
