/** When something may leave the app. The inbox is never delayed. */
import type { Instant } from '../../../contract/values'
import { dayAfter, dayOf, minuteOf, momentOf } from '../../organization/rules/calendar'

/** 21:00 to 08:00 in Shanghai nobody's phone lights up (DESIGN: quiet hours; STORIES S1: but for emergencies). */
const quietFrom = 21 * 60
const quietUntil = 8 * 60

export function isQuiet(at: Instant): boolean {
  const minute = minuteOf(at)
  return minute >= quietFrom || minute < quietUntil
}

/** The earliest moment at or after `at` when it may leave. */
export function departAt(at: Instant, urgent: boolean): Instant {
  if (urgent || !isQuiet(at)) return at
  return momentOf(minuteOf(at) >= quietFrom ? dayAfter(dayOf(at)) : dayOf(at), quietUntil)
}
