import { serves, servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listTemplates } from '../store'

export const list: Method<'template', 'list'> = async (request, { committeeId, kind }) => {
  const { tx, person } = request
  visibleTo(request, serves(person, committeeId))
  return { items: await listTemplates(tx, committeeId, kind), mayEdit: servesWhole(person, committeeId) }
}
