/** Until when something may be put off in one's own inbox. Pure. */
import type { Urgency } from '../../../contract/demand/said'
import type { Instant } from '../../../contract/values'
import { afterWorkingMinutes, dayOf, momentOf, workingDayAfter, type WorkingCalendar } from '../../organization/rules/calendar'
import { warning } from './deadline'

interface Snoozable {
  urgency: Urgency
  dueAt: Instant
}

/** The last moment it may be put off to: when its owner is warned before the deadline. Null for danger, which is never put off. */
export function latestSnooze({ urgency, dueAt }: Snoozable): Instant | null {
  return urgency === 'danger' ? null : new Date(Date.parse(dueAt) - warning).toISOString()
}

const openingMinute = 8 * 60 + 30

const soonMinutes = 2 * 60

/** Times to choose from, earliest first: in two office hours if that is today, and the first, second and fifth working day in the morning; only those that may be. */
export function snoozeChoices(calendar: WorkingCalendar, demand: Snoozable, now: Instant): Instant[] {
  const latest = latestSnooze(demand)
  if (latest === null) return []
  const soon = afterWorkingMinutes(calendar, now, soonMinutes)
  const mornings = [1, 2, 5].map((days) => momentOf(workingDayAfter(calendar, dayOf(now), days), openingMinute))
  return [...(dayOf(soon) === dayOf(now) ? [soon] : []), ...mornings].filter((at) => at <= latest)
}

/** Whether it lies out of sight at `now`: not past its time, nor once a nearer deadline asks for it, nor when somebody else said something since. */
export function isSnoozed(snooze: { until: Instant; madeAt: Instant }, demand: Snoozable & { lastAt: Instant; lastByMe: boolean }, now: Instant): boolean {
  const latest = latestSnooze(demand)
  return latest !== null && now < snooze.until && now < latest && (demand.lastByMe || demand.lastAt <= snooze.madeAt)
}
