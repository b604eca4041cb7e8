import { newId, type Method } from '../../runtime/request'
import { mustStand } from '../rules/life'
import { mustNameNobody } from '../rules/relief'
import { insertDraft, lockDisclosure, rewrite } from '../store'
import { asWhole } from '../who'

/** @throws Refusal `NotFound` for a draft that is gone, `WrongStep` for one another wrote on since, `BadInput` where relief names somebody */
export const save: Method<'disclosure', 'save'> = async (request, { committeeId, disclosureId, revision, ...written }) => {
  const by = asWhole(request, committeeId)
  mustNameNobody(written.class, written)
  if (disclosureId === null) return insertDraft(request.tx, { committeeId, disclosureId: newId(request) }, written, by)
  const named = { committeeId, disclosureId }
  mustStand(await lockDisclosure(request.tx, named), 'draft', revision)
  return rewrite(request.tx, named, written, by)
}
