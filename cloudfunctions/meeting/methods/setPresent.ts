import { Refusal } from '../../../contract/refusal'
import { serves } from '../../account/rules/person'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { holds } from '../rules/access'
import { listServing, lockMeeting, setPresent as write } from '../store'

/** Two who correct it at once correct both: each names who came and who was not there, never the whole list. */
export const setPresent: Method<'meeting', 'setPresent'> = async (request, { committeeId, meetingId, came, notThere }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  allowedTo(request, holds(person, committeeId))
  const [{ chairId, present, cameLater }, serving] = await Promise.all([lockMeeting(tx, committeeId, meetingId), listServing(tx, committeeId, now)])
  const issues = [
    ...came.flatMap((id, index) => (serving.includes(id) && !notThere.includes(id) ? [] : [{ path: ['came', index], code: 'invalid_value' }])),
    ...notThere.flatMap((id, index) => (id === chairId ? [{ path: ['notThere', index], code: 'invalid_value' }] : [])),
  ]
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
  const gone = new Set(notThere)
  const fresh = [...new Set(came)].filter((id) => !present.includes(id))
  const there = [...present.filter((id) => !gone.has(id)), ...fresh]
  await write(tx, { committeeId, id: meetingId, present: there, cameLater: Object.fromEntries([...Object.entries(cameLater).filter(([id]) => !gone.has(id)), ...fresh.map((id) => [id, now])]) })
  return { present: there.length }
}
