/** What was said and done about a demand, in order, and what meetings decided. */
import * as z from 'zod/mini'
import { PostKind } from '../organization'
import { WordsSafety } from '../safety'
import { Day, Id, Instant } from '../values'
import { DemandStep } from './life'
import { HeardBy } from './said'

export const ThreadEntry = z.object({
  id: Id,
  at: Instant,
  /** message: words for the other side · answer: the words that ask for confirmation · note: internal · event: a step without words. */
  type: z.enum(['message', 'answer', 'note', 'event']),
  step: DemandStep,
  /** As the reader may know them; null for the system. */
  by: z.nullable(z.object({ name: z.string(), post: z.nullable(PostKind) })),
  mine: z.boolean(),
  text: z.nullable(z.string()),
  /** Who is meant: the next owner, the outside party, whoever was told, or the number of the demand it was joined to; for snooze the moment until when, null when it was taken back. */
  to: z.nullable(z.string()),
  /** The day of the meeting that decided it; the resident reads no name then. */
  meetingDay: z.nullable(Day),
  /** For a step that moved the deadline: from, to. */
  due: z.nullable(z.object({ old: Instant, new: Instant })),
  /** The resident's words or wish, written down by `by`; how it was heard. */
  heard: z.nullable(HeardBy),
  /** Whether its words reached the other side. Of what did not only author and those who serve read anything. */
  safety: WordsSafety,
  /** Why its words were rejected, for the author to change them. */
  rejectedFor: z.nullable(z.string()),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

/** What a meeting decided about a demand, as everybody who sees the demand may read it. */
export const DemandResolution = z.object({
  id: Id,
  meetingId: Id,
  /** The day of the meeting. */
  day: Day,
  outcome: z.enum(['answer', 'assign', 'transfer', 'decline', 'fund', 'note']),
  facts: z.string(),
  words: z.string(),
  /** Who sees to it, by when; both or neither. */
  owner: z.nullable(z.string()),
  dueOn: z.nullable(Day),
})
export type DemandResolution = z.infer<typeof DemandResolution>
