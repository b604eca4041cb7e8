/** When somebody who is told by phone may be called. */
import type { Instant } from '../../../contract/values'
import { dayOf, minuteOf, officialCalendar } from '../../organization/rules/calendar'
import { departAt, isQuiet } from './quiet'

/** `工作日 19:00–21:30`, as households write it: the days where they name some, from, until. */
const span = /(工作日|周末|双休日)?\s*(\d{1,2})[:：](\d{2})\s*[–—\-~～至到]+\s*(\d{1,2})[:：](\d{2})/

/** Whether `at` lies in the hours a household named; null when they cannot be read, and somebody has to. */
export function withinHours(hours: string | null, at: Instant): boolean | null {
  if (hours === null) return true
  const found = span.exec(hours)
  if (!found) return null
  const [, days, fromHour, fromMinute, toHour, toMinute] = found
  const working = officialCalendar.isWorkingDay(dayOf(at))
  if (days !== undefined && working !== (days === '工作日')) return false
  const minute = minuteOf(at)
  return minute >= Number(fromHour) * 60 + Number(fromMinute) && minute < Number(toHour) * 60 + Number(toMinute)
}

/** now: may be called · later: not at this hour, or nobody answered a while ago · noNumber: told some other way. What is urgent waits for no hour. */
export type Callable = 'now' | 'later' | 'noNumber'

export function callableAt(call: { phone: string | null; hours: string | null; againAt: Instant | null; urgent: boolean }, now: Instant): Callable {
  if (call.phone === null) return 'noNumber'
  if (call.urgent) return 'now'
  if (call.againAt !== null && call.againAt > now) return 'later'
  return !isQuiet(now) && withinHours(call.hours, now) !== false ? 'now' : 'later'
}

const HOUR = 3_600_000
/** Nobody answered: two hours later, a danger after ten minutes, and not at night. */
export function callAgainAt(now: Instant, urgent: boolean): Instant {
  return departAt(new Date(Date.parse(now) + (urgent ? HOUR / 6 : 2 * HOUR)).toISOString(), urgent)
}
