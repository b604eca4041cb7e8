import { Refusal } from '../../../contract/refusal'
import { visibleTo, type Method } from '../../runtime/request'
import { findHome, findLastVisit, listDecisions, listNotes, listPeople, listPromised, listVisits, listWaiting } from '../archive'
import { listCare } from '../care'
import { listHomeChanges } from '../homes'
import { listOpenings, openOwn } from '../openings'
import { seatOf } from '../rules/archive'
import { archiveView } from '../view'

/** Read in one go; what the reader's seat does not let them see is left out by row security, and by the view. */
export const get: Method<'household', 'get'> = async (request, { committeeId, householdId }) => {
  const { tx, person, now, surroundings } = request
  const [home, people, care, waiting, notes, demands, visits, decisions, openings, own, lastVisit, homeChanges] = await Promise.all([
    findHome(tx, committeeId, householdId),
    listPeople(tx, committeeId, householdId),
    listCare(tx, committeeId, householdId),
    listWaiting(tx, committeeId, householdId),
    listNotes(tx, committeeId, householdId),
    listPromised(tx, committeeId, householdId),
    listVisits(tx, committeeId, householdId),
    listDecisions(tx, committeeId, householdId, { limit: 5 }),
    listOpenings(tx, committeeId, householdId),
    openOwn(tx, surroundings.seals, committeeId, householdId),
    findLastVisit(tx, committeeId, householdId),
    listHomeChanges(tx, committeeId, householdId, { limit: 3 }),
  ])
  const seat = home ? seatOf(person, home) : null
  visibleTo(request, seat !== null)
  if (!home || !seat) throw new Refusal('NotFound')
  return archiveView({ home, people, care, waiting, notes, demands, visits, decisions, openings, own, lastVisit, homeChanges }, { me: person.accountId, seat, now })
}
