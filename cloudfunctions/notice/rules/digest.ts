/** The morning's counts for those who serve. */
import type { Day, Instant } from '../../../contract/values'
import { closingMinute, dayOf, minuteOf, type WorkingCalendar } from '../../organization/rules/calendar'

/** When the offices open, 08:30. */
const morning = 8 * 60 + 30

/** The day whose digest is due at `now`, or null: on working days from 08:30 until the offices close; in the evening it is no morning's word any more. */
export function digestDay(calendar: WorkingCalendar, now: Instant): Day | null {
  const minute = minuteOf(now)
  return minute >= morning && minute < closingMinute && calendar.isWorkingDay(dayOf(now)) ? dayOf(now) : null
}
