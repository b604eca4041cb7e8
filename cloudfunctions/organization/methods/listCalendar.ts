import { approves } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listOwnDays } from '../ownDays'
import { dayOf, officialCalendar } from '../rules/calendar'
import { servesIn } from '../rules/roster'
import { yearDays } from '../rules/yearDays'

export const listCalendar: Method<'organization', 'listCalendar'> = async (request, { committeeId, year }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  const today = dayOf(now)
  const mayChange = approves(person, committeeId)
  const own = await listOwnDays(tx, committeeId, year)
  return {
    year, today, mayChange,
    provisional: officialCalendar.isProvisional(`${year}-01-01`),
    days: yearDays(year, own).map((day) => ({ ...day, mayChange: mayChange && day.kind === 'own' && day.day > today })),
  }
}
