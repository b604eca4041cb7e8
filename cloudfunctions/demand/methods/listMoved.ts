import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { servesWhole } from '../../account/rules/person'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { listMoved as list } from '../moved'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

export const listMoved: Method<'demand', 'listMoved'> = async (request, { committeeId, cursor }) => {
  visibleTo(request, servesWhole(request.person, committeeId))
  const found = await list(request.tx, { committeeId, before: placeOf(Place, cursor), limit: pageSize })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.movedAt, row.demandId])
  return { items: rows.map(({ number, filedAt, movedAt, toCommittee, by, reason }) => ({ number, filedAt, movedAt, toCommittee, by, reason })), next }
}
