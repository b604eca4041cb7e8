import * as z from 'zod/mini'
import { Refusal } from '../../../contract/refusal'
import { Id } from '../../../contract/values'
import { cutPage, placeOf, PlaceInstant } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { findHome, listDecisions, listHistory } from '../archive'
import { listHomeChanges } from '../homes'
import { seatOf } from '../rules/archive'
import { eventsOf } from '../view'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

/** Of each kind one page is read, and of all the newest are shown. */
export const history: Method<'household', 'history'> = async (request, { committeeId, householdId, cursor }) => {
  const { tx, person, now } = request
  const from = { after: placeOf(Place, cursor), limit: pageSize + 1 }
  const [home, changes, homes, decisions] = await Promise.all([
    findHome(tx, committeeId, householdId), listHistory(tx, committeeId, householdId, from), listHomeChanges(tx, committeeId, householdId, from), listDecisions(tx, committeeId, householdId, from),
  ])
  const seat = home ? seatOf(person, home) : null
  visibleTo(request, seat !== null)
  if (!seat) throw new Refusal('NotFound')
  const { rows, next } = cutPage(eventsOf({ changes, homes, decisions }, { seat, now }), pageSize, ({ at, id }) => [at, id])
  return { items: rows, next }
}
