import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { changeDues, listClocks } from '../../demand/calendarChange'
import { dueChanges, effectOf } from '../../demand/rules/calendarChange'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { allOwnDays, removeOwnDay } from '../ownDays'
import { calendarChanged, dayOf, dayWords } from '../rules/calendar'
import { servesIn } from '../rules/roster'

/** @throws Refusal `NotFound` for a day that is none of one's own, `DayBegun` */
export const removeClosingDay: Method<'organization', 'removeClosingDay'> = async (request, { committeeId, day }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  if (day <= dayOf(now)) throw new Refusal('DayBegun')
  const [own, demands] = await Promise.all([allOwnDays(tx, committeeId), listClocks(tx, committeeId, { hold: true })])
  if (!own.some((one) => one.day === day)) throw new Refusal('NotFound')
  const changes = dueChanges(calendarChanged(own, day, 'official'), demands)
  await Promise.all([
    removeOwnDay(tx, committeeId, day),
    changeDues(tx, { committeeId, now, me: person.accountId, newId: () => newId(request), changes, reason: `${dayWords(day)} 照常` }),
  ])
  return effectOf(changes)
}
