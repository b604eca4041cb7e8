/** A visit (走访), online: asked for or offered, a time both sides agree on, held, and a summary the household confirms. As good as one at the door. */
import * as z from 'zod/mini'
import { ArchiveEdit } from './archive'
import { DemandKind, DemandText } from './demand/said'
import { ContactWish, Relation } from './household'
import { command, query } from './method'
import { Staff } from './organization'
import { WordsSafety } from './safety'
import { Cursor, Day, Id, Instant, line, page } from './values'

export const VisitMode = z.enum(['online', 'home'])
export type VisitMode = z.infer<typeof VisitMode>

/**
 * asked: the household would like to talk, its host answers · proposed: the household has times before it · booked: both know when · held ·
 * summarised: the household looks whether it is right · confirmed · cancelled · missed: the time passed and nobody has said that they talked.
 */
export const VisitState = z.enum(['asked', 'proposed', 'booked', 'held', 'summarised', 'confirmed', 'cancelled', 'missed'])
export type VisitState = z.infer<typeof VisitState>

/**
 * propose: other times · accept: one of the times proposed · move: to one of the host's published times · say: a word, answered when there is
 * time · hold: they talked · summarise · confirm, correct: the household's verdict on the summary. By the system: standIn (the host is away then) · miss.
 */
export const VisitStep = z.enum(['ask', 'invite', 'propose', 'accept', 'move', 'cancel', 'say', 'hold', 'summarise', 'confirm', 'correct', 'standIn', 'miss'])
export type VisitStep = z.infer<typeof VisitStep>

/** app 小程序消息 · wechat 微信通话 · phone 电话 · email 邮件 · other 别的方式. */
export const VisitChannel = z.enum(['app', 'wechat', 'phone', 'email', 'other'])
export type VisitChannel = z.infer<typeof VisitChannel>

/** From where it was asked: a service item, a demand, the block leader's card, the household's own page. */
export const VisitAbout = z.enum(['service', 'demand', 'leader', 'archive'])
export type VisitAbout = z.infer<typeof VisitAbout>

/** One of a host's published times. */
export const VisitSlot = z.object({
  id: Id,
  startsAt: Instant,
  minutes: z.int(),
  /** Another household has it, or the host is not free then after all. */
  taken: z.boolean(),
  /** Within the hours the household wishes to be reached. */
  wished: z.boolean(),
})
export type VisitSlot = z.infer<typeof VisitSlot>

/** A time as its host sees it. */
export const OwnSlot = z.object({ id: Id, startsAt: Instant, minutes: z.int(), visitId: z.nullable(Id), /** The host is on leave then: nobody is offered it. */ away: z.boolean() })
export type OwnSlot = z.infer<typeof OwnSlot>

/** A visit in a list. */
export const VisitCard = z.object({
  id: Id,
  committeeId: Id,
  mode: VisitMode,
  state: VisitState,
  /** Null for a visit at the door. */
  channel: z.nullable(VisitChannel),
  host: Staff,
  /** Who comes, of a visit at the door; else null. */
  who: z.nullable(z.string()),
  minutes: z.int(),
  startsAt: z.nullable(Instant),
  purpose: z.string(),
  /** `12号楼 602室`, for those who serve; null to the household. */
  label: z.nullable(z.string()),
  /** Home visits declined: for those who serve, so that nobody comes to the door. Null to the household. */
  noHomeVisits: z.nullable(z.boolean()),
  turn: z.enum(['mine', 'theirs', 'nobody']),
  lastAt: Instant,
})
export type VisitCard = z.infer<typeof VisitCard>

export const VisitEntry = z.object({
  id: Id,
  at: Instant,
  step: VisitStep,
  from: z.enum(['home', 'host', 'system']),
  /** Null for the system. */
  by: z.nullable(z.string()),
  mine: z.boolean(),
  text: z.nullable(z.string()),
  /** The time it had from then on. */
  startsAt: z.nullable(Instant),
  /** Words that wait reach author and those who serve alone. */
  safety: WordsSafety,
  /** Why the words were not let go. */
  rejectedFor: z.nullable(z.string()),
})
export type VisitEntry = z.infer<typeof VisitEntry>

