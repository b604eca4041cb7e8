/** From one committee to another. */
import * as z from 'zod/mini'
import { command, query } from '../method'
import { Cursor, Id, Instant, line, page } from '../values'
import { ofDemand } from './demand'

/** What a committee keeps of a demand that moved to another one. */
export const MovedDemand = z.object({ number: z.string(), filedAt: Instant, movedAt: Instant, toCommittee: z.string(), by: z.string(), reason: z.string() })
export type MovedDemand = z.infer<typeof MovedDemand>

export const moving = {
  move: command({
    route: 'POST /demands/{demandId}/committee',
    summary: 'To another committee, with its thread, number and clock; whoever served it here reads it no longer.',
    input: z.object({ ...ofDemand, toCommitteeId: Id, reason: line(2, 200) }),
    words: ['reason'],
    output: z.object({ number: z.string(), toCommittee: z.string(), movedAt: Instant }),
    refusals: ['WrongStep', 'NobodyThere'],
  }),
  listMoved: query({
    route: 'GET /committees/{committeeId}/moved',
    summary: 'For one who serves the committee whole: what moved to other committees, newest first, 20 a page.',
    input: z.object({ committeeId: Id, cursor: z.optional(Cursor) }),
    output: page(MovedDemand),
  }),
}
