/** What a person asks about their own information, and what became of it (个人信息保护法 art. 44–50). */
import * as z from 'zod/mini'
import { Id, Instant } from './values'

/** copy 要一份 · correct 改 · delete 删掉并注销 · restrict 先别用 · explain 为什么这样用 · complain 觉得用得不对. */
export const RightKind = z.enum(['copy', 'correct', 'delete', 'restrict', 'explain', 'complain'])
export type RightKind = z.infer<typeof RightKind>

/** open: somebody has to answer by `dueAt` · done · refused: with a reason · takenBack by the person. */
export const RightState = z.enum(['open', 'done', 'refused', 'takenBack'])
export type RightState = z.infer<typeof RightState>

export const RightRequest = z.object({
  id: Id,
  committeeId: Id,
  committeeName: z.string(),
  kind: RightKind,
  words: z.string(),
  /** Who asked, as they were called then. */
  name: z.string(),
  askedAt: Instant,
  /** 15 working days of the committee's calendar. */
  dueAt: Instant,
  /** The deadline falls in a year whose working calendar is not official. */
  provisional: z.boolean(),
  state: RightState,
  decidedAt: z.nullable(Instant),
  decidedBy: z.nullable(z.string()),
  /** What was answered, for the person. */
  reply: z.nullable(z.string()),
  late: z.boolean(),
  /** What this reader may do now. */
  steps: z.array(z.enum(['takeBack', 'finish', 'refuse'])),
})
export type RightRequest = z.infer<typeof RightRequest>
