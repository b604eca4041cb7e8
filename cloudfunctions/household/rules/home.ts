/** What becomes of a household as a whole: who may part it, put two together, and for how long that is taken back. Pure. */
import type { ArchiveStep, HouseholdWish, Tenure } from '../../../contract/archive'
import { undoDays, type HomeChangeKind } from '../../../contract/home'
import type { Id, Instant } from '../../../contract/values'
import { mayDecide, type Seat } from './archive'

/**
 * How two households that become one wish to be reached. Whoever declined visits at the door is not visited, and what either never wants nobody uses. A way both
 * may be reached by comes first; where none is left, those nobody declined.
 */
export function mergedWish(mine: HouseholdWish, theirs: HouseholdWish): HouseholdWish {
  const noHomeVisits = mine.noHomeVisits || theirs.noHomeVisits
  const never = [...new Set([...mine.never, ...theirs.never, ...(noHomeVisits ? (['door'] as const) : [])])]
  const ways = [...new Set([...mine.channels, ...theirs.channels])].filter((channel) => !never.includes(channel))
  const first = ways.filter((channel) => mine.channels.includes(channel) && theirs.channels.includes(channel))
  return { noHomeVisits, channels: [...new Set([...first, ...ways])], hours: mine.hours ?? theirs.hours, never, language: mine.language ?? theirs.language }
}

/** How the one that goes on is lived in; what is known of the other counts where nothing is known of it. */
export const mergedTenure = (mine: Tenure, theirs: Tenure): Tenure => (mine === 'unknown' || mine === 'vacant' ? theirs : mine)

/** Some go, and somebody stays; nobody who does not live there. */
export function fitsSplit(living: readonly Id[], chosen: readonly Id[]): boolean {
  const going = new Set(chosen)
  return going.size > 0 && going.size < living.length && [...going].every((one) => living.includes(one))
}

export interface Whole { live: boolean; buildingId: Id; householdId: Id }
/** Two doors of one building, where people are kept. */
export const fitsMerge = (mine: Whole, other: Whole): boolean => mine.live && other.live && mine.buildingId === other.buildingId && mine.householdId !== other.householdId

/** A household that is split is put together again by merging the two. */
export function mayUndo({ kind, at, undone, last }: { kind: HomeChangeKind; at: Instant; undone: boolean; last: boolean }, now: Instant): boolean {
  return kind !== 'split' && !undone && last && Date.parse(now) <= Date.parse(at) + undoDays * 86_400_000
}

/** @param living how many people live there now */
export function wholeSteps(seat: Seat, { live, living }: { live: boolean; living: number }): ArchiveStep[] {
  if (!live || !mayDecide(seat)) return []
  return [...(living > 1 ? (['split'] as const) : []), 'merge', ...(living > 0 ? (['moveOut'] as const) : [])]
}
