import { serves, servesWhole } from '../../account/rules/person'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { changeTemplate, insertTemplate } from '../store'

/** @throws Refusal `NotFound` for a template that is gone */
export const save: Method<'template', 'save'> = async (request, { templateId, ...said }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, said.committeeId))
  allowedTo(request, servesWhole(person, said.committeeId))
  const change = { ...said, by: person.accountId, at: now }
  return templateId ? changeTemplate(tx, templateId, change) : insertTemplate(tx, newId(request), change)
}
