import type { Day } from '../../../contract/values'
import { servesWhole } from '../../account/rules/person'
import { countWaitingRequests } from '../../household/store'
import { dayAfter, dayOf, momentOf, type WorkingCalendar } from '../../organization/rules/calendar'
import { dutyPresence } from '../../organization/rules/roster'
import { getCommittee, getRoster } from '../../organization/store'
import { countWaiting } from '../../photo/store'
import { visibleTo, type Method } from '../../runtime/request'
import { countHeld } from '../../safety/store'
import { listCommittee } from '../cards'
import { countKinds, countLateWhy, countOverview, countThemes, dutyDays } from '../figures'
import { cardOf } from '../view'

/** What to look at first is short enough to be looked at. */
const firstShown = 5
const days = 30
/** Two weeks ahead somebody should be down to receive. */
const dutyAhead = 14
const gapsShown = 5

/** Working days ahead on which nobody receives yet, the next ones first. */
function gapsOf(calendar: WorkingCalendar, today: Day, taken: readonly Day[]): Day[] {
  const ahead = Array.from({ length: dutyAhead }, (_, index) => dayAfter(today, index + 1))
  return ahead.filter((day) => calendar.isWorkingDay(day) && !taken.includes(day)).slice(0, gapsShown)
}

export const overview: Method<'demand', 'overview'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesWhole(person, committeeId))
  const day = dayOf(now)
  const endOfDay = momentOf(dayAfter(day), 0)
  const since = momentOf(dayAfter(day, -days), 0)
  const query = { committeeId, filter: 'working' as const, kind: undefined, blockId: undefined, search: undefined, now, endOfDay }
  const [committee, figures, kinds, themes, lateWhy, joinRequests, heldWords, heldPhotos, roster, taken, first] = await Promise.all([
    getCommittee(tx, committeeId),
    countOverview(tx, { committeeId, now, endOfDay, since }),
    countKinds(tx, committeeId, since),
    countThemes(tx, committeeId, since),
    countLateWhy(tx, committeeId, now),
    countWaitingRequests(tx, committeeId, person.accountId),
    countHeld(tx, committeeId, person.accountId),
    countWaiting(tx, { committeeId, me: person.accountId, now }),
    getRoster(tx, committeeId, now),
    dutyDays(tx, committeeId, day, dayAfter(day, dutyAhead)),
    listCommittee(tx, person.accountId, { ...query, sort: 'due', work: null, time: null, limit: firstShown }),
  ])
  const { solved, proxy, silent, declined, withdrawn, closed, ...now_ } = figures
  return {
    committeeName: committee.name, day, ...now_, lateWhy, joinRequests, heldWords, heldPhotos, duty: dutyPresence(roster, now), dutyGaps: gapsOf(roster.calendar, day, taken),
    first: first.slice(0, firstShown).map((row) => cardOf(row, person, now)), kinds, themes,
    outcomes: { solved, proxy, silent, declined, withdrawn, closed },
  }
}
