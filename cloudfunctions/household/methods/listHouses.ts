import * as z from 'zod/mini'
import { Day, Id } from '../../../contract/values'
import { leads, servesWhole } from '../../account/rules/person'
import { dayOf } from '../../organization/rules/calendar'
import { cutPage, placeOf } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { countHouses, listHouses as list } from '../houses'
import { scopeIn } from '../rules/scope'
import { houseView } from '../view'

const pageSize = 30
const Place = z.tuple([z.nullable(Day), z.int32(), Id])

/** @throws Refusal `NotFound` for who serves nothing there, and for a block that is not theirs */
export const listHouses: Method<'household', 'listHouses'> = async (request, { cursor, ...asked }) => {
  const { tx, person, now } = request
  const scope = scopeIn(person, asked.committeeId)
  visibleTo(request, servesWhole(person, asked.committeeId) || (scope !== null && (asked.blockId === undefined || leads(person, asked.blockId))))
  const place = { committeeId: asked.committeeId, list: asked.list, blockId: asked.blockId, buildingId: asked.buildingId, scope, today: dayOf(now) }
  const from = placeOf(Place, cursor)
  const [found, total] = await Promise.all([
    list(tx, place, { after: from && { dueOn: from[0], seq: from[1], id: from[2] }, limit: pageSize + 1 }),
    countHouses(tx, place),
  ])
  const { rows, next } = cutPage(found, pageSize, (row) => [row.dueOn, row.seq, row.id])
  return { items: rows.map((row) => houseView(row, now)), next, total }
}
