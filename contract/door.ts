/** Visits at the door, and the household's word on them: who may come, for what, between when and when, once. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Id, Instant, line } from './values'

/** asked: the household has not answered · given · refused · withdrawn by the household before it was used. */
export const ConsentState = z.enum(['asked', 'given', 'refused', 'withdrawn'])
export type ConsentState = z.infer<typeof ConsentState>

/** One consent: for this person, this purpose, this span, once. */
export const DoorConsent = z.object({
  id: Id,
  demandId: z.nullable(Id),
  /** `赵师傅，水电工`. */
  who: z.string(),
  purpose: z.string(),
  fromAt: Instant,
  untilAt: Instant,
  /** Who asks, with name as on the board. */
  askedBy: z.string(),
  askedAt: Instant,
  state: ConsentState,
  answeredAt: z.nullable(Instant),
  usedAt: z.nullable(Instant),
  /** The span has ended, or it was used: it opens nothing any more. */
  over: z.boolean(),
  /** What this reader may do now; `go` plans the visit it was given for. */
  steps: z.array(z.enum(['give', 'refuse', 'withdraw', 'go'])),
})
export type DoorConsent = z.infer<typeof DoorConsent>

/** Somebody was to be sent though the household wants nobody and had given no consent that held it: nothing came of it. */
export const DoorAttempt = z.object({
  id: Id,
  at: Instant,
  /** By whom; null for no person known. */
  by: z.nullable(z.string()),
  who: z.nullable(z.string()),
  purpose: z.string(),
  startsAt: z.nullable(Instant),
  /** none: there was no consent · over: not within its span · used: it had been used · other: for somebody else, or not given. */
  why: z.enum(['none', 'over', 'used', 'other']),
})
export type DoorAttempt = z.infer<typeof DoorAttempt>

/** booked: somebody is expected · held: they were there · missed: nobody opened · cancelled. */
export const HomeVisit = z.object({
  id: Id,
  demandId: z.nullable(Id),
  who: z.string(),
  purpose: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['booked', 'held', 'missed', 'cancelled']),
  /** Who sends them and answers for it. */
  host: z.string(),
  steps: z.array(z.enum(['done', 'nobodyHome', 'turnedAway', 'cancel'])),
})
export type HomeVisit = z.infer<typeof HomeVisit>

export const DoorView = z.object({
  committeeId: Id,
  householdId: Id,
  /** `12号楼 602室`. */
  label: z.string(),
  /** The household wants nobody at the door. */
  declines: z.boolean(),
  /** home: who lives there · staff: who serves it. */
  reader: z.enum(['home', 'staff']),
  /** Newest first, at most 20 each; attempts at most 50. */
  consents: z.array(DoorConsent),
  visits: z.array(HomeVisit),
  attempts: z.array(DoorAttempt),
})
export type DoorView = z.infer<typeof DoorView>

const Who = line(1, 60)
const Purpose = line(2, 200)
/** The door of a household, or of the one a demand came from. */
const atDoor = { committeeId: Id, householdId: z.optional(Id), demandId: z.optional(Id) }
const ofConsent = { committeeId: Id, consentId: Id }

export const door = {
  door: query({
    route: 'GET /committees/{committeeId}/door',
    summary: 'What stands at a household’s door: its word, consents, who is expected, and what was tried; for the household and for those who serve it.',
    input: z.object(atDoor),
    output: DoorView,
  }),
  sendToDoor: command({
    route: 'POST /committees/{committeeId}/home-visits',
    summary: 'Plan that somebody goes to the door, by those who serve it. Where the household declines and no consent holds it nothing is planned: `vetoed`, and the attempt is on record for the household.',
    input: z.object({ ...atDoor, who: Who, purpose: Purpose, fromAt: Instant, untilAt: Instant, consentId: z.optional(Id) }),
    output: z.object({ vetoed: z.boolean(), door: DoorView }),
    words: ['who', 'purpose'],
  }),
  askConsent: command({
    route: 'POST /committees/{committeeId}/door-consents',
    summary: 'Ask a household that wants nobody at the door for one exception: who, for what, between when and when (at most 24 hours), once. One question a household at a time.',
    input: z.object({ ...atDoor, who: Who, purpose: Purpose, fromAt: Instant, untilAt: Instant }),
    output: DoorView,
    refusals: ['AlreadyAsked', 'WrongStep'],
    words: ['who', 'purpose'],
  }),
  answerConsent: command({
    route: 'POST /committees/{committeeId}/door-consents/{consentId}/answer',
    summary: 'The household says yes or no, once; a yes may be taken back until somebody is on the way.',
    input: z.object({ ...ofConsent, answer: z.enum(['give', 'refuse', 'withdraw']) }),
    output: DoorView,
    refusals: ['WrongStep'],
  }),
  endHomeVisit: command({
    route: 'POST /committees/{committeeId}/home-visits/{visitId}/end',
    summary: 'What came of it: done, nobody opened, they were turned away, or it is called off. Done is said while the consent holds.',
    input: z.object({ committeeId: Id, visitId: Id, outcome: z.enum(['done', 'nobodyHome', 'turnedAway', 'cancel']), words: line(0, 500) }),
    output: z.object({ vetoed: z.boolean(), door: DoorView }),
    refusals: ['WrongStep'],
    words: ['words'],
  }),
}
