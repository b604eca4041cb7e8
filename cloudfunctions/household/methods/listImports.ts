import { approves, servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { batchView, listBatches } from '../import'

export const listImports: Method<'household', 'listImports'> = async (request, { committeeId }) => {
  const { tx, person } = request
  visibleTo(request, servesWhole(person, committeeId))
  const me = { accountId: person.accountId, decides: approves(person, committeeId) }
  return { items: (await listBatches(tx, committeeId)).map((batch) => batchView(batch, me)) }
}
