import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listDuties } from '../duties'
import { dayAfter, dayOf, mondayOf } from '../rules/calendar'
import { dutyDays, receivers, servesIn } from '../rules/roster'
import { getRoster } from '../store'

const weeks = 4
const days = weeks * 7

/** Past weeks may be looked at; gaps are counted from today. */
export const listDuty: Method<'organization', 'listDuty'> = async (request, { committeeId, from }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  const today = dayOf(now)
  const monday = mondayOf(from ?? today)
  const [roster, shown, ahead] = await Promise.all([
    getRoster(tx, committeeId, now),
    listDuties(tx, committeeId, monday, dayAfter(monday, days - 1)),
    listDuties(tx, committeeId, today, dayAfter(today, days - 1)),
  ])
  return {
    today,
    days: dutyDays(roster, monday, days, shown),
    gaps: dutyDays(roster, today, days, ahead).filter((day) => day.working && day.staff === null).map(({ day }) => day),
    people: receivers(roster),
    maySet: servesWhole(person, committeeId),
  }
}
