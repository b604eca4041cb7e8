import { newId, type Method } from '../../runtime/request'
import { moveVersion, tell } from '../edited'
import { lockFor, readEdit } from '../view'

export const discard: Method<'service', 'discard'> = async (request, { reason, ...ref }) => {
  const { tx, person, now } = request
  const { number } = (await lockFor(request, ref, 'discard')).open!
  const [, , edit] = await Promise.all([
    moveVersion(tx, ref, number, 'retired', person.accountId),
    tell(tx, ref, { id: newId(request), step: 'discarded', number, by: person.accountId, at: now, why: reason }),
    readEdit(request, ref),
  ])
  return edit
}
