/** Writing the service list: drafts, review, publishing at once or at an hour, and taking in again. Read and written by those who serve the committee whole. */
import * as z from 'zod/mini'
import { CommitteeRole, Confidence, ServiceCategory } from './service'
import { Day, line } from './values'

/** Text of people in well-formed Unicode: half a surrogate pair is refused, since the database holds none. */
function words(most: number) {
  return line(0, most).check(z.refine((text) => !/\p{Surrogate}/u.test(text)))
}

/** Digits, spaces and dashes to dial. */
const Phone = words(20).check(z.regex(/^[0-9][0-9 -]{2,18}$/))

/** What an item says, whole, as one version holds it. What a draft lacks is an empty text or list. */
export const ServiceContent = z.object({
  title: words(30),
  summary: words(60),
  category: ServiceCategory,
  committeeRole: CommitteeRole,
  audience: words(100),
  materials: z.array(words(100)).check(z.maxLength(20)),
  steps: z.array(words(200)).check(z.maxLength(20)),
  place: words(100),
  hours: words(100),
  phone: z.nullable(Phone),
  fee: words(100),
  timeLimit: words(100),
  basis: words(300),
  /** Where the real application is made: an https address, or null. */
  link: z.nullable(z.object({ name: words(20).check(z.minLength(1)), url: words(300).check(z.regex(/^https:\/\/[^\s"'<>\\]+$/)) })),
  caution: z.nullable(words(200)),
  /** Other words people use for it, for search: `暂住证`. */
  keywords: z.array(words(20)).check(z.maxLength(12)),
  /** Day on which the facts were read. */
  asOf: Day,
  source: words(100),
  confidence: Confidence,
  /** Day by which somebody looks again; null for a year after `asOf`. */
  nextCheck: z.nullable(Day),
  /** Shown only to people who are signed in. */
  signedInOnly: z.boolean(),
})
export type ServiceContent = z.infer<typeof ServiceContent>

/** fresh · soon: its check comes within 30 days · late: past its check */
export const Freshness = z.enum(['fresh', 'soon', 'late'])
export type Freshness = z.infer<typeof Freshness>
