import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { approves, servesWhole } from '../../account/rules/person'
import { cutPage, placeOf, PlaceInstant } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { listEdited as listOf } from '../store'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

export const listEdited: Method<'disclosure', 'listEdited'> = async (request, { committeeId, cursor }) => {
  const { tx, person } = request
  visibleTo(request, servesWhole(person, committeeId))
  const from = placeOf(Place, cursor)
  const found = await listOf(tx, committeeId, { after: from && { at: from[0], id: from[1] }, limit: pageSize + 1 })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.changedAt, row.id])
  return { items: rows, next, mayPublish: approves(person, committeeId) }
}
