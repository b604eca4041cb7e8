/** Street, committees, blocks and the people who serve them. */
import * as z from 'zod/mini'
import { query } from './method'
import { Id, Instant } from './values'

/**
 * leader 块长 · deputy 副块长 · director 主任 · secretary 书记 · officer 居委会工作人员 (desk duty) · worker 社工 (visits) ·
 * section 街道科室对口干部 · head 处级干部 (both of the street, paired with the committee).
 * Director, secretary and officer serve the whole committee; leader and deputy serve one block; section and head have what was passed to them.
 */
export const PostKind = z.enum(['leader', 'deputy', 'director', 'secretary', 'officer', 'worker', 'section', 'head'])
export type PostKind = z.infer<typeof PostKind>

/** One who serves: name and post are public, as on the notice board. */
export const Staff = z.object({
  accountId: Id,
  name: z.string(),
  post: PostKind,
  /** `3块`; null for one who serves the whole committee. */
  blockName: z.nullable(z.string()),
  /** `平安办`; null for all but the street's sections. */
  section: z.nullable(z.string()),
})
export type Staff = z.infer<typeof Staff>

/** Whether one who serves is there now. */
export const Presence = z.object({
  staff: Staff,
  here: z.boolean(),
  /** While here: until when. Null when not known. */
  until: z.nullable(Instant),
  /** While away: when back, the start of the next office hours after leave. Null while here. */
  back: z.nullable(Instant),
})
export type Presence = z.infer<typeof Presence>

/** A residents' committee. What is not known is null, never invented. */
export const Committee = z.object({
  id: Id,
  /** `春申里居委会`. */
  name: z.string(),
  /** Whether people serve here, so that demands may be filed. */
  open: z.boolean(),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  hours: z.nullable(z.string()),
  /** Residents' groups (居民小组) as last published. */
  groups: z.nullable(z.int()),
  /** Year the facts are of, and where they stand. */
  factsOf: z.nullable(z.string()),
  /** A place invented for demonstration. */
  invented: z.boolean(),
})
export type Committee = z.infer<typeof Committee>

export const Block = z.object({ id: Id, name: z.string(), leader: z.nullable(Presence) })
export type Block = z.infer<typeof Block>

export const Building = z.object({ id: Id, name: z.string(), estate: z.string() })
export type Building = z.infer<typeof Building>

export const organization = {
  committees: query({
    route: 'GET /committees',
    summary: 'All committees of the street, in the order of the published list.',
    who: 'anyone',
    input: z.object({}),
    output: z.object({ street: z.string(), items: z.array(Committee) }),
  }),
  buildings: query({
    route: 'GET /committees/{committeeId}/buildings',
    summary: 'Buildings of one committee, by estate and number. No household is named.',
    who: 'anyone',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Building) }),
  }),
  serving: query({
    route: 'GET /committees/{committeeId}/serving',
    summary: 'Everybody who may be given a demand in a committee one serves: leaders and deputies, the office, the paired sections and division heads of the street, with presence.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Presence) }),
  }),
  blocks: query({
    route: 'GET /committees/{committeeId}/blocks',
    summary: 'Blocks of a committee one serves, with their leaders; to place a demand or hand it over.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Block) }),
  }),
}
