import { Refusal } from '../../../contract/refusal'
import { newId, type Method } from '../../runtime/request'
import { moveVersion, tell } from '../edited'
import { mustBeWhole } from '../rules/lifecycle'
import { lockFor, readEdit } from '../view'

/** @throws Refusal `BadInput` naming what is missing, `WrongStep` when another has saved meanwhile */
export const send: Method<'service', 'send'> = async (request, { revision, ...ref }) => {
  const { tx, person, now } = request
  const { open } = await lockFor(request, ref, 'send')
  if (open!.revision !== revision) throw new Refusal('WrongStep')
  mustBeWhole(open!.content)
  const [, , edit] = await Promise.all([
    moveVersion(tx, ref, open!.number, 'review', person.accountId),
    tell(tx, ref, { id: newId(request), step: 'sent', number: open!.number, by: person.accountId, at: now }),
    readEdit(request, ref),
  ])
  return edit
}
