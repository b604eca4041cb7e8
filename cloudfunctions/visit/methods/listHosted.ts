import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { listOfHost, visitCardOf } from '../view'

const pageSize = 30
const Place = z.tuple([PlaceInstant, Id])

export const listHosted: Method<'visit', 'listHosted'> = async ({ tx, person }, { filter = 'open', cursor }) => {
  const found = await listOfHost(tx, { me: person.accountId, open: filter === 'open', after: placeOf(Place, cursor), limit: pageSize })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.place, row.id])
  return { items: rows.map((row) => visitCardOf(row, person)), next }
}
