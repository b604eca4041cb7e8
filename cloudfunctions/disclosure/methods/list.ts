import * as z from 'zod/mini'
import { Day, Id } from '../../../contract/values'
import { cutPage, placeOf } from '../../runtime/cursor'
import type { OpenMethod } from '../../runtime/request'
import { listPublic } from '../store'

const pageSize = 20
const Place = z.tuple([Day.check(z.refine((on) => on >= '1970')), Id])

export const list: OpenMethod<'disclosure', 'list'> = async ({ tx }, { committeeId, class: of, cursor }) => {
  const from = placeOf(Place, cursor)
  const found = await listPublic(tx, committeeId, { class: of, after: from && { on: from[0], id: from[1] }, limit: pageSize + 1 })
  const { rows, next } = cutPage(found, pageSize, (row) => [row.happenedOn, row.id])
  return { items: rows, next }
}
