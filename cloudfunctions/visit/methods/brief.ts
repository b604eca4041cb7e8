import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { topicsAt } from '../rules/topics'
import { findVisit } from '../store'
import { readBrief } from '../view'

/** For its host alone. */
export const brief: Method<'visit', 'brief'> = async ({ tx, person, now, surroundings }, { committeeId, visitId }) => {
  const me = person.accountId
  const [row, { sealedNote, ...found }] = await Promise.all([findVisit(tx, committeeId, visitId), readBrief(tx, { committeeId, visitId, me })])
  if (row.home || row.hostId !== me) throw new Refusal('NotFound')
  return { ...found, topics: topicsAt(now), note: sealedNote === null ? '' : surroundings.seals.open({ committeeId, field: 'visit_note.text', rowId: visitId }, sealedNote) }
}
