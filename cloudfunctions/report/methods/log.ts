import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { approves } from '../../account/rules/person'
import { cutPage, placeOf, PlaceInstant } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { listExports } from '../store'

const pageSize = 30
const Place = z.tuple([PlaceInstant, Id])

/** @throws Refusal `NotFound` for everybody but director and secretary */
export const log: Method<'report', 'log'> = async (request, { committeeId, cursor }) => {
  const { tx, person } = request
  visibleTo(request, approves(person, committeeId))
  const from = placeOf(Place, cursor)
  const found = await listExports(tx, committeeId, { after: from && { at: from[0], id: from[1] }, limit: pageSize + 1 })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.at, row.id])
  return { items: rows, next }
}
