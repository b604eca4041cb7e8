import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listHeld } from '../store'

export const listHeldComments: Method<'disclosure', 'listHeldComments'> = async (request, { committeeId }) => {
  visibleTo(request, servesWhole(request.person, committeeId))
  return { items: await listHeld(request.tx, committeeId) }
}
