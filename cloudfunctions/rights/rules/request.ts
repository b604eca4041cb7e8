/** Requests about one's own information: by when, and who may do what with one. */
import type { RightKind, RightRequest, RightState } from '../../../contract/rightRequest'
import type { Instant } from '../../../contract/values'
import { dueOf } from '../../demand/rules/deadline'
import { dayOf, type WorkingCalendar } from '../../organization/rules/calendar'

/** 个人信息保护法 art. 50 asks for “timely”; 15 working days is what DOMAIN 5.2 sets. */
export const rightDays = 15

export function rightDue(calendar: WorkingCalendar, askedAt: Instant): { dueAt: Instant; provisional: boolean } {
  const dueAt = dueOf(calendar, { from: askedAt, days: rightDays, pauses: [] })
  return { dueAt, provisional: calendar.isProvisional(dayOf(dueAt)) }
}

/** A copy is made by the machine, so it waits for nobody. */
export const answeredAtOnce = (kind: RightKind): boolean => kind === 'copy'

/** Nobody decides about their own. */
export function rightSteps(request: { state: RightState; own: boolean }, decides: boolean): RightRequest['steps'] {
  if (request.state !== 'open') return []
  if (request.own) return ['takeBack']
  return decides ? ['finish', 'refuse'] : []
}
