/** Content safety (内容安全): words held back until somebody has read them, and what was decided about them. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { PostKind } from './organization'
import { Id, Instant, line } from './values'

/** passed: may be read by whom it was written to · pending 待审: by author and those who serve alone · rejected: likewise, for good. */
export const WordsSafety = z.enum(['passed', 'pending', 'rejected'])
export type WordsSafety = z.infer<typeof WordsSafety>

/**
 * Why words wait. unchecked: the platform could not be asked, or did not answer · doubtful: the platform wants a person to look ·
 * listed: a word of our own list is in them.
 */
export const Doubt = z.enum(['unchecked', 'doubtful', 'listed'])
export type Doubt = z.infer<typeof Doubt>

/** Words that wait, for those who may let them go. */
export const HeldWords = z.object({
  /** Of the line in the thread. */
  id: Id,
  committeeId: Id,
  /** Said about a demand, with its number `ZX-2026-000123`; else in a visit. */
  demandId: z.nullable(Id),
  number: z.nullable(z.string()),
  visitId: z.nullable(Id),
  /** file: the words the demand was filed with · otherwise the step they were said with. */
  step: z.string(),
  by: z.object({ name: z.string(), post: z.nullable(PostKind) }),
  /** resident: those who serve read it already, neighbours, or others of the household, do not · staff: the resident does not have it yet. */
  from: z.enum(['resident', 'staff']),
  at: Instant,
  text: z.string(),
  /** Where it is, in the resident's words; empty but for `file`. */
  place: z.string(),
  why: Doubt,
  /** The reader's own: another has to look. */
  mine: z.boolean(),
})
export type HeldWords = z.infer<typeof HeldWords>

export const safety = {
  list: query({
    route: 'GET /committees/{committeeId}/held-words',
    summary: 'Words of a committee that wait for somebody to read them, what residents wait for first, then oldest first, at most 50.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(HeldWords) }),
  }),
  decide: command({
    route: 'POST /demands/{demandId}/held-words/{entryId}/decision',
    summary: 'Let words go, and with them the step they were said with; or keep them back and tell their author why. Never one’s own.',
    input: z.object({ committeeId: Id, demandId: Id, entryId: Id, decision: z.enum(['release', 'reject']), reason: line(0, 200) }),
    output: z.object({ entryId: Id, safety: WordsSafety }),
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  decideVisit: command({
    route: 'POST /visits/{visitId}/held-words/{entryId}/decision',
    summary: 'The same of words in a visit: a summary that is let go is the household’s to confirm from then on. Never one’s own, nor one’s own household’s.',
    input: z.object({ committeeId: Id, visitId: Id, entryId: Id, decision: z.enum(['release', 'reject']), reason: line(0, 200) }),
    output: z.object({ entryId: Id, safety: WordsSafety }),
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
}