export const Visit = z.object({
  ...VisitCard.shape,
  householdId: Id,
  about: z.nullable(VisitAbout),
  service: z.nullable(z.object({ slug: z.string(), title: z.string() })),
  /** As far as the reader may see it. */
  demand: z.nullable(z.object({ id: Id, title: z.string() })),
  invited: z.boolean(),
  endsAt: z.nullable(Instant),
  /** Times the other side may take, the earliest first. */
  offers: z.array(Instant),
  summary: z.nullable(z.string()),
  heldAt: z.nullable(Instant),
  /** home: of the household · host · staff: others who serve it. */
  reader: z.enum(['home', 'host', 'staff']),
  thread: z.array(VisitEntry),
  /** What became demands, as far as the reader may see them. */
  needs: z.array(z.object({ demandId: Id, title: z.string() })),
  /** Where somebody of the household may like to lend a hand: theirs to say. */
  helpers: z.array(z.object({ id: Id, what: z.string(), state: z.enum(['asked', 'accepted', 'declined']) })),
  /** How the household wishes to be reached; null to the household itself. */
  wish: z.nullable(ContactWish),
  /** What this reader may do now. */
  steps: z.array(VisitStep),
})
export type Visit = z.infer<typeof Visit>

/** What a host has at hand: nothing of it is ever scored. */
export const VisitBrief = z.object({
  /** Of the side that is visited. */
  members: z.array(z.object({ residentId: Id, name: z.string(), relation: Relation })),
  /** Matters of the household that are still open: what was promised last. */
  promises: z.array(z.object({ demandId: Id, title: z.string(), dueAt: z.nullable(Instant) })),
  lastVisit: z.nullable(z.object({ heldAt: Instant, mode: VisitMode, summary: z.nullable(z.string()) })),
  /** What is worth telling this month. */
  topics: z.array(z.string()),
  /** The host's own words; nobody else reads them. */
  note: z.string(),
})
export type VisitBrief = z.infer<typeof VisitBrief>

const ofVisit = { committeeId: Id, visitId: Id }
const Offers = z.array(Instant).check(z.minLength(1), z.maxLength(3))
const Minutes = z.int().check(z.minimum(10), z.maximum(60))

