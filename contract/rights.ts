/** What the law gives each person about their own information (个人信息保护法 art. 13–16, 44–50): consents, and requests that run on a clock. */
import * as z from 'zod/mini'
import { DemandStatus } from './demand/life'
import { Channel, DemandKind } from './demand/said'
import { ContactWish, Relation } from './household'
import { command, query } from './method'
import { Day, Id, Instant, line } from './values'

/**
 * account 认出是您、入户 · contact 电话和邮箱 · sensitive 照护和身体情况，单独同意 · minor 不满十四岁的孩子，由家长同意 · messages 微信提醒 ·
 * talent 愿意帮忙的人. None depends on another, and refusing one closes neither the service list nor saying something.
 */
export const ConsentLayer = z.enum(['account', 'contact', 'sensitive', 'minor', 'messages', 'talent'])
export type ConsentLayer = z.infer<typeof ConsentLayer>

/** The day each text was last changed: what was agreed to before that day is asked again. The words stand in `features/rights/consentText.ts`. */
export const consentVersions: Record<ConsentLayer, Day> = {
  account: '2026-11-24', contact: '2026-11-24', sensitive: '2026-11-24', minor: '2026-11-24', messages: '2026-11-24', talent: '2026-11-24',
}

export const Consent = z.object({
  layer: ConsentLayer,
  /** given · withdrawn: said no, or took it back · asked: never said · outdated: said yes to an older text. */
  state: z.enum(['given', 'withdrawn', 'asked', 'outdated']),
  /** Of the text as it stands now. */
  version: Day,
  /** When this person last said something about it. */
  at: z.nullable(Instant),
  /** Not before then is the person asked again: 90 days after a no. Null when they may be asked. */
  askAgainAt: z.nullable(Instant),
})
export type Consent = z.infer<typeof Consent>

/** copy 要一份 · correct 改 · delete 删掉并注销 · restrict 先别用 · explain 为什么这样用 · complain 觉得用得不对. */
export const RightKind = z.enum(['copy', 'correct', 'delete', 'restrict', 'explain', 'complain'])
export type RightKind = z.infer<typeof RightKind>

/** open: somebody has to answer by `dueAt` · done · refused: with a reason · takenBack by the person. */
export const RightState = z.enum(['open', 'done', 'refused', 'takenBack'])
export type RightState = z.infer<typeof RightState>

export const RightRequest = z.object({
  id: Id,
  committeeId: Id,
  committeeName: z.string(),
  kind: RightKind,
  words: z.string(),
  /** Who asked, as they were called then. */
  name: z.string(),
  askedAt: Instant,
  /** 15 working days of the committee's calendar. */
  dueAt: Instant,
  /** The deadline falls in a year whose working calendar is not official. */
  provisional: z.boolean(),
  state: RightState,
  decidedAt: z.nullable(Instant),
  decidedBy: z.nullable(z.string()),
  /** What was answered, for the person. */
  reply: z.nullable(z.string()),
  late: z.boolean(),
  /** What this reader may do now. */
  steps: z.array(z.enum(['takeBack', 'finish', 'refuse'])),
})
export type RightRequest = z.infer<typeof RightRequest>

/** Everything kept about one person, for them to read, print or take along. Other people stand in it only by post or as `居民`. */
export const RightsCopy = z.object({
  madeAt: Instant,
  name: z.string(),
  since: Instant,
  households: z.array(z.object({ committee: z.string(), label: z.string(), name: z.string(), relation: Relation, wish: ContactWish })),
  joinRequests: z.array(z.object({ committee: z.string(), label: z.string(), relation: Relation, message: z.string(), askedAt: Instant, state: z.enum(['waiting', 'confirmed', 'refused']) })),
  demands: z.array(z.object({
    number: z.string(), kind: DemandKind, channel: Channel, status: DemandStatus, text: z.string(), place: z.string(), filedAt: Instant, closedAt: z.nullable(Instant),
    thread: z.array(z.object({ at: Instant, by: z.string(), step: z.string(), text: z.nullable(z.string()) })),
    ratings: z.array(z.object({ at: Instant, value: z.int(), words: z.nullable(z.string()) })),
    photos: z.int(),
  })),
  notices: z.array(z.object({ at: Instant, about: z.string(), title: z.string() })),
  consents: z.array(z.object({ layer: ConsentLayer, version: Day, given: z.boolean(), at: Instant })),
  requests: z.array(z.object({ kind: RightKind, words: z.string(), askedAt: Instant, state: RightState, reply: z.nullable(z.string()) })),
})
export type RightsCopy = z.infer<typeof RightsCopy>

export const rights = {
  mine: query({
    route: 'GET /rights/mine',
    summary: 'The reader’s consents, and what they asked about their own information, newest first, at most 50.',
    input: z.object({}),
    output: z.object({ consents: z.array(Consent), requests: z.array(RightRequest), /** Where a new request would go; null when the reader belongs nowhere yet. */ committeeId: z.nullable(Id) }),
  }),
  copy: query({
    route: 'GET /rights/copy',
    summary: 'Everything kept about the reader. Ask for it first with `rights/ask`, so that it is on record.',
    input: z.object({}),
    output: RightsCopy,
    perMinute: 6,
  }),
  consent: command({
    route: 'POST /rights/consents',
    summary: 'Say yes or no to one layer, as its text of that day has it. Taking `messages` back empties what WeChat may still send.',
    input: z.object({ layer: ConsentLayer, version: Day, given: z.boolean() }),
    output: Consent,
    refusals: ['WrongStep'],
  }),
  ask: command({
    route: 'POST /rights/requests',
    summary: 'Ask for a copy (given at once), a correction, deletion, a pause, an explanation, or complain; answered within 15 working days.',
    input: z.object({ committeeId: Id, kind: RightKind, words: line(0, 500) }),
    output: RightRequest,
    refusals: ['AlreadyAsked', 'NobodyThere'],
    perMinute: 6,
    words: ['words'],
  }),
  takeBack: command({
    route: 'POST /rights/requests/{requestId}/withdrawal',
    summary: 'Take an open request back.',
    input: z.object({ committeeId: Id, requestId: Id }),
    output: RightRequest,
    refusals: ['WrongStep'],
  }),
  list: query({
    route: 'GET /committees/{committeeId}/rights',
    summary: 'What people asked about their information, for director and secretary: open ones first, the one due first at the top, then what was answered within a year, at most 100.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(RightRequest), open: z.int() }),
  }),
  decide: command({
    route: 'POST /committees/{committeeId}/rights/{requestId}/decision',
    summary: 'Answer a request. Deleting closes the account at once: identities, sessions and places in households go, what was said stays without a name until its time is over.',
    input: z.object({ committeeId: Id, requestId: Id, done: z.boolean(), reply: line(2, 500) }),
    output: RightRequest,
    refusals: ['WrongStep', 'StillOpen'],
    words: ['reply'],
  }),
}
