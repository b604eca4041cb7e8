import { getSitting } from '../../meeting/store'
import { nextMeetingDay } from '../../meeting/rules/when'
import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** To the meeting that is open, else to the next one; the resident reads the day and why. The deadline stays. */
export const takeToMeeting: Method<'demand', 'takeToMeeting'> = (request, { reason, ...input }) =>
  takeStep(request, input, 'takeToMeeting', (row, { calendar }, { openDay, lastHeld, time }) => {
    const day = openDay ?? nextMeetingDay(calendar, time, request.now, lastHeld)
    return {
      text: reason,
      toName: day,
      change: { meeting_on: day, ...(row.contactedAt === null ? { contacted_at: request.now } : {}) },
      tell: [{ toId: row.filedBy, about: 'demandToMeeting' }, { toId: row.ownerId, about: 'demandToMeeting' }],
    }
  }, { beside: getSitting(request.tx, input.committeeId) })
