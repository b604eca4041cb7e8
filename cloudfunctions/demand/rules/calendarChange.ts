/** What a change of the working calendar does to open demands: the same clocks, counted again. Pure. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { DemandKind, Urgency } from '../../../contract/demand/said'
import type { Id, Instant } from '../../../contract/values'
import { dayOf, type WorkingCalendar } from '../../organization/rules/calendar'
import { deadlinesOf, dueOf } from './deadline'
import { stepsFrom } from './lifecycle'

/** An open demand as far as its clock goes. */
export interface Clocked {
  id: Id
  title: string
  kind: DemandKind
  urgency: Urgency
  status: DemandStatus
  filedBy: Id | null
  ownerId: Id
  filedAt: Instant
  dueFrom: Instant
  dueDays: number | null
  pauses: readonly (readonly [Instant, Instant])[]
  dueAt: Instant
  contactDueAt: Instant
  provisional: boolean
}

export interface DueChange {
  demand: Clocked
  dueAt: Instant
  contactDueAt: Instant
  provisional: boolean
}

/** Demands whose clock says something else by `calendar`; what was answered has run out and is left alone. */
export function dueChanges(calendar: WorkingCalendar, demands: readonly Clocked[]): DueChange[] {
  return demands.flatMap((demand) => {
    if (!stepsFrom(demand.status).includes('due')) return []
    const dueAt = dueOf(calendar, { from: demand.dueFrom, days: demand.dueDays, pauses: demand.pauses })
    const { contactDueAt } = deadlinesOf(calendar, demand)
    return dueAt === demand.dueAt && contactDueAt === demand.contactDueAt ? [] : [{ demand, dueAt, contactDueAt, provisional: calendar.isProvisional(dayOf(dueAt)) }]
  })
}

/** How many answers come later or earlier; where only the first contact moves, neither. */
export function effectOf(changes: readonly DueChange[]): { moved: number; later: number; earlier: number } {
  const later = changes.filter(({ demand, dueAt }) => dueAt > demand.dueAt).length
  const earlier = changes.filter(({ demand, dueAt }) => dueAt < demand.dueAt).length
  return { moved: later + earlier, later, earlier }
}
