/** The archive of a household (一户一档): what is kept, who may change or open what, and how a change meets another. */
import * as z from 'zod/mini'
import { ContactWish, Relation } from './household'
import { command, query } from './method'
import { HomeChange } from './home'
import { Cursor, Day, Id, Instant, line, page } from './values'

/** owner 自住 · tenant 出租 · shared 合租 · family 家人住 · vacant 空着 · unknown 还不清楚. */
export const Tenure = z.enum(['owner', 'tenant', 'shared', 'family', 'vacant', 'unknown'])
export type Tenure = z.infer<typeof Tenure>

/** head 户主 · emergency 紧急联系人 · carer 照料的人 · volunteer 志愿者. */
export const ResidentRole = z.enum(['head', 'emergency', 'carer', 'volunteer'])
export type ResidentRole = z.infer<typeof ResidentRole>

/**
 * 高龄 独居 孤老 失独 低保困难 优抚 空巢 失能 重残 困境儿童 孤儿 特困 临时救助 (DOMAIN 1.5). Of people under the law's correction none is kept here.
 */
export const CareKind = z.enum([
  'advancedAge', 'livingAlone', 'childless', 'bereavedOnlyChild', 'lowIncome', 'preferential', 'emptyNest', 'disabledElder', 'severeDisability', 'childInNeed', 'orphan', 'extremePoverty', 'temporaryRelief',
])
export type CareKind = z.infer<typeof CareKind>

/** A: visits at home are declined, the channel decides · B: as usual · C: cared for, the cadence decides. Derived, never set. */
export const HouseholdClass = z.enum(['A', 'B', 'C'])
export type HouseholdClass = z.infer<typeof HouseholdClass>

export const ArchiveSource = z.enum(['resident', 'visit', 'import', 'staff'])
export type ArchiveSource = z.infer<typeof ArchiveSource>

/** `note`, `phone` and `email` lie sealed. `member` adds somebody, `left` says that somebody has moved out, or has not. */
export const ArchiveField = z.enum(['tenure', 'wish', 'member', 'name', 'relation', 'birthYear', 'roles', 'left', 'phone', 'email', 'note'])
export type ArchiveField = z.infer<typeof ArchiveField>

export const HouseholdWish = z.extend(ContactWish, { /** `普通话`, `上海话`; null when nothing was said. */ language: z.nullable(line(1, 20)) })
export type HouseholdWish = z.infer<typeof HouseholdWish>

/** Somebody new in a household. */
export const NewMember = z.object({ name: line(1, 20), relation: Relation, birthYear: z.nullable(z.int().check(z.gte(1900), z.lte(2100))) })
export type NewMember = z.infer<typeof NewMember>

export const Phone = z.string().check(z.trim(), z.regex(/^[+0-9][0-9 -]{5,19}$/))
export const Email = z.email().check(z.maxLength(80))

/** What one value becomes. An empty phone or e-mail is taken away. */
export const ArchiveEdit = z.discriminatedUnion('field', [
  z.object({ field: z.literal('tenure'), value: Tenure }),
  z.object({ field: z.literal('member'), value: NewMember }),
  z.object({ field: z.literal('name'), residentId: Id, value: line(1, 20) }),
  z.object({ field: z.literal('relation'), residentId: Id, value: Relation }),
  z.object({ field: z.literal('birthYear'), residentId: Id, value: z.nullable(z.int().check(z.gte(1900), z.lte(2100))) }),
  z.object({ field: z.literal('roles'), residentId: Id, value: z.array(ResidentRole).check(z.maxLength(4)) }),
  z.object({ field: z.literal('left'), residentId: Id, value: z.boolean() }),
  z.object({ field: z.literal('phone'), residentId: Id, value: z.union([Phone, z.literal('')]) }),
  z.object({ field: z.literal('email'), residentId: Id, value: z.union([Email, z.literal('')]) }),
  z.object({ field: z.literal('note'), residentId: Id, value: line(2, 300) }),
])
export type ArchiveEdit = z.infer<typeof ArchiveEdit>

/** As it stands in a change: what is sealed is null here and comes out by `household/open`. */
export const ArchiveValue = z.nullable(z.union([z.string(), z.int(), z.boolean(), z.array(z.string()), NewMember, HouseholdWish]))
export type ArchiveValue = z.infer<typeof ArchiveValue>

export const ArchiveChange = z.object({
  id: Id,
  /** Null for what concerns the household as a whole. */
  residentId: z.nullable(Id),
  /** Whom it concerns, as they are called now. */
  name: z.nullable(z.string()),
  field: ArchiveField,
  /** The values lie sealed. */
  sealed: z.boolean(),
  old: ArchiveValue,
  new: ArchiveValue,
  source: ArchiveSource,
  by: z.string(),
  at: Instant,
  state: z.enum(['applied', 'proposed', 'refused']),
  /** The change of somebody else it ran into; a person picks one of the two. */
  against: z.nullable(z.object({ by: z.string(), at: Instant, value: ArchiveValue })),
  decidedBy: z.nullable(z.string()),
  why: z.nullable(z.string()),
  /** What this reader may do with it now. */
  steps: z.array(z.enum(['apply', 'refuse'])),
})
export type ArchiveChange = z.infer<typeof ArchiveChange>

