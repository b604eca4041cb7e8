/** What a resident says (诉求): its kind, how much it presses, who may read it, and how it was heard. */
import * as z from 'zod/mini'
import { CategoryAnswers, CategorySlug } from '../category'
import { line } from '../values'

/** request 求助 · suggestion 建议 · complaint 投诉 · consultation 咨询 · hazard 隐患. */
export const DemandKind = z.enum(['request', 'suggestion', 'complaint', 'consultation', 'hazard'])
export type DemandKind = z.infer<typeof DemandKind>

/** ordinary 不急 · soon 着急 · danger 有危险, which goes to everybody in the chain at once and runs day and night. */
export const Urgency = z.enum(['ordinary', 'soon', 'danger'])
export type Urgency = z.infer<typeof Urgency>

/** committee 只有居委会和我 · neighbours 邻居也能看到，不写我是谁. */
export const Visibility = z.enum(['committee', 'neighbours'])
export type Visibility = z.infer<typeof Visibility>

export const Channel = z.enum(['app', 'onlineVisit', 'homeVisit', 'phone', 'counter'])
export type Channel = z.infer<typeof Channel>

/** How one who serves heard what they write down for somebody else. */
export const HeardBy = z.enum(['phone', 'counter', 'homeVisit', 'onlineVisit'])
export type HeardBy = z.infer<typeof HeardBy>

/** A number as people say it. */
export const PhoneNumber = z.string().check(z.trim(), z.regex(/^[0-9+ -]{5,20}$/))

/** At most 1,000 characters, at least 2: what one printed work order holds. */
export const DemandText = line(2, 1000)

/** A message in the thread, 1 to 1,000 characters. */
export const MessageText = line(1, 1000)

/** What is said, whoever writes it down. */
export const said = {
  kind: DemandKind,
  text: DemandText,
  /** Where it is, in the resident's words; empty for one's own home. */
  place: line(0, 60),
  urgency: Urgency,
  visibility: Visibility,
  /** Left out: what the words tell. Null: none of them. */
  category: z.optional(z.nullable(CategorySlug)),
  answers: z.optional(CategoryAnswers),
}
