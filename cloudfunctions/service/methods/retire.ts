import { newId, type Method } from '../../runtime/request'
import { retireItem, tell } from '../edited'
import { lockFor, readEdit } from '../view'

export const retire: Method<'service', 'retire'> = async (request, { reason, ...ref }) => {
  const { tx, person, now } = request
  const { published, last } = await lockFor(request, ref, 'retire')
  const [, , edit] = await Promise.all([
    retireItem(tx, ref),
    tell(tx, ref, { id: newId(request), step: 'retired', number: published?.number ?? last, by: person.accountId, at: now, why: reason }),
    readEdit(request, ref),
  ])
  return edit
}
