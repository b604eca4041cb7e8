/** Leave: when it stands where, whether it meets another, and whether stand-ins go round in a circle. Pure. */
import type { LeaveState } from '../../../contract/organization'
import type { Id, Instant } from '../../../contract/values'

export interface LeaveSpan {
  accountId: Id
  since: Instant
  /** Not itself part of the leave. */
  until: Instant
  standInId: Id | null
}

export function leaveState({ since, until }: Pick<LeaveSpan, 'since' | 'until'>, now: Instant): LeaveState {
  if (now < since) return 'planned'
  return now < until ? 'running' : 'over'
}

/** Whether two spans share a moment; one may begin the moment the other ends. */
export function overlaps(one: Pick<LeaveSpan, 'since' | 'until'>, other: Pick<LeaveSpan, 'since' | 'until'>): boolean {
  return one.since < other.until && other.since < one.until
}

/**
 * Whether, at some moment of `leave`, those who stand in for one another come back to the one who takes it. Who is away changes only
 * when some leave begins or ends, and a circle begins only when one begins, so these moments are all that need looking at.
 */
export function standInLoop(leave: LeaveSpan, others: readonly LeaveSpan[]): boolean {
  const meeting = others.filter((other) => other.accountId !== leave.accountId && overlaps(leave, other))
  const moments = [leave.since, ...meeting.map((other) => other.since).filter((since) => since > leave.since)]
  return moments.some((moment) => {
    const awayAt = (accountId: Id) => meeting.find((other) => other.accountId === accountId && other.since <= moment && moment < other.until)
    const met = new Set<Id>()
    for (let next = leave.standInId; next !== null && !met.has(next); next = awayAt(next)?.standInId ?? null) {
      if (next === leave.accountId) return true
      met.add(next)
    }
    return false
  })
}
