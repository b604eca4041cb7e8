import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { listFiled } from '../cards'
import { cardOf } from '../view'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

export const listMine: Method<'demand', 'listMine'> = async ({ tx, person, now }, { filter = 'all', cursor }) => {
  const found = await listFiled(tx, { me: person.accountId, filter, after: placeOf(Place, cursor), limit: pageSize })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.filedAt, row.id])
  return { items: rows.map((row) => cardOf(row, person, now)), next }
}
