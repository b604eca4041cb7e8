/** Everything kept about one person, for them to read, print or take along (个人信息保护法 art. 45). Others stand in it by post, or as they are named in what the person said. */
import * as z from 'zod/mini'
import { ArchiveField, ArchiveSource, ArchiveValue, CareKind, HouseholdWish, OpenKind, ResidentRole, Tenure } from './archive'
import { ConsentLayer } from './consent'
import { DemandStatus } from './demand/life'
import { Channel, DemandKind } from './demand/said'
import { CommentState } from './disclosure'
import { Relation } from './household'
import { NoticeTemplate } from './notice'
import { PostKind } from './organization'
import { RightKind, RightState } from './rightRequest'
import { Day, Instant } from './values'
import { VisitAbout, VisitChannel, VisitMode, VisitState, VisitStep } from './visit'

const at = Instant
/** `12号楼 602室`. */
const label = z.string()
const words = z.nullable(z.string())

/** By what one is known again: the ids themselves are keys and stay out. */
const accountParts = {
  name: z.string(),
  since: Instant,
  signIns: z.array(z.object({ kind: z.enum(['weapp', 'official', 'staff']), since: Instant })),
  sessions: z.array(z.object({ openedAt: Instant, expiresAt: Instant })),
  posts: z.array(z.object({ committee: z.string(), kind: PostKind, block: words, since: Instant, until: z.nullable(Instant) })),
}

/** The homes one belongs to, with what lies sealed about oneself in the clear. */
const homeParts = {
  households: z.array(z.object({
    committee: z.string(), label, block: z.string(), name: z.string(), relation: Relation, birthYear: z.nullable(z.int()), roles: z.array(ResidentRole), phone: words, email: words,
    tenure: Tenure, wish: HouseholdWish, wishAt: z.nullable(Instant),
  })),
  /** Under fourteen, of one who speaks for them. */
  children: z.array(z.object({ label, name: z.string(), relation: Relation, birthYear: z.int(), agreed: z.boolean() })),
  care: z.array(z.object({
    label, kind: CareKind, basis: z.string(), law: words, since: Day, reviewOn: z.nullable(Day), setBy: words, setAt: Instant, contestedAt: z.nullable(Instant), contest: words, endedAt: z.nullable(Instant), endedBy: words, endedWhy: words,
  })),
  /** Changes of the archive that one said, that concern oneself, or the door. */
  changes: z.array(z.object({
    label, name: words, field: ArchiveField, old: ArchiveValue, new: ArchiveValue, source: ArchiveSource, by: z.string(), at, state: z.enum(['applied', 'proposed', 'refused']), decidedBy: words, decidedAt: z.nullable(Instant), why: words,
  })),
  openings: z.array(z.object({ label, at, by: z.string(), what: z.array(OpenKind), why: z.string() })),
  joinRequests: z.array(z.object({ committee: z.string(), label, name: z.string(), relation: Relation, message: z.string(), askedAt: Instant, state: z.enum(['waiting', 'confirmed', 'refused']), decidedBy: words, reason: words })),
  departures: z.array(z.object({ label, at, by: words, why: z.string() })),
}

const visitParts = {
  visits: z.array(z.object({
    label, mode: VisitMode, state: VisitState, about: z.nullable(VisitAbout), channel: z.nullable(VisitChannel), purpose: z.string(), askedBy: z.string(), host: z.string(), who: words, madeAt: Instant, startsAt: z.nullable(Instant), endsAt: z.nullable(Instant), summary: words,
    thread: z.array(z.object({ at, by: z.string(), step: VisitStep, text: words })),
    /** What one offered to help with, and the answer to it. */
    helps: z.array(z.object({ what: z.string(), state: z.enum(['asked', 'accepted', 'declined']) })),
  })),
  /** What one has said one would help with, until it is taken back. */
  talents: z.array(z.object({ committee: z.string(), what: z.string(), since: Instant })),
  doorConsents: z.array(z.object({ label, who: z.string(), purpose: z.string(), fromAt: Instant, untilAt: Instant, askedBy: z.string(), askedAt: Instant, state: z.enum(['asked', 'given', 'refused', 'withdrawn']), answeredBy: words, answeredAt: z.nullable(Instant), usedAt: z.nullable(Instant) })),
  doorAttempts: z.array(z.object({ label, at, by: words, who: words, purpose: z.string(), startsAt: z.nullable(Instant) })),
}

const demandParts = {
  demands: z.array(z.object({
    number: z.string(), label: words, name: z.string(), phone: words, title: z.string(), kind: DemandKind, channel: Channel, status: DemandStatus, text: z.string(), place: z.string(), answers: z.array(z.object({ label: z.string(), answer: z.string() })),
    enteredBy: words, filedAt: Instant, closedAt: z.nullable(Instant),
    thread: z.array(z.object({ at, by: z.string(), step: z.string(), text: words })),
    ratings: z.array(z.object({ at, value: z.int(), reasons: z.array(z.string()), words })),
    photos: z.int(),
  })),
}

const toldParts = {
  notices: z.array(z.object({ at, about: z.string(), title: z.string(), from: words, readAt: z.nullable(Instant) })),
  /** What WeChat may still send, and when one was last asked for it. */
  reminders: z.array(z.object({ template: NoticeTemplate, askedAt: Instant, refusedAt: z.nullable(Instant), left: z.int() })),
  consents: z.array(z.object({ layer: ConsentLayer, version: Day, given: z.boolean(), at })),
  /** What one said to what the committee made public, by its title. */
  comments: z.array(z.object({ at, title: z.string(), text: z.string(), state: CommentState, reason: words })),
  requests: z.array(z.object({ kind: RightKind, name: z.string(), words: z.string(), askedAt: Instant, state: RightState, decidedBy: words, reply: words })),
}

export const RightsCopy = z.object({ madeAt: Instant, ...accountParts, ...homeParts, ...visitParts, ...demandParts, ...toldParts })
export type RightsCopy = z.infer<typeof RightsCopy>
