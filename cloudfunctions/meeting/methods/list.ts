import * as z from 'zod/mini'
import { Day, Id } from '../../../contract/values'
import { serves } from '../../account/rules/person'
import { staffOf } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { cutPage, placeOf } from '../../runtime/cursor'
import { visibleTo, type Method } from '../../runtime/request'
import { listMeetings } from '../store'

const pageSize = 20
const Place = z.tuple([Day, Id])

export const list: Method<'meeting', 'list'> = async (request, { committeeId, cursor }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const [found, roster] = await Promise.all([listMeetings(tx, { committeeId, before: placeOf(Place, cursor), limit: pageSize }), getRoster(tx, committeeId, now)])
  const { rows, next } = cutPage(found, pageSize, (row) => [row.day, row.id])
  return { items: rows.map(({ chairId, ...row }) => ({ ...row, chair: staffOf(roster, chairId) })), next }
}
