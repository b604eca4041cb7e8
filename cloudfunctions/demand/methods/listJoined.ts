import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { maySee } from '../rules/access'
import { findDemand } from '../store'
import { listJoined as list } from '../together'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

/** Who said the same and from where, for those who serve; row security leaves the ones they serve. Never for who filed the lead. */
export const listJoined: Method<'demand', 'listJoined'> = async (request, { committeeId, demandId, cursor }) => {
  const { tx, person } = request
  const [row, found] = await Promise.all([findDemand(tx, committeeId, demandId), list(tx, { committeeId, demandId, after: placeOf(Place, cursor), limit: pageSize })])
  visibleTo(request, maySee(person, row))
  allowedTo(request, row.filedBy !== person.accountId)
  const { rows, next } = cutPage(found, pageSize, (one) => [one.joinedAt, one.id])
  return { items: rows.map(({ id, number, title, from, kind, status, visibility, filedAt, joinedAt }) => ({ id, number, title, from, kind, status, visibility, filedAt, joinedAt })), next }
}
