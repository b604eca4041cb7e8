import { approves } from '../../account/rules/person'
import { listClocks } from '../../demand/calendarChange'
import { dueChanges, effectOf } from '../../demand/rules/calendarChange'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { calendarChanged, dayOf } from '../rules/calendar'
import { servesIn } from '../rules/roster'
import { allOwnDays } from '../ownDays'

/** The same rules as `setClosingDay` and `removeClosingDay`, with nothing written; a day that has begun moves nothing. */
export const foreseeDay: Method<'organization', 'foreseeDay'> = async (request, { committeeId, day, to }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  const [own, demands] = await Promise.all([allOwnDays(tx, committeeId), listClocks(tx, committeeId, { hold: false })])
  return effectOf(day > dayOf(now) ? dueChanges(calendarChanged(own, day, to), demands) : [])
}
