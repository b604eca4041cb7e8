/** Who keeps a visit whose host is away then. Pure. */
import type { Id } from '../../../contract/values'

export interface StandInSeen { accountId: Id; away: boolean; busy: boolean }

/** The first in order who is there and, where the visit has a time, free; null where nobody is. */
export function standInFor(inOrder: readonly Id[], seen: readonly StandInSeen[], timed: boolean): Id | null {
  return inOrder.find((id) => seen.some((one) => one.accountId === id && !one.away && !(timed && one.busy))) ?? null
}
