import * as z from 'zod/mini'
import { Id } from '../../../contract/values'
import { servesWhole } from '../../account/rules/person'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { PlaceInstant, PlaceRank, cutPage, placeOf } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { countCommittee, listCommittee as list, usualSort } from '../cards'
import { cardOf } from '../view'

const pageSize = 30
const WorkPlace = z.tuple([z.boolean(), PlaceRank, PlaceInstant, Id])
const TimePlace = z.tuple([PlaceInstant, Id])

export const listCommittee: Method<'demand', 'listCommittee'> = async (request, { committeeId, filter = 'open', kind, category, blockId, ownerId, why, search, sort = usualSort(filter), cursor }) => {
  const { tx, person, now } = request
  visibleTo(request, servesWhole(person, committeeId))
  const byTime = sort !== 'due'
  const query = { committeeId, filter, kind, category, blockId, ownerId, why, search, now, endOfDay: momentOf(dayAfter(dayOf(now)), 0) }
  const place = { work: byTime ? null : placeOf(WorkPlace, cursor), time: byTime ? placeOf(TimePlace, cursor) : null }
  const [found, total] = await Promise.all([list(tx, person.accountId, { ...query, ...place, sort, limit: pageSize }), countCommittee(tx, query)])
  const { rows, next } = cutPage(found, pageSize, (row) => (byTime ? [sort === 'last' ? row.lastAt : row.filedAt, row.id] : [row.withResident, row.rank, row.dueAt, row.id]))
  return { items: rows.map((row) => cardOf(row, person, now)), next, total }
}
