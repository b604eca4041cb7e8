import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { PlaceInstant, PlaceRank, cutPage, placeOf } from '../../runtime/cursor'
import type { Method } from '../../runtime/request'
import { countInbox, listInbox as list } from '../cards'
import { cardOf } from '../view'

const pageSize = 20
const DuePlace = z.tuple([PlaceRank, PlaceInstant, Id])
const TimePlace = z.tuple([PlaceInstant, Id])

/** The reader's own work: danger first, then by deadline; what is settled, newest first. */
export const listInbox: Method<'demand', 'listInbox'> = async ({ tx, person, now }, { filter = 'mine', search, cursor }) => {
  const byTime = filter === 'rest'
  const me = person.accountId
  const due = byTime ? null : placeOf(DuePlace, cursor)
  const time = byTime ? placeOf(TimePlace, cursor) : null
  const [found, counts] = await Promise.all([list(tx, { me, now, filter, search, due, time, limit: pageSize }), countInbox(tx, me, now)])
  const { rows, next } = cutPage(found, pageSize, (row) => (byTime ? [row.lastAt, row.id] : [row.rank, row.dueAt, row.id]))
  return { items: rows.map((row) => cardOf(row, person, now)), next, counts }
}
