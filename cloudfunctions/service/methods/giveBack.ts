import { newId, type Method } from '../../runtime/request'
import { moveVersion, tell } from '../edited'
import { lockFor, readEdit } from '../view'

export const giveBack: Method<'service', 'giveBack'> = async (request, { reason, ...ref }) => {
  const { tx, person, now } = request
  const { number } = (await lockFor(request, ref, 'giveBack')).open!
  const [, , edit] = await Promise.all([
    moveVersion(tx, ref, number, 'draft', person.accountId),
    tell(tx, ref, { id: newId(request), step: 'givenBack', number, by: person.accountId, at: now, why: reason }),
    readEdit(request, ref),
  ])
  return edit
}
