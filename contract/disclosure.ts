/** Public affairs (居务公开): what a committee makes public by itself, in the six classes of 上海市居民委员会工作条例 art. 17. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Cursor, Day, Id, Instant, line, page } from './values'

/**
 * decisions 居民会议的决定和进展 · hearings 三会的记录 · outcomes 协商结果的落实 · fund 居委会工作经费的使用 ·
 * relief 补助和救济的钱物，只写总数 · other 大家关心的别的事
 */
export const DisclosureClass = z.enum(['decisions', 'hearings', 'outcomes', 'fund', 'relief', 'other'])
export type DisclosureClass = z.infer<typeof DisclosureClass>

/** draft: read by those who serve alone · published: by everybody, signed in or not · withdrawn: everybody reads that it was there, and why it was taken in. */
export const DisclosureState = z.enum(['draft', 'published', 'withdrawn'])
export type DisclosureState = z.infer<typeof DisclosureState>

/** What the reader may do with it now. */
export const DisclosureStep = z.enum(['save', 'publish', 'correct', 'withdraw', 'setBoardDate', 'comment'])
export type DisclosureStep = z.infer<typeof DisclosureStep>

/** Whom to ask: a post of the committee (`居委会接待台`) and its line. */
export const DisclosureContact = z.object({ post: line(2, 30), phone: z.string().check(z.regex(/^[0-9][0-9 -]{4,19}$/)) })

const lineParts = {
  id: Id,
  class: DisclosureClass,
  title: z.string(),
  /** Of which day it speaks. */
  happenedOn: Day,
  /** Null while it is a draft. */
  publishedAt: z.nullable(Instant),
  /** Since when a copy hangs on the board in the yard; null when none does. */
  boardOn: z.nullable(Day),
  state: DisclosureState,
  /** Why it was taken in, else null. */
  reason: z.nullable(z.string()),
}
export const DisclosureLine = z.object(lineParts)
export type DisclosureLine = z.infer<typeof DisclosureLine>

/** A line as those who write it read it. */
export const EditedDisclosure = z.object({ ...lineParts, text: z.string(), contact: DisclosureContact, revision: z.int(), changedAt: Instant })
export type EditedDisclosure = z.infer<typeof EditedDisclosure>

/** A text that stood there before. */
export const FormerText = z.object({
  revision: z.int(),
  title: z.string(),
  text: z.string(),
  happenedOn: Day,
  /** When it was replaced, by whom (null when they no longer serve) and why. */
  at: Instant,
  by: z.nullable(z.string()),
  why: z.string(),
})
export type FormerText = z.infer<typeof FormerText>

export const CommentState = z.enum(['held', 'released', 'rejected'])
/** What the reader said: waits until somebody who serves has read it. `reason` says why it was not let out. */
export const OwnComment = z.object({ id: Id, text: z.string(), at: Instant, state: CommentState, reason: z.nullable(z.string()) })
export type OwnComment = z.infer<typeof OwnComment>

/** What somebody said, without whose it is. */
export const PublicComment = z.object({ id: Id, text: z.string(), at: Instant })
export type PublicComment = z.infer<typeof PublicComment>

/** As it waits: whose it is those who serve know, null when they live there no more. */
export const HeldComment = z.object({ id: Id, disclosureId: Id, title: z.string(), text: z.string(), at: Instant, name: z.nullable(z.string()) })
export type HeldComment = z.infer<typeof HeldComment>

export const Disclosure = z.extend(EditedDisclosure, {
  /** Newest first. Of what was taken in only those who serve read them. */
  history: z.array(FormerText),
  /** In the order they were said, at most 200; the reader's own stand in `own`. */
  comments: z.array(PublicComment),
  /** At most 50. */
  own: z.array(OwnComment),
  steps: z.array(DisclosureStep),
})
export type Disclosure = z.infer<typeof Disclosure>

const named = { committeeId: Id, disclosureId: Id }
const commentNamed = { committeeId: Id, commentId: Id }
const written = { title: line(2, 40), text: line(10, 4000), happenedOn: Day, contact: DisclosureContact }
const one = '/committees/{committeeId}/disclosures/{disclosureId}'
const why = line(2, 200)

