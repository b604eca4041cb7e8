/** A demand (诉求): what a resident says, who has it, by when it is answered, and what may be done next. */
import * as z from 'zod/mini'
import { CategoryAnswers, CategorySlug } from './category'
import { ContactWish } from './household'
import { command, query } from './method'
import { PostKind, Presence, Staff } from './organization'
import { WordsSafety } from './safety'
import { Cursor, Day, Id, Instant, SearchText, line, page } from './values'

/** request 求助 · suggestion 建议 · complaint 投诉 · consultation 咨询 · hazard 隐患. */
export const DemandKind = z.enum(['request', 'suggestion', 'complaint', 'consultation', 'hazard'])
export type DemandKind = z.infer<typeof DemandKind>

/** ordinary 不急 · soon 着急 · danger 有危险, which goes to everybody in the chain at once and runs day and night. */
export const Urgency = z.enum(['ordinary', 'soon', 'danger'])
export type Urgency = z.infer<typeof Urgency>

/** committee 只有居委会和我 · neighbours 邻居也能看到，不写我是谁. */
export const Visibility = z.enum(['committee', 'neighbours'])
export type Visibility = z.infer<typeof Visibility>

export const Channel = z.enum(['app', 'onlineVisit', 'homeVisit', 'phone', 'counter'])
export type Channel = z.infer<typeof Channel>

/** How one who serves heard what they write down for somebody else. */
export const HeardBy = z.enum(['phone', 'counter', 'homeVisit', 'onlineVisit'])
export type HeardBy = z.infer<typeof HeardBy>

/** A number as people say it. */
export const PhoneNumber = z.string().check(z.trim(), z.regex(/^[0-9+ -]{5,20}$/))

/**
 * asked: a question to the resident is open and the clock stands · atMeeting: the weekly meeting will speak of it · transferred: an
 * outside party has it and the owner stays answerable · declined: by a resolution of a meeting · merged: worked on with another one.
 */
export const DemandStatus = z.enum(['submitted', 'accepted', 'asked', 'atMeeting', 'transferred', 'answered', 'reopened', 'closed', 'withdrawn', 'declined', 'merged'])
export type DemandStatus = z.infer<typeof DemandStatus>

/**
 * What can be done to a demand. add: the resident says more · accept: the owner takes it up · reply: a word while it is being
 * worked on · ask: a question that stops the clock · resume: go on without waiting · answer: the answer, for the resident to confirm ·
 * note: internal · handOver: offer it to another · bounce: give an offer back, or an outside party sent it back · takeOver: take what
 * was offered or belongs to one's block · transfer: to an outside party · takeToMeeting · assign, decline: by a meeting's resolution ·
 * join, separate: work on it with another one, or not any more · askMoreTime, grantMoreTime, refuseMoreTime: 15 working days for
 * complex matters · confirm, notSolved: the resident's verdict · rate · withdraw · snooze: put off in one's own inbox · move: to
 * another committee · release, reject: words that waited were let go, or kept back. By the system: standIn (leave or a change of leader) · escalate · closeSilent · due (the calendar changed).
 */
export const DemandStep = z.enum([
  'file', 'add', 'accept', 'reply', 'ask', 'resume', 'answer', 'note', 'handOver', 'bounce', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline',
  'join', 'separate', 'askMoreTime', 'grantMoreTime', 'refuseMoreTime', 'confirm', 'notSolved', 'rate', 'withdraw', 'snooze', 'move',
  'release', 'reject', 'standIn', 'escalate', 'closeSilent', 'due',
])
export type DemandStep = z.infer<typeof DemandStep>

/** At most 1,000 characters, at least 2: what one printed work order holds. */
export const DemandText = line(2, 1000)
/** A message in the thread, 1 to 1,000 characters. */
export const MessageText = line(1, 1000)

