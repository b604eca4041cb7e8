/** Writing the service list: drafts, review, publishing at once or at an hour, and taking in again. Read and written by those who serve the committee whole. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { CommitteeRole, Confidence, ServiceCategory } from './service'
import { Day, Id, Instant, line } from './values'

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

/** published: residents read it · retired: taken in · new: never hung out */
export const ServiceState = z.enum(['new', 'published', 'retired'])
export type ServiceState = z.infer<typeof ServiceState>

/** draft: being written · review: before director or secretary · scheduled: has its hour · published · replaced: by a later one · retired: taken in, or thrown away before it hung out */
export const VersionState = z.enum(['draft', 'review', 'scheduled', 'published', 'replaced', 'retired'])
export type VersionState = z.infer<typeof VersionState>
export const OpenState = z.enum(['draft', 'review', 'scheduled'])
export type OpenState = z.infer<typeof OpenState>

/** What may be done with an item; what is allowed now comes with it. */
export const EditStep = z.enum(['save', 'send', 'giveBack', 'publish', 'withdrawSchedule', 'retire', 'check', 'rollBack', 'discard'])
export type EditStep = z.infer<typeof EditStep>

/** What was done, as its history keeps it. */
export const DoneStep = z.enum(['begun', 'sent', 'givenBack', 'published', 'scheduled', 'withdrawn', 'retired', 'checked', 'rolledBack', 'discarded'])
export type DoneStep = z.infer<typeof DoneStep>

const Field = z.keyof(ServiceContent)
export type ContentField = z.infer<typeof Field>

/** What an elder may stumble over: where, and for a word of the counter what a neighbour says. */
export const ContentHint = z.object({
  field: Field,
  /** Which of a list, from 0; null for a single text. */
  item: z.nullable(z.int()),
  kind: z.enum(['long', 'office']),
  /** Where it begins, in UTF-16 units. */
  at: z.int(),
  text: z.string(),
  plainer: z.nullable(z.string()),
})
export type ContentHint = z.infer<typeof ContentHint>

export const OpenVersion = z.object({
  number: z.int(),
  /** Counts the savings; goes back with the next one. */
  revision: z.int(),
  state: OpenState,
  content: ServiceContent,
  publishAt: z.nullable(Instant),
  changedAt: Instant,
  /** Who saved last. */
  changedBy: z.nullable(z.string()),
})
export type OpenVersion = z.infer<typeof OpenVersion>

export const ServiceEdit = z.object({
  slug: z.string(),
  state: ServiceState,
  /** What residents read, with its version; null while nothing hangs out. */
  published: z.nullable(z.object({ number: z.int(), content: ServiceContent, publishedAt: z.nullable(Instant), nextCheck: Day, freshness: Freshness, verifiedBy: z.nullable(z.string()) })),
  open: z.nullable(OpenVersion),
  /** Of the open version, else of what hangs out. */
  missing: z.array(Field),
  hints: z.array(ContentHint),
  steps: z.array(EditStep),
  /** Newest first, at most 50. `by` is null when its hour came by itself. */
  history: z.array(z.object({ step: DoneStep, number: z.int(), by: z.nullable(z.string()), at: Instant, why: z.string() })),
})
export type ServiceEdit = z.infer<typeof ServiceEdit>

export const EditedLine = z.object({
  slug: z.string(),
  /** Of the open version, else of the last one. */
  title: z.string(),
  category: ServiceCategory,
  state: ServiceState,
  /** Null while nothing hangs out. */
  nextCheck: z.nullable(Day),
  freshness: z.nullable(Freshness),
  open: z.nullable(z.object({ number: z.int(), state: OpenState, changedAt: Instant, changedBy: z.nullable(z.string()), publishAt: z.nullable(Instant) })),
  /** A draft of the reader's own, or for who approves one that waits for review. */
  waitsForMe: z.boolean(),
})
export type EditedLine = z.infer<typeof EditedLine>

export const VersionLine = z.object({ number: z.int(), state: VersionState, title: z.string(), publishAt: z.nullable(Instant), changedAt: Instant, changedBy: z.nullable(z.string()) })
export type VersionLine = z.infer<typeof VersionLine>

