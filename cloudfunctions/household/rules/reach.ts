/** When somebody of a household was last reached, and what of their care is due. Pure. */
import type { HouseLine, Reach } from '../../../contract/houseMap'
import type { Day, Instant } from '../../../contract/values'

const day = 86_400_000

/**
 * Days from one contact to the next, at most: 30 where somebody is cared for (十部门 2022: each month), else 180 (twice a year; DOMAIN 3.7). The kind of
 * care would tell more, and lies sealed: the leader who opens it knows what the person needs.
 */
export const cadence = { cared: 30, ordinary: 180 } as const
/** Care that comes due within so many days is shown as due. */
export const soon = 7

export function reachOf(reachedAt: Instant | null, { cared, now }: { cared: boolean; now: Instant }): Reach {
  if (reachedAt === null) return 'never'
  return Date.parse(now) - Date.parse(reachedAt) > (cared ? cadence.cared : cadence.ordinary) * day ? 'long' : 'recent'
}

/** What comes first: the review of the care, or the next contact. Late from the day after. */
export function dueOf({ reviewOn, contactOn }: { reviewOn: Day | null; contactOn: Day }, today: Day): NonNullable<HouseLine['due']> {
  const review = reviewOn !== null && reviewOn <= contactOn
  const on = review ? reviewOn : contactOn
  return { on, why: review ? 'review' : 'contact', late: on < today }
}

/** `602` and `1203A` tell the floor by what stands before the last two figures; `B1`, `门卫` tell none. */
export function floorOf(room: string): number | null {
  const found = /^(\d{1,2})\d{2}\D?$/.exec(room)
  return found ? Number(found[1]) : null
}

/** `周＊`: the first sign, whatever the length. */
export const masked = (name: string): string => `${[...name][0] ?? ''}＊`
