/** One of many: who has it, by when, and whose turn it is. */
import * as z from 'zod/mini'
import { CategorySlug } from '../category'
import { Staff } from '../organization'
import { Day, Id, Instant } from '../values'
import { DemandStatus, Lateness } from './life'
import { Outside } from './route'
import { DemandKind, Urgency } from './said'

/** A demand in a list. */
export const DemandCard = z.object({
  id: Id,
  committeeId: Id,
  /** `ZX-2026-000123`. */
  number: z.string(),
  kind: DemandKind,
  /** The first words of what was said, at most 30 characters. */
  title: z.string(),
  urgency: Urgency,
  status: DemandStatus,
  /** Who has it now. */
  owner: Staff,
  /** To whom it was offered and who has not taken it yet; the owner stays answerable. */
  offeredTo: z.nullable(Staff),
  filedAt: Instant,
  lastAt: Instant,
  /** Answer expected by; null once it rests. */
  dueAt: z.nullable(Instant),
  /** The working calendar of the year of `dueAt` is not official yet: show 暂定. */
  provisional: z.boolean(),
  late: Lateness,
  /** While transferred; null to the filer while the words of that step wait. */
  outside: z.nullable(Outside),
  /** The day of the meeting that will speak of it; null unless at a meeting. */
  meetingOn: z.nullable(Day),
  /** How many are worked on with this one, as far as the reader may know. */
  followers: z.int(),
  /** Entered by one who serves for a person without an account. */
  proxied: z.boolean(),
  /** How it was closed: the resident said solved · somebody recorded that they did · nobody said anything for 15 days. */
  closedHow: z.nullable(z.enum(['confirmed', 'proxy', 'silent'])),
  /** Whole days past the deadline, 0 unless late. */
  daysLate: z.int(),
  /** Whose turn it is, as the reader sees it. */
  turn: z.enum(['mine', 'theirs', 'nobody']),
  unread: z.int(),
  /** Those who serve read who asks: `12号楼 602室 林女士`, or the name alone outside a household. Null for the filer. */
  from: z.nullable(z.string()),
  /** The household wants nobody at the door. Null for the filer. */
  noHomeVisits: z.nullable(z.boolean()),
  /** The reader put it off in their own inbox: until when, and why. Null once it is back. */
  snoozed: z.nullable(z.object({ until: Instant, reason: z.string() })),
  /** The last message, at most 60 characters. */
  lastLine: z.nullable(z.string()),
  /** What it is about; null when neither the filer nor the words said. */
  category: z.nullable(z.object({ slug: CategorySlug, name: z.string() })),
})
export type DemandCard = z.infer<typeof DemandCard>
