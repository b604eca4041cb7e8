/** By when a demand is contacted and answered. */
import type { DemandKind, Lateness, Urgency } from '../../../contract/demand'
import type { Instant } from '../../../contract/values'
import { afterWorkingMinutes, closingMinute, dayOf, momentOf, workingDayAfter, type WorkingCalendar } from '../../organization/rules/calendar'

/**
 * Working days until the answer (静安区大宁路街道 “12345” 办法, 2019-12-02: consultation and suggestion 1, request and complaint 5).
 * A hazard that is not a danger is worked on like a request.
 */
export const workingDaysOf: Record<DemandKind, number> = { consultation: 1, suggestion: 1, request: 5, complaint: 5, hazard: 5 }

const HOUR = 3_600_000
/** Danger is taken up within an hour, day and night (STORIES S1); what it needs from offices, within four of their hours. */
const dangerContact = HOUR
const dangerOfficeMinutes = 4 * 60

/** Three hours before the deadline the owner is warned. */
const warning = 3 * HOUR

export interface Deadlines {
  dueAt: Instant
  contactDueAt: Instant
  /** The deadline falls in a year whose working calendar is not official. */
  provisional: boolean
  workingDays: number
}

/** Deadlines of a demand filed at `filedAt`. Working-day deadlines end when the offices close, 17:00. */
export function deadlinesOf(calendar: WorkingCalendar, demand: { kind: DemandKind; urgency: Urgency; filedAt: Instant }): Deadlines {
  const filedOn = dayOf(demand.filedAt)
  const workingDays = workingDaysOf[demand.kind]
  const danger = demand.urgency === 'danger'
  const dueAt = danger ? afterWorkingMinutes(calendar, demand.filedAt, dangerOfficeMinutes) : momentOf(workingDayAfter(calendar, filedOn, workingDays), closingMinute)
  const contactDueAt = danger
    ? new Date(Date.parse(demand.filedAt) + dangerContact).toISOString()
    : momentOf(workingDayAfter(calendar, filedOn, 1), closingMinute)
  return { dueAt, contactDueAt, provisional: calendar.isProvisional(dayOf(dueAt)), workingDays }
}

/** How a deadline stands at `now`, and whole days past it. Nothing is due once it rests or waits for the resident. */
export function latenessOf(demand: { dueAt: Instant | null; now: Instant }): { late: Lateness; daysLate: number } {
  if (demand.dueAt === null) return { late: 'none', daysLate: 0 }
  const left = Date.parse(demand.dueAt) - Date.parse(demand.now)
  if (left >= 0) return { late: left < warning ? 'soon' : 'no', daysLate: 0 }
  const days = (Date.parse(`${dayOf(demand.now)}T00:00:00Z`) - Date.parse(`${dayOf(demand.dueAt)}T00:00:00Z`)) / (24 * HOUR)
  return { late: 'late', daysLate: Math.max(1, days) }
}

/** A re-check after “not solved” takes 3 working days (大宁路街道 “12345” 办法). */
const recheckDays = 3

/** The deadline after reopening, in the names of the columns it moves. */
export function recheckDue(calendar: WorkingCalendar, now: Instant): { due_at: Instant; provisional: boolean } {
  const day = workingDayAfter(calendar, dayOf(now), recheckDays)
  return { due_at: momentOf(day, closingMinute), provisional: calendar.isProvisional(day) }
}
