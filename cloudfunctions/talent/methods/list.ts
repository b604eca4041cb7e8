import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listTalents } from '../store'

export const list: Method<'talent', 'list'> = async (request, { committeeId, search = '' }) => {
  visibleTo(request, servesWhole(request.person, committeeId))
  return { items: await listTalents(request.tx, committeeId, search.trim()) }
}
