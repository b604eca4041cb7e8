import type { Method } from '../../runtime/request'
import { mustStand } from '../rules/life'
import { mustNameNobody } from '../rules/relief'
import { keepFormer, lockDisclosure, rewrite } from '../store'
import { asDirector } from '../who'

/** @throws Refusal `WrongStep` for what is not public, or was corrected since it was read; `BadInput` where relief names somebody */
export const correct: Method<'disclosure', 'correct'> = async (request, { committeeId, disclosureId, revision, reason, ...written }) => {
  const { tx } = request
  const named = { committeeId, disclosureId }
  const by = asDirector(request, committeeId)
  const row = await lockDisclosure(tx, named)
  mustStand(row, 'published', revision)
  mustNameNobody(row.class, written)
  const [, corrected] = await Promise.all([keepFormer(tx, named, reason, by), rewrite(tx, named, { ...written, class: row.class }, by)])
  return corrected
}
