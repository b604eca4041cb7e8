import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { changeDues, listClocks } from '../../demand/calendarChange'
import { dueChanges, effectOf } from '../../demand/rules/calendarChange'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { allOwnDays, setOwnDay } from '../ownDays'
import { calendarChanged, dayOf, dayWords } from '../rules/calendar'
import { servesIn } from '../rules/roster'

/** Only a day to come: what is late already ran out by days that are over, and stays late. @throws Refusal `DayBegun` */
export const setClosingDay: Method<'organization', 'setClosingDay'> = async (request, { committeeId, day, working, name }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  if (day <= dayOf(now)) throw new Refusal('DayBegun')
  const [own, demands] = await Promise.all([allOwnDays(tx, committeeId), listClocks(tx, committeeId, { hold: true })])
  const changes = dueChanges(calendarChanged(own, day, working ? 'working' : 'closed'), demands)
  await Promise.all([
    setOwnDay(tx, { committeeId, day, working, name, by: person.accountId, at: now }),
    changeDues(tx, { committeeId, now, me: person.accountId, newId: () => newId(request), changes, reason: `${dayWords(day)} ${working ? '上班' : '不上班'}：${name}` }),
  ])
  return effectOf(changes)
}
