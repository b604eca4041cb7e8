import { servesWhole } from '../../account/rules/person'
import { countWaitingRequests } from '../../household/store'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { getCommittee } from '../../organization/store'
import { visibleTo, type Method } from '../../runtime/request'
import { listCommittee } from '../cards'
import { countKinds, countOverview } from '../figures'
import { cardOf } from '../view'

/** What to look at first is short enough to be looked at. */
const firstShown = 5
const days = 30

export const overview: Method<'demand', 'overview'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesWhole(person, committeeId))
  const day = dayOf(now)
  const endOfDay = momentOf(dayAfter(day), 0)
  const since = momentOf(dayAfter(day, -days), 0)
  const query = { committeeId, filter: 'working' as const, kind: undefined, blockId: undefined, search: undefined, now, endOfDay }
  const [committee, figures, kinds, joinRequests, first] = await Promise.all([
    getCommittee(tx, committeeId),
    countOverview(tx, { committeeId, now, endOfDay, since }),
    countKinds(tx, committeeId, since),
    countWaitingRequests(tx, committeeId, person.accountId),
    listCommittee(tx, person.accountId, { ...query, work: null, time: null, limit: firstShown }),
  ])
  const { solved, withdrawn, closed, ...now_ } = figures
  return { committeeName: committee.name, day, ...now_, joinRequests, first: first.slice(0, firstShown).map((row) => cardOf(row, person, now)), kinds, outcomes: { solved, withdrawn, closed } }
}
