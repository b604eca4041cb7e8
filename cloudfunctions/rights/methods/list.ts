import { approves } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listOfCommittee } from '../store'
import { viewRequest } from '../view'

export const list: Method<'rights', 'list'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, approves(person, committeeId))
  const items = (await listOfCommittee(tx, { committeeId, me: person.accountId, now })).map((row) => viewRequest(row, person, now))
  return { items, open: items.filter(({ state }) => state === 'open').length }
}
