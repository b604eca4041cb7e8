/** What a resident says of a closure. */
import * as z from 'zod/mini'
import { Id, Instant } from '../values'

/** 5 很满意 · 4 满意 · 3 一般 · 2 不满意 · 1 很不满意. */
export const RatingValue = z.int().check(z.minimum(1), z.maximum(5))

/** What a resident said of one closure. */
export const Rating = z.object({
  value: RatingValue,
  /** As the closing said; null where the resident had said nothing. */
  solved: z.nullable(z.boolean()),
  /** In words, as they were offered. */
  reasons: z.array(z.string()),
  words: z.nullable(z.string()),
  at: Instant,
})
export type Rating = z.infer<typeof Rating>

/** A reason that is offered from `least` to `most`. */
export const RatingReason = z.object({ slug: z.string(), word: z.string(), least: RatingValue, most: RatingValue })
export type RatingReason = z.infer<typeof RatingReason>

/** A closure as director and secretary read it; of nobody it is said who worked on it. */
export const RatedDemand = z.object({ id: Id, committeeId: Id, number: z.string(), title: z.string(), category: z.nullable(z.string()), rating: Rating })
export type RatedDemand = z.infer<typeof RatedDemand>
