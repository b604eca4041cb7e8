/** What a person is told. Rows first: queued with the change itself, sent after commit. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Cursor, Id, Instant, page } from './values'

export const NoticeAbout = z.enum([
  'demandFiled', 'dangerFiled', 'demandTaken', 'demandReplied', 'demandAnswered', 'demandAdded', 'demandReopened', 'demandConfirmed', 'demandWithdrawn',
  'demandOffered', 'demandAsked', 'demandBounced', 'demandTransferred', 'demandDueSoon', 'demandLate', 'contactLate', 'offerWaiting', 'questionWaiting',
  'demandClosedSilent', 'demandMoved', 'demandDueMoved', 'answerWaiting', 'demandEntered', 'ratedLow', 'moreTimeAsked', 'moreTimeGranted', 'moreTimeRefused', 'demandToMeeting', 'demandDecided', 'demandDeclined', 'resolutionMine', 'demandJoined', 'demandSeparated', 'committeeChanged', 'wordsHeld', 'wordsReleased', 'wordsRejected', 'joinAsked', 'joinConfirmed', 'joinRefused',
])
export type NoticeAbout = z.infer<typeof NoticeAbout>

/** Messages WeChat is asked for: taken 接手 · answered 答复 · rate 请您评价. One consent is one message. */
export const NoticeTemplate = z.enum(['taken', 'answered', 'rate'])
export type NoticeTemplate = z.infer<typeof NoticeTemplate>

/** What `requestSubscribeMessage` answers for one template: accept · reject · ban: closed by WeChat · filter: title taken by another. */
const Consent = z.optional(z.enum(['accept', 'reject', 'ban', 'filter']))

/** What happened last about one matter, with how many of its notices are unread. */
export const NoticeLine = z.object({
  id: Id,
  committeeId: Id,
  about: NoticeAbout,
  subject: z.enum(['demand', 'joinRequest', 'meeting']),
  subjectId: Id,
  /** Title of the demand or label of the household, as far as the reader may see it. */
  title: z.string(),
  /** Who did it, as the reader may know them; null for the system. */
  from: z.nullable(z.string()),
  at: Instant,
  unread: z.int(),
  /** Whether the reader asked for it or serves it; decides on which page it opens. */
  reader: z.enum(['filer', 'staff']),
  /** Whether the reader is the one who can move it on now. */
  myTurn: z.boolean(),
})
export type NoticeLine = z.infer<typeof NoticeLine>

export const notice = {
  list: query({
    route: 'GET /notices',
    summary: 'What the reader was told, a line a matter, newest first, 20 a page.',
    input: z.object({ filter: z.optional(z.enum(['all', 'myTurn'])), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(NoticeLine).shape, unread: z.int() }),
  }),
  markRead: command({
    route: 'POST /notices/read',
    summary: 'Mark the notices of one matter read, or all of them when no matter is named.',
    input: z.object({ subjectId: z.optional(Id) }),
    output: z.object({ unread: z.int() }),
    perMinute: 60,
  }),
  asking: query({
    route: 'GET /notices/asking',
    summary: 'For which of WeChat’s messages the reader should be asked now, with the ids WeChat knows them by; none where no message leaves.',
    input: z.object({}),
    output: z.object({ templates: z.array(z.object({ name: NoticeTemplate, id: z.string() })) }),
  }),
  grant: command({
    route: 'POST /notices/credits',
    summary: 'What the person answered when asked inside a tap: each accept is one message more.',
    input: z.object({ answers: z.object({ taken: Consent, answered: Consent, rate: Consent }) }),
    output: z.object({ granted: z.array(NoticeTemplate) }),
  }),
}
