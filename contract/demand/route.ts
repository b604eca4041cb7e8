/** Along whom a demand went, and who has it outside the committee. */
import * as z from 'zod/mini'
import { Staff } from '../organization'
import { Instant, line } from '../values'

/** Why the chain did or did not stop at a person. */
export const RouteReason = z.enum([
  'leaderOfBlock', 'deputyOfBlock', 'standIn', 'dutyToday', 'director',
  'onLeave', 'standInLoop', 'postEmpty', 'noBlock', 'aboutApp', 'toldAtOnce', 'isFiler',
  // tookCall: wrote it down and keeps it while the block has nobody there · answeredOnSpot · askedForAnother: the resident was very dissatisfied with them.
  'tookCall', 'answeredOnSpot', 'askedForAnother',
])
export type RouteReason = z.infer<typeof RouteReason>

/** One link of the chain a demand went along, in order. */
export const RouteLink = z.object({
  /** Null where a post is empty or the reader has no block. */
  staff: z.nullable(Staff),
  reason: RouteReason,
  outcome: z.enum(['took', 'passed', 'told']),
  /** For one on leave: when back. */
  back: z.nullable(Instant),
})
export type RouteLink = z.infer<typeof RouteLink>

/** property 物业公司 · owners 业委会 · hotline 12345 and the grid · other. None of them has an account here. */
export const OutsideKind = z.enum(['property', 'owners', 'hotline', 'other'])
export type OutsideKind = z.infer<typeof OutsideKind>

/** Who has it outside, and the number it is known by there. */
export const Outside = z.object({ kind: OutsideKind, name: line(1, 40), number: z.nullable(line(1, 40)) })
export type Outside = z.infer<typeof Outside>
