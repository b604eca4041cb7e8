/** By when a demand is contacted and answered. */
import type { DemandStatus, Lateness } from '../../../contract/demand/life'
import type { DemandKind, Urgency } from '../../../contract/demand/said'
import type { Instant } from '../../../contract/values'
import {
  afterWorkingMinutes, closingMinute, dayOf, momentOf, workingDayAfter, workingMinutesBetween, type WorkingCalendar,
} from '../../organization/rules/calendar'
import { isWorking } from './lifecycle'

/**
 * Working days until the answer (静安区大宁路街道 “12345” 办法, 2019-12-02: consultation and suggestion 1, request and complaint 5).
 * A hazard that is not a danger is worked on like a request.
 */
export const workingDaysOf: Record<DemandKind, number> = { consultation: 1, suggestion: 1, request: 5, complaint: 5, hazard: 5 }
/** A re-check after “not solved”, and complex matters with approval (the same rule). */
export const recheckDays = 3
export const complexDays = 15

const HOUR = 3_600_000
/** Danger is taken up within an hour and the resident told what happens within two, day and night (STORIES S1); what it needs from offices, within four of their hours. */
const dangerContact = HOUR
const dangerWord = 2 * HOUR
const dangerOfficeMinutes = 4 * 60

/** Three hours before the deadline the owner is warned. */
export const warning = 3 * HOUR

/** The running deadline, from what it can be worked out again at any time. */
export interface Clock {
  from: Instant
  /** Working days; null for danger, which has office hours instead. */
  days: number | null
  /** The times it stood still because the resident had been asked, oldest first: from, to. */
  pauses: readonly (readonly [Instant, Instant])[]
}

/**
 * When the clock runs out. Working-day deadlines end when the offices close, 17:00. Each pause puts off what was left of the office
 * hours when it began; what was late already stays late.
 */
export function dueOf(calendar: WorkingCalendar, { from, days, pauses }: Clock): Instant {
  const start = days === null ? afterWorkingMinutes(calendar, from, dangerOfficeMinutes) : momentOf(workingDayAfter(calendar, dayOf(from), days), closingMinute)
  return pauses.reduce((due, [stopped, resumed]) => {
    const left = workingMinutesBetween(calendar, stopped, due)
    return left > 0 ? afterWorkingMinutes(calendar, resumed, left) : due
  }, start)
}

export interface Deadlines {
  dueAt: Instant
  contactDueAt: Instant
  /** By when the resident is told what happens; null unless there is danger. */
  wordDueAt: Instant | null
  /** The deadline falls in a year whose working calendar is not official. */
  provisional: boolean
  workingDays: number
  dueDays: number | null
}

/** Deadlines of a demand filed at `filedAt`. */
export function deadlinesOf(calendar: WorkingCalendar, demand: { kind: DemandKind; urgency: Urgency; filedAt: Instant }): Deadlines {
  const { filedAt } = demand
  const workingDays = workingDaysOf[demand.kind]
  const danger = demand.urgency === 'danger'
  const dueDays = danger ? null : workingDays
  const dueAt = dueOf(calendar, { from: filedAt, days: dueDays, pauses: [] })
  const later = (by: number) => new Date(Date.parse(filedAt) + by).toISOString()
  return {
    dueAt,
    contactDueAt: danger ? later(dangerContact) : momentOf(workingDayAfter(calendar, dayOf(filedAt), 1), closingMinute),
    wordDueAt: danger ? later(dangerWord) : null,
    provisional: calendar.isProvisional(dayOf(dueAt)),
    workingDays,
    dueDays,
  }
}

/** The columns a step moves when it sets the clock anew. */
export interface ClockChange {
  due_from: Instant
  due_days: number | null
  pauses: string
  due_at: Instant
  provisional: boolean
}

export function clockColumns(calendar: WorkingCalendar, clock: Clock): ClockChange {
  const due = dueOf(calendar, clock)
  return { due_from: clock.from, due_days: clock.days, pauses: JSON.stringify(clock.pauses), due_at: due, provisional: calendar.isProvisional(dayOf(due)) }
}

/** The deadline that shows, or null: nothing is due from those who serve once it rests, waits for the resident or is worked on with another. What was late when the resident was asked stays late. */
export function shownDue(demand: { status: DemandStatus; dueAt: Instant; askedAt: Instant | null }): Instant | null {
  if (demand.status === 'asked') return demand.askedAt !== null && demand.askedAt > demand.dueAt ? demand.dueAt : null
  return isWorking(demand.status) ? demand.dueAt : null
}

/** How a deadline stands at `now`, and whole days past it. */
export function latenessOf(demand: { dueAt: Instant | null; now: Instant }): { late: Lateness; daysLate: number } {
  if (demand.dueAt === null) return { late: 'none', daysLate: 0 }
  const left = Date.parse(demand.dueAt) - Date.parse(demand.now)
  if (left >= 0) return { late: left < warning ? 'soon' : 'no', daysLate: 0 }
  const days = (Date.parse(`${dayOf(demand.now)}T00:00:00Z`) - Date.parse(`${dayOf(demand.dueAt)}T00:00:00Z`)) / (24 * HOUR)
  return { late: 'late', daysLate: Math.max(1, days) }
}
