import { Refusal } from '../../../contract/refusal'
import { leads, servesWhole } from '../../account/rules/person'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { decide, insertMember, lockRequest } from '../store'

/** @throws Refusal `WrongStep` when somebody decided before, `BadInput` for a refusal without a reason */
export const decideRequest: Method<'household', 'decideRequest'> = async (request, { requestId, decision, reason }) => {
  const { tx, person, now } = request
  const asked = await lockRequest(tx, requestId)
  visibleTo(request, asked.accountId !== person.accountId && (leads(person, asked.blockId) || servesWhole(person, asked.committeeId)))
  if (asked.state !== 'waiting') throw new Refusal('WrongStep')
  if (decision === 'refuse' && reason === '') throw new Refusal('BadInput', { issues: [{ path: ['reason'], code: 'too_small' }] })
  const confirmed = decision === 'confirm'
  const { committeeId, householdId, blockId, accountId, name, relation } = asked
  await Promise.all([
    decide(tx, requestId, { state: confirmed ? 'confirmed' : 'refused', by: person.accountId, at: now, reason: reason || null }),
    confirmed ? insertMember(tx, { committeeId, id: newId(request), householdId, blockId, name, relation, accountId }) : undefined,
    queueNotices(tx, { committeeId, subject: 'joinRequest', subjectId: requestId, title: asked.label, at: now }, [
      { id: newId(request), toId: accountId, about: confirmed ? 'joinConfirmed' : 'joinRefused', fromName: person.name },
    ]),
  ])
  return { requestId }
}
