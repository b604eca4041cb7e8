import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { approves } from '../../account/rules/person'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { countRatings, listRatings as list } from '../ratings'
import { ratingOf } from '../view'

const pageSize = 20
const days = 90
const Place = z.tuple([PlaceInstant, Id])

export const listRatings: Method<'demand', 'listRatings'> = async (request, { committeeId, low = false, cursor }) => {
  const { tx, person, now } = request
  visibleTo(request, approves(person, committeeId))
  const me = person.accountId
  const [found, counts] = await Promise.all([
    list(tx, { committeeId, me, low, after: placeOf(Place, cursor), limit: pageSize }),
    countRatings(tx, { committeeId, me, since: momentOf(dayAfter(dayOf(now), -days), 0) }),
  ])
  const { rows, next } = cutPage(found, pageSize, (row) => [row.at, row.id])
  return { items: rows.map(({ id, number, title, category, ...row }) => ({ id, committeeId, number, title, category, rating: ratingOf(row) })), next, counts }
}
