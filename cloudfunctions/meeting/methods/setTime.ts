import { serves } from '../../account/rules/person'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { carryOver, lockWaiting } from '../carry'
import { holds } from '../rules/access'
import { nextMeetingDay } from '../rules/when'
import { getSitting, setMeetingTime } from '../store'

/** What waits for the meeting goes with it, but for what waits for the one that is open now. */
export const setTime: Method<'meeting', 'setTime'> = async (request, { committeeId, weekday, minute }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  allowedTo(request, holds(person, committeeId))
  const [{ openDay, lastHeld }, roster, waiting] = await Promise.all([getSitting(tx, committeeId), getRoster(tx, committeeId, now), lockWaiting(tx, committeeId)])
  const day = nextMeetingDay(roster.calendar, { weekday, minute }, now, lastHeld)
  const moved = waiting.filter(({ meetingOn }) => meetingOn !== day && (openDay === null || meetingOn !== openDay))
  await Promise.all([
    setMeetingTime(tx, committeeId, { weekday, minute }),
    carryOver(tx, moved, { committeeId, day, words: '例会改了日子', by: { id: person.accountId, name: person.name }, at: now, newId: () => newId(request) }),
  ])
  return { day }
}
