import { Refusal } from '../../../contract/refusal'
import { serves } from '../../account/rules/person'
import { dayOf } from '../../organization/rules/calendar'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { holds } from '../rules/access'
import { listServing, openMeeting } from '../store'
import { chairsOf } from '../view'

/** Of two who open it at the same moment one does; the other finds it open. */
export const open: Method<'meeting', 'open'> = async (request, { committeeId, chairId, present }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  allowedTo(request, holds(person, committeeId))
  const [roster, serving] = await Promise.all([getRoster(tx, committeeId, now), listServing(tx, committeeId, now)])
  const issues = [
    ...(chairsOf(roster).includes(chairId) ? [] : [{ path: ['chairId'], code: 'invalid_value' }]),
    ...present.flatMap((id, index) => (serving.includes(id) ? [] : [{ path: ['present', index], code: 'invalid_value' }])),
  ]
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
  const id = newId(request)
  const opened = await openMeeting(tx, { committeeId, id, day: dayOf(now), chairId, present: [...new Set([chairId, ...present])], at: now })
  if (!opened) throw new Refusal('WrongStep')
  return { meetingId: id }
}
