/** What a person is told. Rows first: queued with the change itself, sent after commit. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Cursor, Id, Instant, line, page } from './values'

export const NoticeAbout = z.enum([
  'demandFiled', 'dangerFiled', 'demandTaken', 'demandReplied', 'demandAnswered', 'demandAdded', 'demandReopened', 'demandConfirmed', 'demandWithdrawn',
  'demandOffered', 'demandAsked', 'demandBounced', 'demandTransferred', 'demandDueSoon', 'demandLate', 'contactLate', 'offerWaiting', 'questionWaiting',
  'demandClosedSilent', 'demandMoved', 'demandDueMoved', 'answerWaiting', 'demandEntered', 'ratedLow', 'moreTimeAsked', 'moreTimeGranted', 'moreTimeRefused', 'demandToMeeting', 'demandDecided', 'demandDeclined', 'resolutionMine', 'demandJoined', 'demandSeparated', 'committeeChanged', 'wordsHeld', 'wordsReleased', 'wordsRejected', 'photoRefused', 'joinAsked', 'joinConfirmed', 'joinRefused', 'memberJoined', 'memberLeft', 'memberRemoved', 'digest',
  'visitAsked', 'visitInvited', 'visitProposed', 'visitBooked', 'visitMoved', 'visitCancelled', 'visitSaid', 'visitHeld', 'visitSummarised', 'visitConfirmed', 'visitCorrected', 'visitStandIn', 'visitTomorrow', 'visitSoon', 'visitMissed',
  'consentAsked', 'consentGiven', 'consentRefused', 'homeVisitPlanned', 'homeVisitCancelled', 'homeVisitTried',
  'rightAsked', 'rightAnswered', 'rightLate',
  'archiveAsked', 'archiveDecided', 'wishSet', 'careSet', 'childAsked', 'homeSplit', 'homeMerged', 'homeMovedOut', 'homeBack',
])
export type NoticeAbout = z.infer<typeof NoticeAbout>

/** What it is about: `day` is the morning's digest, `right` a request about one's own information. */
export const NoticeSubject = z.enum(['demand', 'joinRequest', 'meeting', 'day', 'household', 'visit', 'right'])
export type NoticeSubject = z.infer<typeof NoticeSubject>

/** Messages WeChat is asked for. About one's own: taken 接手 · answered 答复 · rate 请您评价. For those who serve: work 有新的事 · due 快到期 · today 今天的清单. One consent is one message. */
export const NoticeTemplate = z.enum(['taken', 'answered', 'rate', 'work', 'due', 'today'])
export type NoticeTemplate = z.infer<typeof NoticeTemplate>

/** The tap that asks: filed: one has just said something · answer: one reads an answer · work: one who serves opens what waits · wish: one who serves asks for it. */
export const AskingMoment = z.enum(['filed', 'answer', 'work', 'wish'])
export type AskingMoment = z.infer<typeof AskingMoment>

/** What `requestSubscribeMessage` answers for one template: accept · reject · ban: closed by WeChat · filter: title taken by another. */
const Consent = z.optional(z.enum(['accept', 'reject', 'ban', 'filter']))

/** What waits for one who serves on the morning of a working day. Counts of matters; late: past the deadline. */
export const Digest = z.object({ mine: z.int(), dueToday: z.int(), late: z.int() })
export type Digest = z.infer<typeof Digest>

/** What happened last about one matter, with how many of its notices are unread. */
export const NoticeLine = z.object({
  id: Id,
  committeeId: Id,
  about: NoticeAbout,
  subject: NoticeSubject,
  subjectId: Id,
  /** Title of the demand or label of the household, as far as the reader may see it. */
  title: z.string(),
  /** For the subject `day`, whose id is the committee's: its counts. Else null. */
  digest: z.nullable(Digest),
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

/** Somebody who reads no inbox and is still to be told, by phone: 电话告知. */
export const PhoneCall = z.object({
  id: Id,
  committeeId: Id,
  committeeName: z.string(),
  demandId: Id,
  number: z.string(),
  /** What they are to be told: the latest of it. */
  about: NoticeAbout,
  urgent: z.boolean(),
  /** Since when they wait to be told. */
  since: Instant,
  name: z.string(),
  /** `12号楼 602室`; null outside a household. */
  label: z.nullable(z.string()),
  /** The number they gave; null when they gave none, or it was found wrong. */
  phone: z.nullable(z.string()),
  wrongNumber: z.boolean(),
  /** When the household wishes to be reached, in its words. */
  hours: z.nullable(z.string()),
  /** now: may be called · later: not at this hour, or nobody answered a while ago · noNumber: to be told some other way. */
  callable: z.enum(['now', 'later', 'noNumber']),
  /** Nobody answered: not before then. */
  againAt: z.nullable(Instant),
  tries: z.int(),
  /** Who has the matter now. */
  ownerName: z.string(),
  /** Answer expected by; null when nothing is due. */
  dueAt: z.nullable(Instant),
  provisional: z.boolean(),
  /** The last words meant for them, to read out. */
  said: z.nullable(z.string()),
})
export type PhoneCall = z.infer<typeof PhoneCall>

/** told: they know now · noAnswer: again later · wrongNumber: it is not theirs, told some other way. */
export const CallOutcome = z.enum(['told', 'noAnswer', 'wrongNumber'])
export type CallOutcome = z.infer<typeof CallOutcome>

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
    summary: 'For which of WeChat’s messages the reader should be asked now, three at most, with the ids WeChat knows them by; none where no message leaves, or for 90 days after a no.',
    input: z.object({ moment: AskingMoment }),
    output: z.object({
      templates: z.array(z.object({ name: NoticeTemplate, id: z.string() })),
      /** How many messages of each kind of that moment may still come, by the kind with the fewest. */
      left: z.int(),
    }),
  }),
  grant: command({
    route: 'POST /notices/credits',
    summary: 'What the person answered when asked inside a tap: each accept is one message more, and after a reject one is not asked again for 90 days.',
    input: z.object({ answers: z.object({ taken: Consent, answered: Consent, rate: Consent, work: Consent, due: Consent, today: Consent }) }),
    output: z.object({ granted: z.array(NoticeTemplate) }),
  }),
  phoneList: query({
    route: 'GET /notices/calls',
    summary: 'Who is still to be told by phone, of those the reader may call: danger first, then who has waited longest, at most 50. Never a household that wants no calls.',
    input: z.object({}),
    output: z.object({ items: z.array(PhoneCall), total: z.int() }),
  }),
  called: command({
    route: 'POST /notices/calls/{callId}/outcome',
    summary: 'What came of calling, or of telling them some other way.',
    input: z.object({ committeeId: Id, callId: Id, outcome: CallOutcome, words: line(0, 200) }),
    words: ['words'],
    output: z.object({ callId: Id }),
    refusals: ['WrongStep'],
  }),
}
