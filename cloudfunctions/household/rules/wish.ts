/** How a household wishes to be reached, made to agree with itself. Pure. */
import type { HouseholdWish } from '../../../contract/archive'

/** Whoever declines visits is not reached at the door, and nobody by a way they never want. Null when no way at all is left. */
export function settledWish({ noHomeVisits, channels, hours, never, language }: HouseholdWish): HouseholdWish | null {
  const avoided = [...new Set([...never, ...(noHomeVisits ? (['door'] as const) : [])])]
  const ways = [...new Set(channels)].filter((channel) => !avoided.includes(channel))
  return ways.length === 0 ? null : { noHomeVisits, channels: ways, hours: hours || null, never: avoided, language: language || null }
}
