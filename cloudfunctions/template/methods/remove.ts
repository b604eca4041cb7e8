import { serves, servesWhole } from '../../account/rules/person'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { removeTemplate } from '../store'

/** @throws Refusal `NotFound` for one that is gone already */
export const remove: Method<'template', 'remove'> = async (request, { committeeId, templateId }) => {
  visibleTo(request, serves(request.person, committeeId))
  allowedTo(request, servesWhole(request.person, committeeId))
  await removeTemplate(request.tx, committeeId, templateId)
  return { templateId }
}