/** Why the chain did or did not stop at a person. */
export const RouteReason = z.enum([
  'leaderOfBlock', 'deputyOfBlock', 'standIn', 'dutyToday', 'director',
  'onLeave', 'standInLoop', 'postEmpty', 'noBlock', 'aboutApp', 'toldAtOnce', 'isFiler',
  // tookCall: wrote it down and keeps it while the block has nobody there · answeredOnSpot · askedForAnother: the resident was very dissatisfied with them.
  'tookCall', 'answeredOnSpot', 'askedForAnother',
])
export type RouteReason = z.infer<typeof RouteReason>

/** One link of the chain a demand went along, in order. */
export const RouteLink = z.object({
  /** Null where a post is empty or the reader has no block. */
  staff: z.nullable(Staff),
  reason: RouteReason,
  outcome: z.enum(['took', 'passed', 'told']),
  /** For one on leave: when back. */
  back: z.nullable(Instant),
})
export type RouteLink = z.infer<typeof RouteLink>

/** no: in time · soon: the warning before the deadline · late: past it · none: nothing is due. */
export const Lateness = z.enum(['none', 'no', 'soon', 'late'])
export type Lateness = z.infer<typeof Lateness>

/** property 物业公司 · owners 业委会 · hotline 12345 and the grid · other. None of them has an account here. */
export const OutsideKind = z.enum(['property', 'owners', 'hotline', 'other'])
export type OutsideKind = z.infer<typeof OutsideKind>

/** Who has it outside, and the number it is known by there. */
export const Outside = z.object({ kind: OutsideKind, name: line(1, 40), number: z.nullable(line(1, 40)) })
export type Outside = z.infer<typeof Outside>

/** A demand in a list. */
export const DemandCard = z.object({
  id: Id,
  committeeId: Id,
  /** `ZX-2026-000123`. */
  number: z.string(),
  kind: DemandKind,
  /** The first words of what was said, at most 30 characters. */
  title: z.string(),
  urgency: Urgency,
  status: DemandStatus,
  /** Who has it now. */
  owner: Staff,
  /** To whom it was offered and who has not taken it yet; the owner stays answerable. */
  offeredTo: z.nullable(Staff),
  filedAt: Instant,
  lastAt: Instant,
  /** Answer expected by; null once it rests. */
  dueAt: z.nullable(Instant),
  /** The working calendar of the year of `dueAt` is not official yet: show 暂定. */
  provisional: z.boolean(),
  late: Lateness,
  /** While transferred; null to the filer while the words of that step wait. */
  outside: z.nullable(Outside),
  /** The day of the meeting that will speak of it; null unless at a meeting. */
  meetingOn: z.nullable(Day),
  /** How many are worked on with this one, as far as the reader may know. */
  followers: z.int(),
  /** Entered by one who serves for a person without an account. */
  proxied: z.boolean(),
  /** How it was closed: the resident said solved · somebody recorded that they did · nobody said anything for 15 days. */
  closedHow: z.nullable(z.enum(['confirmed', 'proxy', 'silent'])),
  /** Whole days past the deadline, 0 unless late. */
  daysLate: z.int(),
  /** Whose turn it is, as the reader sees it. */
  turn: z.enum(['mine', 'theirs', 'nobody']),
  unread: z.int(),
  /** Those who serve read who asks: `12号楼 602室 林女士`, or the name alone outside a household. Null for the filer. */
  from: z.nullable(z.string()),
  /** The household wants nobody at the door. Null for the filer. */
  noHomeVisits: z.nullable(z.boolean()),
  /** The reader put it off in their own inbox: until when, and why. Null once it is back. */
  snoozed: z.nullable(z.object({ until: Instant, reason: z.string() })),
  /** The last message, at most 60 characters. */
  lastLine: z.nullable(z.string()),
  /** What it is about; null when neither the filer nor the words said. */
  category: z.nullable(z.object({ slug: CategorySlug, name: z.string() })),
})
export type DemandCard = z.infer<typeof DemandCard>

