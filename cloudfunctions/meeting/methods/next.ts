import { serves } from '../../account/rules/person'
import { getRoster } from '../../organization/store'
import type { Method } from '../../runtime/request'
import { visibleTo } from '../../runtime/request'
import { listMatters } from '../agenda'
import { holds } from '../rules/access'
import { nextMeetingDay } from '../rules/when'
import { findOpenMeeting, getSitting, listFollows, listResolutions, listServing, openMeetingId } from '../store'
import { agendaFor, chairsOf, heldMeeting, resolutionsOf, staffNamed } from '../view'

/** The one that is open, else the next one of the calendar; its agenda fills itself. */
export const next: Method<'meeting', 'next'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const [meeting, { time, lastHeld }, roster, serving, matters, follows, resolutions] = await Promise.all([
    findOpenMeeting(tx, committeeId),
    getSitting(tx, committeeId),
    getRoster(tx, committeeId, now),
    listServing(tx, committeeId, now),
    listMatters(tx, { committeeId, me: person.accountId, now }),
    listFollows(tx, committeeId),
    listResolutions(tx, committeeId, openMeetingId(committeeId)),
  ])
  const planned = {
    committeeId, id: null, day: nextMeetingDay(roster.calendar, time, now, lastHeld), time, state: 'planned' as const, chair: null, present: [], cameLater: [], openedAt: null, closedAt: null,
    steps: holds(person, committeeId) ? (['open', 'setTime'] as const).slice() : [],
  }
  return {
    ...(meeting ? heldMeeting({ committeeId, time, meeting }, roster, person) : planned),
    agenda: agendaFor({ matters, follows, resolutions }, { person, roster, now, open: meeting !== undefined }),
    resolutions: resolutionsOf(resolutions, roster, person),
    carried: [],
    people: staffNamed(roster, serving),
    chairs: staffNamed(roster, chairsOf(roster)),
  }
}
