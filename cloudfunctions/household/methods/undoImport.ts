import { Refusal } from '../../../contract/refusal'
import { approves, servesWhole } from '../../account/rules/person'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { batchView, findBatch, mayUndo, putBackNumbers, undo } from '../import'

/** @throws Refusal `WrongStep` when it was taken back already */
export const undoImport: Method<'household', 'undoImport'> = async (request, { committeeId, importId }) => {
  const { tx, person, now, surroundings } = request
  const me = { accountId: person.accountId, decides: approves(person, committeeId) }
  const [batch, undone] = await Promise.all([findBatch(tx, committeeId, importId), undo(tx, committeeId, importId, now)])
  visibleTo(request, servesWhole(person, committeeId) && batch !== undefined)
  if (!batch) throw new Refusal('NotFound')
  allowedTo(request, mayUndo(batch, me))
  if (!undone) throw new Refusal(batch.undoneAt ? 'WrongStep' : 'NotAllowed')
  const [, after] = await Promise.all([
    putBackNumbers(tx, surroundings.seals, committeeId, undone.numbers, { importId, byId: person.accountId, at: now, newId: () => newId(request) }),
    findBatch(tx, committeeId, importId),
  ])
  return batchView(after!, me)
}
