import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listHeld } from '../store'

export const list: Method<'safety', 'list'> = async (request, { committeeId }) => {
  visibleTo(request, servesWhole(request.person, committeeId))
  return { items: await listHeld(request.tx, committeeId, request.person.accountId) }
}
