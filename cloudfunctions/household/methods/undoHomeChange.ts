import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { findHomeChange, listConcerned, toldOf, undoHomeChange as write } from '../homes'
import { mayDecide, seatOf } from '../rules/archive'

/** What may be taken back, and all that goes back with it, the database decides while it holds both households. */
export const undoHomeChange: Method<'household', 'undoHomeChange'> = async (request, { committeeId, changeId, why }) => {
  const { tx, person, now } = request
  const [change, people, roster] = await Promise.all([findHomeChange(tx, committeeId, changeId), listConcerned(tx, committeeId, changeId), getRoster(tx, committeeId, now)])
  const seat = change ? seatOf(person, change) : null
  visibleTo(request, seat !== null)
  if (!change) throw new Refusal('NotFound')
  allowedTo(request, mayDecide(seat))
  const { householdId, otherId, blockId, label } = change
  const told = toldOf(people, { roster, blockId, me: person.accountId, now })
  await Promise.all([
    write(tx, { committeeId, changeId, why, at: now }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: label, at: now }, told.map((toId) => ({ id: newId(request), toId, about: 'homeBack' as const, fromName: person.name }))),
  ])
  return { committeeId, householdId, changeId, otherId }
}
