import { newId, type Method } from '../../runtime/request'
import { lockCall, settleCall } from '../calls'
import { callAgainAt } from '../rules/calling'

/** @throws Refusal `WrongStep` when another has told them meanwhile */
export const called: Method<'notice', 'called'> = async (request, { committeeId, callId, outcome, words }) => {
  const { tx, person, now } = request
  const { urgent } = await lockCall(tx, person, { committeeId, callId })
  await settleCall(tx, { committeeId, callId, id: newId(request), byId: person.accountId, outcome, words, againAt: callAgainAt(now, urgent), now })
  return { callId }
}
