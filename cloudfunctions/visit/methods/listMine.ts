import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { listOfHome, visitCardOf } from '../view'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

export const listMine: Method<'visit', 'listMine'> = async ({ tx, person }, { cursor }) => {
  const found = await listOfHome(tx, { householdIds: person.households.map((one) => one.householdId), after: placeOf(Place, cursor), limit: pageSize })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.madeAt, row.id])
  return { items: rows.map((row) => visitCardOf(row, person)), next }
}