export const OpenKind = z.enum(['contact', 'care', 'notes'])
export type OpenKind = z.infer<typeof OpenKind>

/** Who opened what, and why. */
export const Opening = z.object({ at: Instant, by: z.string(), what: z.array(OpenKind), why: z.string() })
export type Opening = z.infer<typeof Opening>

/** Somebody of a household. Numbers lie sealed: only that there is one is told; one's own stands in the clear. */
export const ArchiveMember = z.object({
  residentId: Id,
  name: z.string(),
  relation: Relation,
  /** Null when not known, and to the others of the household. */
  birthYear: z.nullable(z.int()),
  roles: z.array(ResidentRole),
  hasPhone: z.boolean(),
  hasEmail: z.boolean(),
  inApp: z.boolean(),
  me: z.boolean(),
  /** Under fourteen: of those who serve nobody reads name and year without an opening. */
  child: z.boolean(),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  leftAt: z.nullable(Instant),
})
export type ArchiveMember = z.infer<typeof ArchiveMember>

/** One care that is live. To those who serve without its kind; to the person concerned whole. */
export const ArchiveCare = z.object({
  careId: Id,
  since: Day,
  reviewOn: z.nullable(Day),
  /** Its review is due. */
  due: z.boolean(),
  setBy: z.nullable(z.string()),
  contestedAt: z.nullable(Instant),
  kind: z.nullable(CareKind),
  basis: z.nullable(z.string()),
  /** Named where it needs no consent. */
  law: z.nullable(z.string()),
  contest: z.nullable(z.string()),
  /** What this reader may do with it now. */
  steps: z.array(z.enum(['review', 'end'])),
})
export type ArchiveCare = z.infer<typeof ArchiveCare>

export const ArchiveStep = z.enum(['change', 'propose', 'setWish', 'setCare', 'contestCare', 'note', 'split', 'merge', 'moveOut'])
export type ArchiveStep = z.infer<typeof ArchiveStep>

/** When a household became A, B or C, by whom and by whose word. Nothing of the kind of need. */
export const ClassDecision = z.object({ at: Instant, class: HouseholdClass, why: z.enum(['wish', 'care', 'careEnded', 'movedOut', 'merged', 'split', 'undone', 'import']), source: ArchiveSource, by: z.string() })
export type ClassDecision = z.infer<typeof ClassDecision>

export const Archive = z.object({
  committeeId: Id,
  householdId: Id,
  label: z.string(),
  blockName: z.string(),
  /** Of the whole archive; a change says which one it was made from. */
  version: z.int(),
  /** To the household itself C only when it is about the reader. */
  class: HouseholdClass,
  tenure: Tenure,
  wish: HouseholdWish,
  wishAt: z.nullable(Instant),
  members: z.array(ArchiveMember),
  care: z.array(ArchiveCare),
  /** Notes about life here (生活备注): how many there are, and when the last was written. */
  notes: z.object({ count: z.int(), lastAt: z.nullable(Instant) }),
  /** Changes that wait for somebody to decide, oldest first. */
  waiting: z.array(ArchiveChange),
  /** What is open of this door, as the reader may see it, with the day it was promised for. */
  demands: z.array(z.object({ demandId: Id, number: z.string(), title: z.string(), owner: z.string(), dueAt: Instant })),
  /** The last visits, online and at the door. */
  visits: z.array(z.object({ visitId: Id, mode: z.enum(['online', 'home']), state: z.string(), at: Instant, purpose: z.string(), summary: z.nullable(z.string()) })),
  decisions: z.array(ClassDecision),
  /** The last twenty times something was opened; to the household, director and secretary, and one's own. */
  openings: z.array(Opening),
  /** When somebody last talked with the household, and how; the channel of a talk, null at the door. */
  lastVisit: z.nullable(z.object({ at: Instant, mode: z.enum(['online', 'home']), channel: z.nullable(z.string()) })),
  movedOutAt: z.nullable(Instant),
  /** Null while people live by it. In which household the door, or its people, go on. */
  goesOn: z.nullable(z.object({ householdId: Id, label: z.string() })),
  /** The last three times it was split, merged, or everybody moved out. */
  homeChanges: z.array(HomeChange),
  /** What this reader may open with a reason, and do next. */
  opens: z.array(OpenKind),
  steps: z.array(ArchiveStep),
})
export type Archive = z.infer<typeof Archive>

/** One line of the history: one of the three is there. */
export const ArchiveEvent = z.object({
  id: Id,
  at: Instant,
  change: z.nullable(ArchiveChange),
  home: z.nullable(HomeChange),
  decision: z.nullable(ClassDecision),
})
export type ArchiveEvent = z.infer<typeof ArchiveEvent>

const place = { committeeId: Id, householdId: Id }
const Done = z.object({ ...place, version: z.int() })

