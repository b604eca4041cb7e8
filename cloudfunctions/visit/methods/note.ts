import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { findVisit, saveNote } from '../store'

/** Sealed, and for its host alone. */
export const note: Method<'visit', 'note'> = async ({ tx, person, now, surroundings }, { committeeId, visitId, text }) => {
  const me = person.accountId
  const row = await findVisit(tx, committeeId, visitId)
  if (row.home || row.hostId !== me) throw new Refusal('NotFound')
  await saveNote(tx, { committeeId, visitId, me, sealed: surroundings.seals.seal({ committeeId, field: 'visit_note.text', rowId: visitId }, text), now })
  return { visitId }
}
