import { Refusal } from '../../../contract/refusal'
import { servesWhole } from '../../account/rules/person'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { removeDuty, setDuty as writeDuty } from '../duties'
import { dayOf, momentOf } from '../rules/calendar'
import { dutyDays, receivers, servesIn } from '../rules/roster'
import { getRoster } from '../store'

/** @throws Refusal `BadInput` for a day that is over, `NotServing` for one who receives nobody here */
export const setDuty: Method<'organization', 'setDuty'> = async (request, { committeeId, day, accountId, untilMinute }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, servesWhole(person, committeeId))
  if (day < dayOf(now)) throw new Refusal('BadInput', { issues: [{ path: ['day'], code: 'too_small' }] })
  const roster = await getRoster(tx, committeeId, now)
  if (accountId !== null && !receivers(roster).some((one) => one.accountId === accountId)) throw new Refusal('NotServing')
  const until = momentOf(day, untilMinute)
  await (accountId === null ? removeDuty(tx, committeeId, day) : writeDuty(tx, { committeeId, day, accountId, until }))
  const [shown] = dutyDays(roster, day, 1, accountId === null ? [] : [{ day, accountId, until }])
  return { day: shown! }
}
