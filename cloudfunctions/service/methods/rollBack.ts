import { newId, type Method } from '../../runtime/request'
import { beginVersion, getVersion, tell } from '../edited'
import { lockFor, readEdit } from '../view'

/** @throws Refusal `NotFound` for a number nobody gave, `WrongStep` while another version is open */
export const rollBack: Method<'service', 'rollBack'> = async (request, { number, reason, ...ref }) => {
  const { tx, person, now } = request
  const [{ last }, { version }] = await Promise.all([lockFor(request, ref, 'rollBack'), getVersion(tx, ref, number)])
  const by = person.accountId
  const [, , edit] = await Promise.all([
    beginVersion(tx, ref, { number: last + 1, content: version.content, by, at: now }),
    tell(tx, ref, { id: newId(request), step: 'rolledBack', number: last + 1, by, at: now, why: reason }),
    readEdit(request, ref),
  ])
  return edit
}