export const visit = {
  slots: query({
    route: 'GET /committees/{committeeId}/households/{householdId}/visit-slots',
    summary: 'When the household’s block leader is open to be talked to, 14 days from today; times within the household’s own hours first.',
    input: z.object({ committeeId: Id, householdId: Id }),
    output: z.object({
      host: Staff,
      minutes: z.int(),
      wish: ContactWish,
      days: z.array(z.object({ day: Day, working: z.boolean(), /** The host is on leave that day. */ away: z.boolean(), slots: z.array(VisitSlot) })),
    }),
    refusals: ['NobodyThere'],
  }),
  mySlots: query({
    route: 'GET /committees/{committeeId}/visit-slots/mine',
    summary: 'The reader’s own published times from now on, 28 days, the earliest first.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(OwnSlot) }),
  }),
  publishSlots: command({
    route: 'POST /committees/{committeeId}/visit-slots',
    summary: 'Publish times, each once or every week for some weeks. A repetition leaves out days the offices are closed; what is past or meets another of one’s own times is left out.',
    input: z.object({ committeeId: Id, times: z.array(Instant).check(z.minLength(1), z.maxLength(40)), minutes: Minutes, weeks: z.int().check(z.minimum(1), z.maximum(8)) }),
    output: z.object({ published: z.int(), left: z.int() }),
  }),
  withdrawSlot: command({
    route: 'POST /committees/{committeeId}/visit-slots/{slotId}/withdrawal',
    summary: 'Take a time back that nobody has.',
    input: z.object({ committeeId: Id, slotId: Id }),
    output: z.object({ slotId: Id }),
    refusals: ['WrongStep'],
  }),
  ask: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/visits',
    summary: 'Ask for a visit online: by a published time, or with one to three of one’s own when none fits.',
    input: z.object({
      committeeId: Id, householdId: Id, about: VisitAbout, serviceSlug: z.optional(z.string().check(z.maxLength(60))), demandId: z.optional(Id),
      /** Empty where nothing is said. */
      purpose: line(0, 200), channel: VisitChannel, slotId: z.optional(Id), offers: z.optional(Offers),
    }),
    output: Visit,
    refusals: ['NobodyThere', 'SlotTaken'],
    perMinute: 10,
    words: ['purpose'],
  }),
  invite: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/invitations',
    summary: 'The block leader would like to talk with a household, in a way and at hours it wishes. One open invitation a household.',
    input: z.object({ committeeId: Id, householdId: Id, purpose: line(1, 200), channel: VisitChannel, offers: Offers }),
    output: Visit,
    refusals: ['AlreadyInvited', 'NotWished', 'NobodyThere'],
    words: ['purpose'],
  }),
  accept: command({ route: 'POST /visits/{visitId}/acceptance', summary: 'Take one of the times proposed.', input: z.object({ ...ofVisit, startsAt: Instant }), output: Visit, refusals: ['WrongStep', 'SlotTaken'] }),
  propose: command({
    route: 'POST /visits/{visitId}/proposals',
    summary: 'Other times, one to three; a time agreed on before is given up.',
    input: z.object({ ...ofVisit, offers: Offers, text: line(0, 200) }),
    output: Visit,
    refusals: ['WrongStep', 'NotWished'],
    words: ['text'],
  }),
  move: command({ route: 'POST /visits/{visitId}/move', summary: 'The household takes another of the host’s published times.', input: z.object({ ...ofVisit, slotId: Id }), output: Visit, refusals: ['WrongStep', 'SlotTaken'] }),
  cancel: command({ route: 'POST /visits/{visitId}/cancellation', summary: 'Call it off, and why; the other side is told.', input: z.object({ ...ofVisit, reason: line(1, 200) }), output: Visit, refusals: ['WrongStep'], words: ['reason'] }),
  say: command({ route: 'POST /visits/{visitId}/words', summary: 'A word to the other side, answered when there is time.', input: z.object({ ...ofVisit, text: line(1, 1000) }), output: Visit, refusals: ['WrongStep'], words: ['text'] }),
  hold: command({ route: 'POST /visits/{visitId}/holding', summary: 'They talked.', input: z.object(ofVisit), output: Visit, refusals: ['WrongStep'] }),
  summarise: command({
    route: 'POST /visits/{visitId}/summary',
    summary: 'What came of it, for the household to confirm. Each need is filed as a demand for them at once; where somebody may like to help, they are asked. What was learned becomes proposed changes of the archive.',
    input: z.object({
      ...ofVisit,
      summary: line(2, 2000),
      needs: z.array(z.object({ kind: DemandKind, text: DemandText })).check(z.maxLength(5)),
      helpers: z.array(line(1, 100)).check(z.maxLength(3)),
      /** What was learned for the archive: proposed, the leader confirms. */
      facts: z.optional(z.array(ArchiveEdit).check(z.maxLength(5))),
    }),
    output: Visit,
    refusals: ['WrongStep', 'NobodyThere'],
    words: ['summary', 'needs', 'helpers', 'facts'],
  }),
  confirm: command({ route: 'POST /visits/{visitId}/confirmation', summary: 'The summary is right.', input: z.object(ofVisit), output: Visit, refusals: ['WrongStep'] }),
  correct: command({ route: 'POST /visits/{visitId}/correction', summary: 'What is not right in the summary; its host writes it anew.', input: z.object({ ...ofVisit, text: line(2, 1000) }), output: Visit, refusals: ['WrongStep'], words: ['text'] }),
  help: command({
    route: 'POST /visits/{visitId}/helpers/{helperId}/answer',
    summary: 'The household says whether somebody likes to lend a hand.',
    input: z.object({ ...ofVisit, helperId: Id, willing: z.boolean() }),
    output: Visit,
    refusals: ['WrongStep'],
  }),
  note: command({ route: 'POST /visits/{visitId}/note', summary: 'The host’s own words about it, sealed; nobody else reads them.', input: z.object({ ...ofVisit, text: line(0, 1000) }), output: z.object({ visitId: Id }) }),
  get: query({ route: 'GET /committees/{committeeId}/visits/{visitId}', summary: 'One visit with its thread and the steps open to the reader.', input: z.object(ofVisit), output: Visit }),
  brief: query({ route: 'GET /committees/{committeeId}/visits/{visitId}/brief', summary: 'What its host has at hand: who lives there, what is still open, the last visit, topics of the month, the host’s own note.', input: z.object(ofVisit), output: VisitBrief }),
  listMine: query({ route: 'GET /visits/mine', summary: 'Visits of the reader’s households, newest first, 20 a page.', input: z.object({ cursor: z.optional(Cursor) }), output: page(VisitCard) }),
  listHosted: query({
    route: 'GET /visits/hosted',
    summary: 'Visits the reader hosts: what is open by its time, what has none first; what is over, newest first. 30 a page.',
    input: z.object({ filter: z.optional(z.enum(['open', 'past'])), cursor: z.optional(Cursor) }),
    output: page(VisitCard),
  }),
}
