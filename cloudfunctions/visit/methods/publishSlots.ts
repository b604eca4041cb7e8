import { serves } from '../../account/rules/person'
import { getRoster } from '../../organization/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { spanOf, timesToPublish } from '../rules/slots'
import { insertSlots, listSlots } from '../slots'

/** Eight weeks ahead at most, and the visit itself within another. */
const far = 70 * 86_400_000

export const publishSlots: Method<'visit', 'publishSlots'> = async (request, { committeeId, times, minutes, weeks }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const until = new Date(Date.parse(now) + far).toISOString()
  const [existing, roster] = await Promise.all([listSlots(tx, { committeeId, hostId: person.accountId, from: now, until }), getRoster(tx, committeeId, now)])
  const wanted = timesToPublish({ times, minutes, weeks, existing: existing.map((slot) => spanOf(slot.startsAt, slot.minutes)), calendar: roster.calendar, now }).filter((at) => at < until)
  const published = await insertSlots(tx, { committeeId, hostId: person.accountId, minutes, slots: wanted.map((startsAt) => ({ id: newId(request), startsAt })) })
  return { published, left: times.length * weeks - published }
}
