/** One person: who they are here, and what greets them. */
import * as z from 'zod/mini'
import { DemandCard } from './demand/card'
import { Membership } from './household'
import { query } from './method'
import { Committee, PostKind, Presence } from './organization'
import { ServiceLine } from './service'
import { Id, Instant } from './values'

export const HeldPost = z.object({ committeeId: Id, committeeName: z.string(), kind: PostKind, blockId: z.nullable(Id), blockName: z.nullable(z.string()) })
export type HeldPost = z.infer<typeof HeldPost>

/** A request to join a household that is still waiting or was refused. */
export const OwnJoinRequest = z.object({
  id: Id,
  committeeName: z.string(),
  label: z.string(),
  state: z.enum(['waiting', 'refused']),
  askedAt: Instant,
  /** Who decides it, while waiting. */
  decider: z.nullable(z.string()),
  /** Why it was refused. */
  reason: z.nullable(z.string()),
})
export type OwnJoinRequest = z.infer<typeof OwnJoinRequest>

export const Me = z.object({
  accountId: Id,
  /** As the person wishes to be called: `周女士`. */
  name: z.string(),
  memberships: z.array(Membership),
  posts: z.array(HeldPost),
  requests: z.array(OwnJoinRequest),
})
export type Me = z.infer<typeof Me>

/** What waits for one who serves. Counts of matters, never of people. */
export const ServingTasks = z.object({
  committeeId: Id,
  /** Open demands this person owns or was offered. */
  inbox: z.int(),
  late: z.int(),
  joinRequests: z.int(),
  /** People to be told by phone. */
  calls: z.int(),
  /** Online visits this person hosts that wait for a time, for word whether they talked, or for a summary. */
  visits: z.int(),
  /** Whether this person serves the whole committee (duty desk, overview). */
  wide: z.boolean(),
  /** Open demands without a block; 0 unless `wide`. */
  desk: z.int(),
  /** Words of others that wait until somebody has read them (待审); 0 unless `wide`. */
  heldWords: z.int(),
  /** Photos of others that wait until somebody has looked at them (待审); 0 unless `wide`. */
  heldPhotos: z.int(),
})
export type ServingTasks = z.infer<typeof ServingTasks>

/** The online visit that comes next for who lives there: what waits for their word first, else the next that is agreed on. */
export const NextVisit = z.object({ committeeId: Id, visitId: Id, state: z.enum(['proposed', 'summarised', 'booked']), hostName: z.string(), startsAt: z.nullable(Instant) })
export type NextVisit = z.infer<typeof NextVisit>

/** All the home page shows, in one answer of at most 20 KB. */
export const Home = z.object({
  me: z.nullable(Me),
  committee: Committee,
  /** Who receives residents today (今日接待). */
  duty: z.nullable(Presence),
  /** The leader of the reader's block. */
  leader: z.nullable(Presence),
  /** The reader's own open demands, the ones that wait for the reader first, at most 3. */
  demands: z.array(DemandCard),
  openDemands: z.int(),
  /** What residents ask most, at most 3. */
  popular: z.array(ServiceLine),
  unread: z.int(),
  tasks: z.nullable(ServingTasks),
  nextVisit: z.nullable(NextVisit),
  /** Server time, so that the page can say as of when. */
  at: Instant,
})
export type Home = z.infer<typeof Home>

/** Who runs the app, as configured by the operator. An empty string is shown as not yet filed. */
export const About = z.object({
  operator: z.string(),
  supportUnit: z.string(),
  filingNumber: z.string(),
  phone: z.string(),
  version: z.string(),
  demonstration: z.boolean(),
})
export type About = z.infer<typeof About>

export const account = {
  me: query({ route: 'GET /me', summary: 'Who is signed in, their households, posts and waiting requests.', input: z.object({}), output: Me }),
  home: query({
    route: 'GET /home',
    summary: 'The home page of whoever reads: resident, one who serves, or a visitor.',
    who: 'anyone',
    input: z.object({
      /** The committee a visitor looks at; a member sees the own one when absent. */
      committeeId: z.optional(Id),
      /** Of one with two homes the one to speak of, when they still belong there. */
      householdId: z.optional(Id),
    }),
    output: Home,
  }),
  about: query({ route: 'GET /about', summary: 'Operator, filing number and version.', who: 'anyone', input: z.object({}), output: About }),
}
