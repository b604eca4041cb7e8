import { homeIn } from '../../account/rules/person'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { insertComment } from '../store'

/** @throws Refusal `NotFound` for those who do not live there, and for what is not public */
export const comment: Method<'disclosure', 'comment'> = async (request, { text, ...named }) => {
  const { tx, person, now } = request
  visibleTo(request, homeIn(person, named.committeeId) !== undefined)
  return insertComment(tx, named, { id: newId(request), text, me: person.accountId, at: now })
}