/** One field that differs, in pieces a reader can follow: sentences of a text, entries of a list. */
export const ContentDifference = z.object({ field: Field, pieces: z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })) })
export type ContentDifference = z.infer<typeof ContentDifference>

const Slug = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))
/** Of a version; in an address it is text. */
const VersionNumber = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2_147_483_647))
const one = { committeeId: Id, slug: Slug }
const reason = line(1, 200)
const place = '/committees/{committeeId}/service-list'

export const serviceEditing = {
  listEdited: query({
    route: `GET ${place}`,
    summary: 'The whole list as those who write it see it, retired and unborn items too, by category and order, at most 500.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(EditedLine), mayPublish: z.boolean() }),
  }),
  getEdit: query({
    route: `GET ${place}/{slug}`,
    summary: 'One item as it is written: what hangs out, what is open, what is missing, what may be done, and its history.',
    input: z.object(one),
    output: ServiceEdit,
  }),
  save: command({
    route: `POST ${place}`,
    summary: 'Save a draft: of a new item (slug null), or of one that is there, on top of the open version that was read (its number and revision), or of what hangs out (its number, revision 0), or of nothing (0, 0). When somebody saved meanwhile nothing is written, and theirs comes back.',
    input: z.object({ committeeId: Id, slug: z.nullable(Slug), number: z.int().check(z.minimum(0)), revision: z.int().check(z.minimum(0)), content: ServiceContent }),
    output: z.discriminatedUnion('saved', [
      z.object({ saved: z.literal(true), slug: Slug, number: z.int(), revision: z.int(), missing: z.array(Field), hints: z.array(ContentHint) }),
      /** `theirs` is null when the version is open no more: published, or thrown away. Number and revision are what to save on top of next. */
      z.object({ saved: z.literal(false), number: z.int(), revision: z.int(), theirs: z.nullable(OpenVersion), published: z.nullable(ServiceContent) }),
    ]),
    words: ['content'],
    perMinute: 60,
  }),
  send: command({
    route: `POST ${place}/{slug}/review`,
    summary: 'Lay a draft before director and secretary. What is missing is named in data.issues as content and field.',
    input: z.object({ ...one, revision: z.int() }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
  }),
  giveBack: command({
    route: `POST ${place}/{slug}/return`,
    summary: 'Give back what was sent for review, with what is still to do; who sent it may take it back the same way.',
    input: z.object({ ...one, reason }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  publish: command({
    route: `POST ${place}/{slug}/publication`,
    summary: 'Let residents read it: now, or at an hour to come. By director or secretary, of the revision they read.',
    input: z.object({ ...one, revision: z.int(), at: z.nullable(Instant) }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
  }),
  withdrawSchedule: command({
    route: `POST ${place}/{slug}/schedule-removal`,
    summary: 'Take its hour away; it is a draft again. By director or secretary.',
    input: z.object({ ...one, reason }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  retire: command({
    route: `POST ${place}/{slug}/retirement`,
    summary: 'Take an item in; it is kept, and can be brought back. By director or secretary.',
    input: z.object({ ...one, reason }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  check: command({
    route: `POST ${place}/{slug}/check`,
    summary: 'It is still true: looked at on this day, to be looked at again on another (null: in a year). By director or secretary.',
    input: z.object({ ...one, asOf: Day, nextCheck: z.nullable(Day) }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
  }),
  discard: command({
    route: `POST ${place}/{slug}/removal`,
    summary: 'Throw a draft away; it stays among the versions.',
    input: z.object({ ...one, reason }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  versions: query({
    route: `GET ${place}/{slug}/versions`,
    summary: 'Every version of an item, newest first, at most 100.',
    input: z.object(one),
    output: z.object({ items: z.array(VersionLine) }),
  }),
  version: query({
    route: `GET ${place}/{slug}/versions/{number}`,
    summary: 'One version, and how it differs from the one before it.',
    input: z.object({ ...one, number: VersionNumber }),
    output: z.object({ version: z.extend(VersionLine, { content: ServiceContent }), before: z.nullable(z.int()), differences: z.array(ContentDifference) }),
  }),
  rollBack: command({
    route: `POST ${place}/{slug}/versions/{number}/return`,
    summary: 'Make an old version the draft; nothing changes for residents until it is published.',
    input: z.object({ ...one, number: VersionNumber, reason }),
    output: ServiceEdit,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
}