export const disclosure = {
  list: query({
    route: 'GET /committees/{committeeId}/disclosures',
    summary: 'What a committee has made public, the newest matters first, 20 a page; of one class or of all. What was taken in stands among it with its reason.',
    who: 'anyone',
    input: z.object({ committeeId: Id, class: z.optional(DisclosureClass), cursor: z.optional(Cursor) }),
    output: page(DisclosureLine),
  }),
  get: query({
    route: `GET ${one}`,
    summary: 'One with its text, every former text and what residents said to it. Drafts are there for those who serve the committee whole.',
    who: 'anyone',
    input: z.object(named),
    output: Disclosure,
  }),
  listEdited: query({
    route: 'GET /committees/{committeeId}/disclosures/edited',
    summary: 'Drafts and all else, last changed first, 20 a page; for those who serve the committee whole.',
    input: z.object({ committeeId: Id, cursor: z.optional(Cursor) }),
    output: z.object({ items: z.array(EditedDisclosure), next: z.nullable(Cursor), mayPublish: z.boolean() }),
  }),
  save: command({
    route: 'POST /committees/{committeeId}/disclosures',
    summary: 'Begin a draft, or write on in the one named, on top of the revision that was read. In class `relief` a text that names a flat or a number is refused: `BadInput` with code `names_a_home`.',
    input: z.object({ committeeId: Id, disclosureId: z.nullable(Id), revision: z.nullable(z.int()), class: DisclosureClass, ...written }),
    output: EditedDisclosure,
    words: ['title', 'text', 'contact'],
    refusals: ['WrongStep'],
  }),
  publish: command({
    route: `POST ${one}/publication`,
    summary: 'Let a draft out, in the revision that was read; by director or secretary.',
    input: z.object({ ...named, revision: z.int() }),
    output: EditedDisclosure,
    refusals: ['WrongStep'],
  }),
  correct: command({
    route: `POST ${one}/corrections`,
    summary: 'Change what is public, with a reason everybody reads; the former text stays readable. By director or secretary. `names_a_home` as in `save`.',
    input: z.object({ ...named, revision: z.int(), ...written, reason: why }),
    output: EditedDisclosure,
    words: ['title', 'text', 'contact', 'reason'],
    refusals: ['WrongStep'],
  }),
  withdraw: command({
    route: `POST ${one}/withdrawal`,
    summary: 'Take in what is public: title and reason stay for everybody, the text for those who serve. By director or secretary.',
    input: z.object({ ...named, reason: why }),
    output: EditedDisclosure,
    words: ['reason'],
    refusals: ['WrongStep'],
  }),
  setBoardDate: command({
    route: `POST ${one}/board`,
    summary: 'Write down since when a copy of what is public hangs on the board in the yard, or null when none does; by director or secretary.',
    input: z.object({ ...named, boardOn: z.nullable(Day) }),
    output: EditedDisclosure,
    refusals: ['WrongStep'],
  }),
  comment: command({
    route: `POST ${one}/comments`,
    summary: 'Say something to what is public, by one who lives in the committee. It waits until somebody who serves has read it; neighbours never read whose it is.',
    input: z.object({ ...named, text: line(2, 500) }),
    output: OwnComment,
    words: ['text'],
    perMinute: 6,
  }),
  listHeldComments: query({
    route: 'GET /committees/{committeeId}/disclosures/held-comments',
    summary: 'What waits to be read, the oldest first, at most 100; for those who serve the committee whole.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(HeldComment) }),
  }),
  releaseComment: command({
    route: 'POST /committees/{committeeId}/comments/{commentId}/release',
    summary: 'Let neighbours read what waits. `NotFound` when another has decided already.',
    input: z.object(commentNamed),
    output: z.object({ commentId: Id }),
  }),
  rejectComment: command({
    route: 'POST /committees/{committeeId}/comments/{commentId}/rejection',
    summary: 'Do not let it out; its author reads why. `NotFound` when another has decided already.',
    input: z.object({ ...commentNamed, reason: why }),
    output: z.object({ commentId: Id }),
    words: ['reason'],
  }),
}
