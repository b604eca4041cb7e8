/** Able neighbours (能人): who said themselves that they like to lend a hand. Theirs to take back at any time; for the committee to ask, never to count. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Id, Instant } from './values'

/** As those who serve the committee whole read it. */
export const Talent = z.object({
  id: Id,
  name: z.string(),
  /** `12号楼 602室`. */
  label: z.string(),
  /** In their own words or as it was put to them: `会修自行车`. */
  what: z.string(),
  since: Instant,
})
export type Talent = z.infer<typeof Talent>

export const OwnTalent = z.object({ id: Id, committeeId: Id, what: z.string(), since: Instant })
export type OwnTalent = z.infer<typeof OwnTalent>

export const talent = {
  list: query({
    route: 'GET /committees/{committeeId}/talents',
    summary: 'Who likes to lend a hand, for those who serve the committee whole; newest first, at most 100. With words: whose `what` holds them.',
    input: z.object({ committeeId: Id, search: z.optional(z.string().check(z.maxLength(20))) }),
    output: z.object({ items: z.array(Talent) }),
  }),
  mine: query({ route: 'GET /talents/mine', summary: 'What the reader has said they would help with, newest first, at most 50.', input: z.object({}), output: z.object({ items: z.array(OwnTalent) }) }),
  withdraw: command({
    route: 'POST /talents/{talentId}/withdrawal',
    summary: 'Take one’s word back: it is gone at once, and the committee reads it no more.',
    input: z.object({ committeeId: Id, talentId: Id }),
    output: z.object({ talentId: Id }),
  }),
}