export const archive = {
  get: query({
    route: 'GET /committees/{committeeId}/households/{householdId}',
    summary: 'The archive of a household as this reader may see it, masked; what may be opened and done next comes with it.',
    input: z.object(place),
    output: Archive,
  }),
  open: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/openings',
    summary: 'Open what lies sealed, with a reason; the household reads who did, when and why. Never kept by the client.',
    input: z.object({ ...place, what: z.array(OpenKind).check(z.minLength(1), z.maxLength(3)), why: line(2, 200) }),
    output: z.object({
      ...place,
      people: z.array(z.object({ residentId: Id, name: z.string(), /** Of a child alone; the others' stands in the archive. */ birthYear: z.nullable(z.int()), phone: z.nullable(z.string()), email: z.nullable(z.string()) })),
      care: z.array(z.object({ careId: Id, name: z.string(), kind: CareKind, basis: z.string(), law: z.nullable(z.string()), contest: z.nullable(z.string()) })),
      notes: z.array(z.object({ id: Id, name: z.string(), text: z.string(), at: Instant })),
      /** Sealed changes that wait, with both values. */
      waiting: z.array(z.object({ id: Id, field: ArchiveField, name: z.string(), old: z.nullable(z.string()), new: z.nullable(z.string()) })),
    }),
    perMinute: 10,
    words: ['why'],
  }),
  change: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/changes',
    summary: 'Change fields, from the version one saw. What somebody else changed meanwhile is not overwritten: it waits as proposed beside theirs until a person picks.',
    input: z.object({ ...place, version: z.int(), edits: z.array(ArchiveEdit).check(z.minLength(1), z.maxLength(20)) }),
    output: z.extend(Done, { conflicts: z.array(ArchiveChange) }),
    refusals: ['WrongStep', 'ConsentFirst'],
    words: ['edits'],
  }),
  propose: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/proposals',
    summary: 'Say what is wrong or new in one’s own archive; the leader confirms. One’s own phone and e-mail hold at once.',
    input: z.object({ ...place, edits: z.array(ArchiveEdit).check(z.minLength(1), z.maxLength(10)) }),
    output: Done,
    refusals: ['AlreadyAsked', 'ConsentFirst'],
    perMinute: 10,
    words: ['edits'],
  }),
  decideChange: command({
    route: 'POST /committees/{committeeId}/changes/{changeId}/decision',
    summary: 'Take a proposed change over, or refuse it with a reason that its author reads.',
    input: z.object({ committeeId: Id, changeId: Id, apply: z.boolean(), why: line(0, 200) }),
    output: Done,
    refusals: ['WrongStep', 'ConsentFirst'],
    words: ['why'],
  }),
  history: query({
    route: 'GET /committees/{committeeId}/households/{householdId}/history',
    summary: 'What happened to the archive as the reader may see it: every change of a field, what was decided of its class, how it was split or merged; newest first, 20 a page.',
    input: z.object({ ...place, cursor: z.optional(Cursor) }),
    output: page(ArchiveEvent),
  }),
  setWish: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/wish',
    summary: 'How the household wishes to be reached; holds at once. Its own people set it; who serves writes it down only where nobody of the household uses the app.',
    input: z.object({ ...place, wish: HouseholdWish }),
    output: Done,
    words: ['wish'],
  }),
  setCare: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/care',
    summary: 'Care for somebody, with a kind, a basis and a day of review, and the law it rests on where it needs no consent. Set by people, never by the system.',
    input: z.object({ ...place, residentId: Id, kind: CareKind, basis: line(2, 200), /** 《社会救助暂行办法》: then it stays though the person concerned says no. */ law: z.optional(line(2, 100)), reviewOn: Day }),
    output: Done,
    refusals: ['ConsentFirst'],
    words: ['basis', 'law'],
  }),
  reviewCare: command({
    route: 'POST /committees/{committeeId}/care/{careId}/review',
    summary: 'Looked again, and it goes on: with its basis as it is now, and the next day of review.',
    input: z.object({ committeeId: Id, careId: Id, basis: line(2, 200), reviewOn: Day }),
    output: Done,
    refusals: ['WrongStep'],
    words: ['basis'],
  }),
  endCare: command({
    route: 'POST /committees/{committeeId}/care/{careId}/end',
    summary: 'It is over, and why.',
    input: z.object({ committeeId: Id, careId: Id, why: line(2, 200) }),
    output: Done,
    refusals: ['WrongStep'],
    words: ['why'],
  }),
  contestCare: command({
    route: 'POST /committees/{committeeId}/care/{careId}/contest',
    summary: 'The person concerned says that it is not so; whoever set it looks again.',
    input: z.object({ committeeId: Id, careId: Id, why: line(2, 200) }),
    output: Done,
    refusals: ['WrongStep'],
    words: ['why'],
  }),
  findPhone: command({
    route: 'POST /committees/{committeeId}/phones',
    summary: 'Whose number this is, by exact match and with a reason, for those who serve the committee whole; at most 10. Each household that is found reads who looked, and why. Never kept by the client.',
    input: z.object({ committeeId: Id, phone: Phone, why: line(2, 200) }),
    output: z.object({ items: z.array(z.object({ residentId: Id, householdId: Id, name: z.string(), label: z.string() })) }),
    perMinute: 10,
    words: ['why'],
  }),
}