export const ThreadEntry = z.object({
  id: Id,
  at: Instant,
  /** message: words for the other side · answer: the words that ask for confirmation · note: internal · event: a step without words. */
  type: z.enum(['message', 'answer', 'note', 'event']),
  step: DemandStep,
  /** As the reader may know them; null for the system. */
  by: z.nullable(z.object({ name: z.string(), post: z.nullable(PostKind) })),
  mine: z.boolean(),
  text: z.nullable(z.string()),
  /** Who is meant: the next owner, the outside party, whoever was told, or the number of the demand it was joined to; for snooze the moment until when, null when it was taken back. */
  to: z.nullable(z.string()),
  /** The day of the meeting that decided it; the resident reads no name then. */
  meetingDay: z.nullable(Day),
  /** For a step that moved the deadline: from, to. */
  due: z.nullable(z.object({ old: Instant, new: Instant })),
  /** The resident's words or wish, written down by `by`; how it was heard. */
  heard: z.nullable(HeardBy),
  /** Whether its words reached the other side. Of what did not only author and those who serve read anything. */
  safety: WordsSafety,
  /** Why its words were rejected, for the author to change them. */
  rejectedFor: z.nullable(z.string()),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

/** What a meeting decided about a demand, as everybody who sees the demand may read it. */
export const DemandResolution = z.object({
  id: Id,
  meetingId: Id,
  /** The day of the meeting. */
  day: Day,
  outcome: z.enum(['answer', 'assign', 'transfer', 'decline', 'fund', 'note']),
  facts: z.string(),
  words: z.string(),
  /** Who sees to it, by when; both or neither. */
  owner: z.nullable(z.string()),
  dueOn: z.nullable(Day),
})
export type DemandResolution = z.infer<typeof DemandResolution>

/** 5 很满意 · 4 满意 · 3 一般 · 2 不满意 · 1 很不满意. */
export const RatingValue = z.int().check(z.minimum(1), z.maximum(5))

/** What a resident said of one closure. */
export const Rating = z.object({
  value: RatingValue,
  /** As the closing said; null where the resident had said nothing. */
  solved: z.nullable(z.boolean()),
  /** In words, as they were offered. */
  reasons: z.array(z.string()),
  words: z.nullable(z.string()),
  at: Instant,
})
export type Rating = z.infer<typeof Rating>

/** A reason that is offered from `least` to `most`. */
export const RatingReason = z.object({ slug: z.string(), word: z.string(), least: RatingValue, most: RatingValue })
export type RatingReason = z.infer<typeof RatingReason>

/** A demand whole, as one reader may see it. */
export const Demand = z.object({
  ...DemandCard.shape,
  text: z.string(),
  place: z.string(),
  /** Of text and place: whether neighbours may ever read them. Those who serve read them at once. */
  safety: WordsSafety,
  /** Why they were rejected. */
  rejectedFor: z.nullable(z.string()),
  visibility: Visibility,
  channel: Channel,
  about: z.enum(['community', 'app']),
  /** 首问责任人: answerable until the resident has the answer. */
  firstReceiver: Staff,
  ownerPresence: Presence,
  route: z.array(RouteLink),
  /** First contact due; for danger one hour after filing, day and night. Null once made. */
  contactDueAt: z.nullable(Instant),
  /** For danger: by when the resident is told what happens, two hours after filing. Null once told, and for all else. */
  wordDueAt: z.nullable(Instant),
  /** Working days the running deadline was given; null for danger. */
  dueDays: z.nullable(z.int()),
  /** Who asked for the longer deadline and waits for a decision; for those who serve. */
  moreTimeBy: z.nullable(Staff),
  /** Who entered it, when it was entered for somebody. */
  enteredBy: z.nullable(Staff),
  reopened: z.int(),
  /** What meetings decided about it, oldest first. */
  resolutions: z.array(DemandResolution),
  /** The extra questions of its theme, as they were asked. */
  answers: z.array(z.object({ label: z.string(), answer: z.string() })),
  /** The number left by one without an account, for those who serve. */
  phone: z.nullable(z.string()),
  /** When an answered demand closes as 未评价 unless the resident says something. */
  silentAt: z.nullable(Instant),
  /** Of the last closure: for the filer, and for director and secretary, but never for the one it speaks of. */
  rating: z.nullable(Rating),
  /** Worked on, or answered, with another one. */
  joined: z.boolean(),
  /** That one, for those who serve it; null for the filer, who never learns which it is. */
  lead: z.nullable(z.object({ id: Id, number: z.string() })),
  /** Oldest first. */
  thread: z.array(ThreadEntry),
  /** What this reader may do now. */
  steps: z.array(DemandStep),
  /** Until when the reader may put it off, earliest first; empty where they may not. */
  snoozeUntil: z.array(Instant),
  reader: z.enum(['filer', 'staff']),
  /** Those who serve read how the household wishes to be reached. Null for the filer and outside a household. */
  wish: z.nullable(ContactWish),
})
export type Demand = z.infer<typeof Demand>

/** Who would receive a demand filed now, and by when it would be answered. */
export const Foresight = z.object({
  owner: Presence,
  route: z.array(RouteLink),
  dueAt: Instant,
  contactDueAt: Instant,
  provisional: z.boolean(),
  /** Working days the kind is answered in. */
  workingDays: z.int(),
})
export type Foresight = z.infer<typeof Foresight>

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

/** What a committee keeps of a demand that moved to another one. */
export const MovedDemand = z.object({ number: z.string(), filedAt: Instant, movedAt: Instant, toCommittee: z.string(), by: z.string(), reason: z.string() })
export type MovedDemand = z.infer<typeof MovedDemand>

const ofDemand = { committeeId: Id, demandId: Id }
/** Beside a resident's step that is written down for one without an account; without it `phone`. */
const heard = { heard: z.optional(HeardBy) }

/** Why something is late, for the first reason that holds: offered and not taken · at a meeting · outside · more time asked for · the resident was asked when it was late already · on leave and moved · nobody has spoken to the resident · worked on. */
export const LateWhy = z.enum(['offered', 'atMeeting', 'outside', 'moreTime', 'asked', 'lent', 'untouched', 'working'])
export type LateWhy = z.infer<typeof LateWhy>

/** Figures of one committee for one who serves it whole. Counts of matters, never of people. */
export const Overview = z.object({
  committeeName: z.string(),
  day: Day,
  /** Open demands nobody has contacted the resident about yet. */
  awaitingContact: z.int(),
  late: z.int(),
  dueToday: z.int(),
  /** Open demands of people without a block. */
  desk: z.int(),
  joinRequests: z.int(),
  /** Words of others that wait until the reader, or another who serves the committee whole, has read them. */
  heldWords: z.int(),
  open: z.int(),
  /** Open demands offered and not taken, at a meeting, outside, waiting for a decision about more time, carried up the ladder. */
  offered: z.int(),
  atMeeting: z.int(),
  outside: z.int(),
  moreTime: z.int(),
  escalated: z.int(),
  /** Why the late ones are late, most first; adds up to `late`. */
  lateWhy: z.array(z.object({ why: LateWhy, count: z.int() })),
  /** Who receives residents today. */
  duty: z.nullable(Presence),
  /** Working days of the next two weeks on which nobody receives yet, at most 5. */
  dutyGaps: z.array(Day),
  /** What to look at first: danger, then by deadline, without what waits for the resident; at most 5. */
  first: z.array(DemandCard),
  /** Demands filed in the last 30 days by kind, largest first; 0 left out. */
  kinds: z.array(z.object({ kind: DemandKind, count: z.int() })),
  /** The same by what they are about, largest first; null where it is not known. */
  themes: z.array(z.object({ category: z.nullable(z.object({ slug: CategorySlug, name: z.string() })), count: z.int() })),
  /**
   * Of the demands that came to rest in the last 30 days (`closed` in all): solved in the resident's own word · recorded for one without
   * an account · nobody said anything · turned down by a meeting · withdrawn.
   */
  outcomes: z.object({ solved: z.int(), proxy: z.int(), silent: z.int(), declined: z.int(), withdrawn: z.int(), closed: z.int() }),
})
export type Overview = z.infer<typeof Overview>

export const CommitteeFilter = z.enum(['open', 'late', 'today', 'contact', 'desk', 'offered', 'atMeeting', 'outside', 'moreTime', 'escalated', 'danger', 'resident', 'rest', 'all'])
export type CommitteeFilter = z.infer<typeof CommitteeFilter>

/** due: by deadline, what waits for the resident last · filed, last: newest first, by filing or by the last word. */
export const CommitteeSort = z.enum(['due', 'filed', 'last'])
export type CommitteeSort = z.infer<typeof CommitteeSort>

/**
 * mine: the reader's turn, without what they put off · unread, late of those · offered to the reader · atMeeting, outside: of what the
 * reader owns · snoozed: put off · resident: waits for the resident · rest: settled.
 */
export const InboxFilter = z.enum(['mine', 'unread', 'late', 'offered', 'atMeeting', 'outside', 'snoozed', 'resident', 'rest'])
export type InboxFilter = z.infer<typeof InboxFilter>

/** What is said, whoever writes it down. */
const said = {
  kind: DemandKind,
  text: DemandText,
  /** Where it is, in the resident's words; empty for one's own home. */
  place: line(0, 60),
  urgency: Urgency,
  visibility: Visibility,
  /** Left out: what the words tell. Null: none of them. */
  category: z.optional(z.nullable(CategorySlug)),
  answers: z.optional(CategoryAnswers),
}

/** A closure as director and secretary read it; of nobody it is said who worked on it. */
export const RatedDemand = z.object({ id: Id, committeeId: Id, number: z.string(), title: z.string(), category: z.nullable(z.string()), rating: Rating })
export type RatedDemand = z.infer<typeof RatedDemand>

export const demand = {
  foresee: query({
    route: 'GET /committees/{committeeId}/foresight',
    summary: 'Who would receive a demand filed now, why, and by when it would be answered.',
    input: z.object({ committeeId: Id, kind: DemandKind, urgency: Urgency, about: z.optional(z.enum(['community', 'app'])) }),
    output: Foresight,
    refusals: ['NobodyThere'],
  }),
  file: command({
    route: 'POST /demands',
    summary: 'File a demand. The same key files it once.',
    input: z.object({
      committeeId: Id,
      ...said,
      /** `app` is a complaint about the app itself. */
      about: z.optional(z.enum(['community', 'app'])),
      /** One of its look-alikes, to be worked on with. Where that has moved on meanwhile it is filed by itself, and its status says so. */
      joins: z.optional(Id),
    }),
    output: Demand,
    refusals: ['NobodyThere'],
    perMinute: 6,
    words: ['text', 'place', 'answers'],
  }),
  enter: command({
    route: 'POST /committees/{committeeId}/entries',
    summary: 'Write down what somebody says on the phone, at the counter or on a visit: a leader for their own block, one who serves whole for anybody. Whoever has an account sees it among their own.',
    input: z.object({
      committeeId: Id,
      channel: HeardBy,
      who: z.object({
        /** Null where no door is known. */
        householdId: z.nullable(Id),
        /** One of the household; null for somebody else. */
        residentId: z.nullable(Id),
        /** As they wish to be called. */
        name: line(1, 20),
        phone: z.nullable(PhoneNumber),
      }),
      ...said,
      /** Answered on the spot, in these words. */
      answerNow: z.optional(MessageText),
    }),
    output: Demand,
    refusals: ['NobodyThere', 'NoSuchHousehold'],
    perMinute: 20,
    words: ['who', 'text', 'place', 'answers', 'answerNow'],
  }),
  lookAlikes: query({
    route: 'GET /committees/{committeeId}/look-alikes',
    summary: 'For one who lives there and is about to file: what neighbours said that may be the same, the most alike first, at most 3.',
    input: z.object({ committeeId: Id, text: line(0, 1000), place: line(0, 60), kind: z.optional(DemandKind), category: z.optional(z.nullable(z.string().check(z.maxLength(30)))) }),
    output: z.object({ items: z.array(LookAlike) }),
  }),
  get: query({ route: 'GET /committees/{committeeId}/demands/{demandId}', summary: 'One demand with its thread, its chain and the steps open to the reader.', input: z.object(ofDemand), output: Demand }),
  listMine: query({
    route: 'GET /demands/mine',
    summary: 'What the reader has filed, newest first, 20 a page.',
    input: z.object({ filter: z.optional(z.enum(['all', 'open', 'rest'])), cursor: z.optional(Cursor) }),
    output: page(DemandCard),
  }),
  listInbox: query({
    route: 'GET /demands/inbox',
    summary: 'What waits for one who serves: danger first, then by deadline, 20 a page; what is settled, newest first.',
    input: z.object({ filter: z.optional(InboxFilter), search: z.optional(SearchText), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(DemandCard).shape, counts: z.object({ mine: z.int(), unread: z.int(), late: z.int(), offered: z.int(), atMeeting: z.int(), outside: z.int(), snoozed: z.int(), resident: z.int() }) }),
  }),
  listCommittee: query({
    route: 'GET /committees/{committeeId}/demands',
    summary: 'All demands of a committee for one who serves it whole, by deadline, 30 a page.',
    input: z.object({
      committeeId: Id,
      filter: z.optional(CommitteeFilter),
      kind: z.optional(DemandKind),
      category: z.optional(CategorySlug),
      blockId: z.optional(Id),
      /** Who has it. */
      ownerId: z.optional(Id),
      /** Of the late ones: why. */
      why: z.optional(LateWhy),
      search: z.optional(SearchText),
      /** Else as fits the filter: the last word for rest, filing for all, the deadline for the others. */
      sort: z.optional(CommitteeSort),
      cursor: z.optional(Cursor),
    }),
    output: z.object({ ...page(DemandCard).shape, total: z.int() }),
  }),
  overview: query({ route: 'GET /committees/{committeeId}/overview', summary: 'What a committee has before it today.', input: z.object({ committeeId: Id }), output: Overview }),
  add: command({ route: 'POST /demands/{demandId}/words', summary: 'The resident says more.', input: z.object({ ...ofDemand, ...heard, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  accept: command({ route: 'POST /demands/{demandId}/acceptance', summary: 'The owner takes it up.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  reply: command({ route: 'POST /demands/{demandId}/replies', summary: 'A word to the resident while it is being worked on; also takes it up.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  answer: command({ route: 'POST /demands/{demandId}/answers', summary: 'The answer; the resident is asked whether it is solved.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  ask: command({ route: 'POST /demands/{demandId}/questions', summary: 'A question to the resident; the clock stands until they answer.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  resume: command({ route: 'POST /demands/{demandId}/resumption', summary: 'Go on without waiting for the resident, or without the meeting.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  transfer: command({
    route: 'POST /demands/{demandId}/transfer',
    summary: 'An outside party has it now; the owner stays answerable and the deadline stays.',
    input: z.object({ ...ofDemand, to: Outside, reason: line(0, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['to', 'reason'],
  }),
  bounce: command({
    route: 'POST /demands/{demandId}/return',
    summary: 'Give back what was offered, or record that the outside party sent it back; with the reason.',
    input: z.object({ ...ofDemand, reason: line(1, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  takeToMeeting: command({
    route: 'POST /demands/{demandId}/meeting',
    summary: 'Take it to the weekly meeting, and why; the resident reads the day. The deadline stays.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  askMoreTime: command({
    route: 'POST /demands/{demandId}/more-time',
    summary: 'Ask director or secretary for the 15 working days of complex matters.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  grantMoreTime: command({
    route: 'POST /demands/{demandId}/more-time/grant',
    summary: 'Grant it; the resident is told the new day and this reason.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  refuseMoreTime: command({ route: 'POST /demands/{demandId}/more-time/refusal', summary: 'Refuse it; the deadline stays.', input: z.object({ ...ofDemand, reason: line(0, 200) }), output: Demand, refusals: ['WrongStep'], words: ['reason'] }),
  snooze: command({
    route: 'POST /demands/{demandId}/snooze',
    summary: 'Put it off in one’s own inbox; it comes back by itself, and at once when somebody says something. The deadline stays.',
    input: z.object({ ...ofDemand, until: Instant, reason: line(1, 100) }),
    output: Demand,
    refusals: ['WrongStep', 'SnoozeTooLong'],
    words: ['reason'],
  }),
  unsnooze: command({ route: 'POST /demands/{demandId}/snooze/end', summary: 'Back into one’s own inbox before its time.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  note: command({ route: 'POST /demands/{demandId}/notes', summary: 'An internal note the resident never sees.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  handOver: command({
    route: 'POST /demands/{demandId}/hand-over',
    summary: 'Offer it to another; the owner stays answerable until it is taken. Naming a block also places it there.',
    input: z.object({ ...ofDemand, to: z.union([z.object({ blockId: Id }), z.object({ accountId: Id })]), reason: line(0, 200) }),
    output: Demand,
    refusals: ['WrongStep', 'NobodyThere'],
    words: ['reason'],
  }),
  takeOver: command({ route: 'POST /demands/{demandId}/take-over', summary: 'Take what was offered, or what lies in one’s block or committee.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  confirm: command({ route: 'POST /demands/{demandId}/confirmation', summary: 'The resident says it is solved.', input: z.object({ ...ofDemand, ...heard }), output: Demand, refusals: ['WrongStep'] }),
  notSolved: command({
    route: 'POST /demands/{demandId}/reopening',
    summary: 'The resident says it is not solved, and what is missing; the third time it is also offered to the director.',
    input: z.object({ ...ofDemand, ...heard, text: MessageText }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['text'],
  }),
  withdraw: command({ route: 'POST /demands/{demandId}/withdrawal', summary: 'The resident takes it back.', input: z.object({ ...ofDemand, ...heard }), output: Demand, refusals: ['WrongStep'] }),
  rate: command({
    route: 'POST /demands/{demandId}/rating',
    summary: 'What the filer says of a closure, once for each. Who was very dissatisfied is not contacted by that person any more, and somebody else is told.',
    input: z.object({ ...ofDemand, value: RatingValue, reasons: z.array(z.string().check(z.maxLength(30))).check(z.maxLength(5)), words: line(0, 500) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['words'],
  }),
  ratingReasons: query({ route: 'GET /rating-reasons', summary: 'The reasons offered beside each value, in order.', input: z.object({}), output: z.object({ items: z.array(RatingReason) }) }),
  listRatings: query({
    route: 'GET /committees/{committeeId}/ratings',
    summary: 'What residents said of closures, newest first, 20 a page, for director and secretary, without those that speak of the reader. counts: of the last 90 days, by value.',
    input: z.object({ committeeId: Id, low: z.optional(z.boolean()), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(RatedDemand).shape, counts: z.array(z.object({ value: RatingValue, count: z.int() })) }),
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
  markRead: command({
    route: 'POST /demands/{demandId}/read',
    summary: 'The reader has seen all there is in the thread.',
    input: z.object(ofDemand),
    output: z.object({ unread: z.int() }),
    perMinute: 120,
  }),
  markReadMany: command({
    route: 'POST /demands/read',
    summary: 'The reader has seen all there is in these threads; what has moved out of their sight is passed over.',
    input: z.object({ demands: z.array(z.object(ofDemand)).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({ unread: z.int(), read: z.int() }),
  }),
}
