/** Several demands about one matter: found, joined to one that leads, separated again. */
import * as z from 'zod/mini'
import { command, query } from '../method'
import { Cursor, Id, Instant, line, page } from '../values'
import { Demand, ofDemand } from './demand'
import { DemandStatus } from './life'
import { DemandKind, Visibility } from './said'

/** What a neighbour said and lets neighbours see: never who, and nothing that is not on it. */
export const LookAlike = z.object({
  demandId: Id,
  title: z.string(),
  place: z.string(),
  filedAt: Instant,
  /** How many wait for it together, as far as neighbours may know; at least 1. */
  neighbours: z.int(),
  /** Null while the clock stands. */
  dueAt: z.nullable(Instant),
  provisional: z.boolean(),
})
export type LookAlike = z.infer<typeof LookAlike>

/** What a demand may be joined to, for those who serve both. */
export const JoinCandidate = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  place: z.string(),
  /** `12号楼 602室 林女士`. */
  from: z.string(),
  filedAt: Instant,
  followers: z.int(),
  dueAt: z.nullable(Instant),
  visibility: Visibility,
  sameBuilding: z.boolean(),
})
export type JoinCandidate = z.infer<typeof JoinCandidate>

/** One that is joined to a lead, for those who serve it. */
export const JoinedDemand = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  from: z.string(),
  kind: DemandKind,
  status: DemandStatus,
  visibility: Visibility,
  filedAt: Instant,
  joinedAt: Instant,
})
export type JoinedDemand = z.infer<typeof JoinedDemand>

export const together = {
  lookAlikes: query({
    route: 'GET /committees/{committeeId}/look-alikes',
    summary: 'For one who lives there and is about to file: what neighbours said that may be the same, the most alike first, at most 3.',
    input: z.object({
      committeeId: Id,
      text: line(0, 1000),
      place: line(0, 60),
      kind: z.optional(DemandKind),
      category: z.optional(z.nullable(z.string().check(z.maxLength(30)))),
      /** The one already chosen. */
      joins: z.optional(Id),
    }),
    output: z.object({ items: z.array(LookAlike), /** The one chosen has been answered, withdrawn or moved: nothing joins it any more. */ gone: z.boolean() }),
  }),
  join: command({
    route: 'POST /demands/{demandId}/lead',
    summary: 'Work on it together with another one of the committee; whoever names a joined one means its lead. The lead takes the earlier deadline.',
    input: z.object({ ...ofDemand, leadId: Id, reason: line(0, 200) }),
    words: ['reason'],
    output: Demand,
    refusals: ['WrongStep'],
  }),
  separate: command({ route: 'POST /demands/{demandId}/separation', summary: 'Work on it by itself again: those who serve, or the resident who means something else.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  suggestJoins: query({
    route: 'GET /committees/{committeeId}/demands/{demandId}/join-candidates',
    summary: 'For those who may join it: open demands they serve, private ones too, the most alike first, at most 10.',
    input: z.object(ofDemand),
    output: z.object({ items: z.array(JoinCandidate) }),
  }),
  listJoined: query({
    route: 'GET /committees/{committeeId}/demands/{demandId}/joined',
    summary: 'For those who serve it: what is joined to it, in the order of joining, 20 a page.',
    input: z.object({ ...ofDemand, cursor: z.optional(Cursor) }),
    output: page(JoinedDemand),
  }),
}
