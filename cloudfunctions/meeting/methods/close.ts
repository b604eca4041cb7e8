import { serves } from '../../account/rules/person'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { carryOver, lockWaiting } from '../carry'
import { holds } from '../rules/access'
import { nextMeetingDay } from '../rules/when'
import { closeMeeting, getSitting, lockMeeting } from '../store'

/** What it did not come to waits for the next one, and its residents are told the day; overdue and given back come by themselves. */
export const close: Method<'meeting', 'close'> = async (request, { committeeId, meetingId }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  allowedTo(request, holds(person, committeeId))
  const [meeting, { time }, roster, waiting] = await Promise.all([
    lockMeeting(tx, committeeId, meetingId), getSitting(tx, committeeId), getRoster(tx, committeeId, now), lockWaiting(tx, committeeId),
  ])
  const day = nextMeetingDay(roster.calendar, time, now, meeting.day)
  await Promise.all([
    closeMeeting(tx, { committeeId, id: meetingId, at: now, carried: waiting.map(({ id }) => id) }),
    carryOver(tx, waiting, { committeeId, day, words: '这次没议到，下次接着议', by: { id: person.accountId, name: person.name }, at: now, newId: () => newId(request) }),
  ])
  return { day, carried: waiting.length }
}
