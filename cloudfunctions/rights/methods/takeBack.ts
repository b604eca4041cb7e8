import { visibleTo, type Method } from '../../runtime/request'
import { lockRequest, settleRequest } from '../store'
import { viewRequest } from '../view'

/** @throws Refusal `WrongStep` for one that is answered already */
export const takeBack: Method<'rights', 'takeBack'> = async (request, { committeeId, requestId }) => {
  const { tx, person, now } = request
  const asked = await lockRequest(tx, committeeId, requestId)
  visibleTo(request, asked.accountId === person.accountId)
  await settleRequest(tx, committeeId, requestId, { state: 'takenBack', at: now, by: null, reply: null })
  return viewRequest({ ...asked, state: 'takenBack', decidedAt: now }, person, now)
}
