/** The service list (居小二 服务清单): what the committee can do, with source, date and how sure we are. */
import * as z from 'zod/mini'
import { query } from './method'
import { Day, Id } from './values'

export const ServiceCategory = z.enum(['residence', 'elder', 'relief', 'family', 'housing', 'safety', 'voice', 'activity'])
export type ServiceCategory = z.infer<typeof ServiceCategory>

/** What the committee's part is: guide 告诉您去哪办 · accept 在居委会收 · assist 帮着办 · do 居委会直接办. */
export const CommitteeRole = z.enum(['guide', 'accept', 'assist', 'do'])
export type CommitteeRole = z.infer<typeof CommitteeRole>

/** How sure the facts are: official 读过正式文本 · reported 来自报道或转载 · unchecked 还没核实. */
export const Confidence = z.enum(['official', 'reported', 'unchecked'])
export type Confidence = z.infer<typeof Confidence>

export const ServiceLine = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  category: ServiceCategory,
  committeeRole: CommitteeRole,
  /** Other words people use and, on a second line where the list is whole, the materials, for search on the phone: `暂住证 续签\n身份证`. */
  search: z.string(),
})
export type ServiceLine = z.infer<typeof ServiceLine>

export const ServiceItem = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  category: ServiceCategory,
  committeeRole: CommitteeRole,
  audience: z.string(),
  materials: z.array(z.string()),
  steps: z.array(z.string()),
  place: z.string(),
  hours: z.string(),
  /** Digits and dashes to dial, or null. */
  phone: z.nullable(z.string()),
  fee: z.string(),
  timeLimit: z.string(),
  basis: z.string(),
  /** Where the real application is made, or null. */
  link: z.nullable(z.object({ name: z.string(), url: z.string() })),
  /** A thing to know before setting out, or null. */
  caution: z.nullable(z.string()),
  asOf: Day,
  source: z.string(),
  confidence: Confidence,
  /** Who checked it last; null while nobody has. */
  verifiedBy: z.nullable(z.string()),
})
export type ServiceItem = z.infer<typeof ServiceItem>

export const service = {
  list: query({
    route: 'GET /committees/{committeeId}/services',
    summary: 'The published service list of a committee, by category and order, at most 100.',
    who: 'anyone',
    input: z.object({ committeeId: Id }),
    output: z.object({
      items: z.array(ServiceLine),
      /** How the characters in it are read, and others that are read so, to find by pinyin and by ear: `ju居局zhu住主`. About 10 KB. */
      sounds: z.string(),
    }),
  }),
  get: query({
    route: 'GET /committees/{committeeId}/services/{slug}',
    summary: 'One service item with everything on its sheet.',
    who: 'anyone',
    input: z.object({ committeeId: Id, slug: z.string().check(z.maxLength(60)) }),
    output: ServiceItem,
  }),
}
