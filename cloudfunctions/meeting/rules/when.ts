/** On which day the next meeting is held. Pure. */
import type { MeetingTime } from '../../../contract/meeting'
import type { Day, Instant } from '../../../contract/values'
import { closingMinute, dayAfter, dayOf, minuteOf, type WorkingCalendar } from '../../organization/rules/calendar'

/** Where a committee has set none. */
export const defaultTime: MeetingTime = { weekday: 4, minute: 14 * 60 }

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The meeting of the week is held on its weekday, or on the first working day after it where the offices are closed. */
function heldOn(calendar: WorkingCalendar, weekday: Day): Day {
  let day = weekday
  while (!calendar.isWorkingDay(day)) day = dayAfter(day)
  return day
}

/** A late beginning is still today’s: today counts until the offices close, or three hours after the time where that is later. */
const lateness = 180

/**
 * The next day a meeting is held on, today included while it may still begin.
 * @param lastHeld the day of the last meeting held; today’s is over then
 */
export function nextMeetingDay(calendar: WorkingCalendar, time: MeetingTime, now: Instant, lastHeld: Day | null): Day {
  const today = dayOf(now)
  const over = lastHeld === today || minuteOf(now) >= Math.max(closingMinute, time.minute + lateness)
  const first = over ? dayAfter(today) : today
  // A meeting of an earlier week may have moved past its week’s end: two long holidays never touch, four weeks are enough to look back.
  const behind = (weekdayOf(first) - time.weekday + 7) % 7
  for (let weekday = dayAfter(first, -behind - 28); ; weekday = dayAfter(weekday, 7)) {
    const day = heldOn(calendar, weekday)
    if (day >= first) return day
  }
}
