/** A, B or C: derived from the household's own wish and from whether somebody there is cared for, never set. */
import type { HouseholdClass } from '../../../contract/archive'

export interface Axes { noHomeVisits: boolean; cared: boolean }

/** Whoever declines visits is met where they like, cared for or not: A wins for the channel, and `cared` keeps the cadence. */
export function classOf({ noHomeVisits, cared }: Axes): HouseholdClass {
  return noHomeVisits ? 'A' : cared ? 'C' : 'B'
}
