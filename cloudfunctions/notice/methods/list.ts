import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { countUnread, listMatters } from '../store'

const pageSize = 20
const Place = z.tuple([PlaceInstant, Id])

export const list: Method<'notice', 'list'> = async ({ tx, person }, { filter, cursor }) => {
  const before = placeOf(Place, cursor)
  const [found, unread] = await Promise.all([
    listMatters(tx, { me: person.accountId, before, myTurn: filter === 'myTurn', limit: pageSize }),
    countUnread(tx, person.accountId),
  ])
  const { rows, next } = cutPage(found, pageSize, (row) => [row.at, row.id])
  return { items: rows, next, unread }
}
