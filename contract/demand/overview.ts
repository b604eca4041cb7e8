/** What a committee has before it today. */
import * as z from 'zod/mini'
import { CategorySlug } from '../category'
import { query } from '../method'
import { Presence } from '../organization'
import { Day, Id } from '../values'
import { DemandCard } from './card'
import { LateWhy } from './lists'
import { DemandKind } from './said'

/** Figures of one committee for one who serves it whole. Counts of matters, never of people. */
export const Overview = z.object({
  committeeName: z.string(),
  day: Day,
  /** Open demands nobody has contacted the resident about yet. */
  awaitingContact: z.int(),
  late: z.int(),
  dueToday: z.int(),
  /** Open demands of people without a block. */
  desk: z.int(),
  joinRequests: z.int(),
  /** Words of others that wait until the reader, or another who serves the committee whole, has read them. */
  heldWords: z.int(),
  /** Photos of others that wait likewise. */
  heldPhotos: z.int(),
  open: z.int(),
  /** Open demands offered and not taken, at a meeting, outside, waiting for a decision about more time, carried up the ladder. */
  offered: z.int(),
  atMeeting: z.int(),
  outside: z.int(),
  moreTime: z.int(),
  escalated: z.int(),
  /** Why the late ones are late, most first; adds up to `late`. */
  lateWhy: z.array(z.object({ why: LateWhy, count: z.int() })),
  /** Who receives residents today. */
  duty: z.nullable(Presence),
  /** Working days of the next two weeks on which nobody receives yet, at most 5. */
  dutyGaps: z.array(Day),
  /** What to look at first: danger, then by deadline, without what waits for the resident; at most 5. */
  first: z.array(DemandCard),
  /** Demands filed in the last 30 days by kind, largest first; 0 left out. */
  kinds: z.array(z.object({ kind: DemandKind, count: z.int() })),
  /** The same by what they are about, largest first; null where it is not known. */
  themes: z.array(z.object({ category: z.nullable(z.object({ slug: CategorySlug, name: z.string() })), count: z.int() })),
  /**
   * Of the demands that came to rest in the last 30 days (`closed` in all): solved in the resident's own word · recorded for one without
   * an account · nobody said anything · turned down by a meeting · withdrawn.
   */
  outcomes: z.object({ solved: z.int(), proxy: z.int(), silent: z.int(), declined: z.int(), withdrawn: z.int(), closed: z.int() }),
})
export type Overview = z.infer<typeof Overview>

export const overview = {
  overview: query({ route: 'GET /committees/{committeeId}/overview', summary: 'What a committee has before it today.', input: z.object({ committeeId: Id }), output: Overview }),
}
