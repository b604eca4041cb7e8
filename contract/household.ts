/** Households, who belongs to them, and requests to join. The archive (一户一档) grows from here. */
import * as z from 'zod/mini'
import { HouseholdCode } from './householdCode'
import { command, query } from './method'
import { Presence } from './organization'
import { Cursor, Id, Instant, SearchText, line, page } from './values'

/** A place in a household. */
export const Membership = z.object({
  committeeId: Id,
  committeeName: z.string(),
  householdId: Id,
  /** `12号楼 602室`. */
  label: z.string(),
  blockName: z.nullable(z.string()),
})
export type Membership = z.infer<typeof Membership>

/** owner 业主 · tenant 租客 · family 家人 · cotenant 合租 · carer 照顾的人. */
export const Relation = z.enum(['owner', 'tenant', 'family', 'cotenant', 'carer'])
export type Relation = z.infer<typeof Relation>

/** How a household wishes to be reached: app 小程序消息 · wechat 微信通话 · phone 电话 · email 邮件 · door 上门. */
export const ContactChannel = z.enum(['app', 'wechat', 'phone', 'email', 'door'])
export type ContactChannel = z.infer<typeof ContactChannel>

/** The household's own wish about contact. The resident's word, not a label given by staff. */
export const ContactWish = z.object({
  /** Home visits declined: nobody comes to the door (category A). */
  noHomeVisits: z.boolean(),
  /** In order of preference. */
  channels: z.array(ContactChannel),
  /** `工作日 19:00–21:30`; null when any time is fine. */
  hours: z.nullable(z.string()),
  /** Never by these. */
  never: z.array(ContactChannel),
})
export type ContactWish = z.infer<typeof ContactWish>

export const MyHousehold = z.object({
  membership: Membership,
  members: z.array(z.object({ name: z.string(), relation: Relation, me: z.boolean() })),
  leader: z.nullable(Presence),
  wish: ContactWish,
})
export type MyHousehold = z.infer<typeof MyHousehold>

/** One household on its leader's list. Holds no name and nothing about care. */
export const HouseholdLine = z.object({
  id: Id,
  committeeId: Id,
  label: z.string(),
  people: z.int(),
  /** How many of them use the app. */
  members: z.int(),
  openDemands: z.int(),
  wish: ContactWish,
})
export type HouseholdLine = z.infer<typeof HouseholdLine>

export const JoinRequest = z.object({
  id: Id,
  committeeId: Id,
  label: z.string(),
  blockName: z.string(),
  name: z.string(),
  relation: Relation,
  message: z.string(),
  askedAt: Instant,
  /** Members already confirmed there; the leader may ask them. */
  members: z.int(),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** A door as one finds it who writes down what is said on the phone: who lives there, and how they wish to be reached. */
export const Door = z.object({
  householdId: Id,
  /** `11号楼 201室`. */
  label: z.string(),
  blockName: z.string(),
  wish: ContactWish,
  residents: z.array(z.object({ id: Id, name: z.string(), relation: Relation, inApp: z.boolean() })),
})
export type Door = z.infer<typeof Door>

/** A code that waits to be used. */
export const OpenCode = z.object({ madeAt: Instant, expiresAt: Instant, madeBy: z.string() })
export type OpenCode = z.infer<typeof OpenCode>

/** A household as one who serves it prints a code for it, and takes out who moved away. */
export const ServedDoor = z.object({ committeeId: Id, committeeName: z.string(), ...Door.shape, code: z.nullable(OpenCode) })
export type ServedDoor = z.infer<typeof ServedDoor>

/** What came of a code. A wrong one is an answer, so that it counts: five within an hour, then it waits. */
export const CodeOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('joined'), committeeId: Id, householdId: Id, label: z.string() }),
  /** Lives there already; the code stays good for somebody else. */
  z.object({ outcome: z.literal('member'), label: z.string() }),
  /** unknown: no such code · used: by somebody else · replaced: a newer one was printed · expired; with how many tries are left. */
  z.object({ outcome: z.enum(['unknown', 'used', 'replaced', 'expired']), left: z.int() }),
  z.object({ outcome: z.literal('wait'), until: Instant }),
  /** Whoever made it may not use it. */
  z.object({ outcome: z.literal('own') }),
])
export type CodeOutcome = z.infer<typeof CodeOutcome>

/** That the reader is no longer of a household, who said so, and why; the reader's own leaving has no reason. */
export const Departed = z.object({ label: z.string(), at: Instant, by: z.nullable(z.string()), why: z.string() })
export type Departed = z.infer<typeof Departed>

export const household = {
  mine: query({
    route: 'GET /households/mine',
    summary: 'The households the reader belongs to, with those of the reader’s own side, block leader and wish, and which they were taken out of within 30 days.',
    input: z.object({}),
    output: z.object({ items: z.array(MyHousehold), departed: z.array(Departed) }),
  }),
  askToJoin: command({
    route: 'POST /households/requests',
    summary: 'Ask to be entered in a household; its block leader decides.',
    input: z.object({
      committeeId: Id,
      buildingId: Id,
      /** `602`, as on the door. */
      room: line(1, 10),
      name: line(1, 20),
      relation: Relation,
      /** A word to the leader. */
      message: line(0, 200),
    }),
    output: z.object({ requestId: Id, decider: z.nullable(Presence) }),
    refusals: ['NoSuchHousehold', 'AlreadyMember', 'AlreadyAsked', 'NobodyThere'],
    perMinute: 5,
    words: ['name', 'message'],
  }),
  listRequests: query({
    route: 'GET /households/requests',
    summary: 'Requests to join that the reader may decide, oldest first, at most 50.',
    input: z.object({}),
    output: z.object({ items: z.array(JoinRequest) }),
  }),
  decideRequest: command({
    route: 'POST /households/requests/{requestId}/decision',
    summary: 'Confirm or refuse a request; a refusal tells the person why.',
    input: z.object({ requestId: Id, decision: z.enum(['confirm', 'refuse']), reason: line(0, 200) }),
    output: z.object({ requestId: Id }),
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  listOfBlock: query({
    route: 'GET /households/block',
    summary: 'Households of the blocks the reader leads, by building and room, 30 a page.',
    input: z.object({ search: z.optional(SearchText), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(HouseholdLine).shape, total: z.int(), noHomeVisits: z.int() }),
  }),
  getDoor: query({
    route: 'GET /committees/{committeeId}/households/{householdId}/door',
    summary: 'Who lives behind a door the reader serves, and whether a printed code waits to be used.',
    input: z.object({ committeeId: Id, householdId: Id }),
    output: ServedDoor,
  }),
  makeCode: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/codes',
    summary: 'A code to print for the household; good once and for 60 days, and the one before it is good no longer. Shown by this answer alone.',
    input: z.object({ committeeId: Id, householdId: Id }),
    output: z.object({ code: HouseholdCode, label: z.string(), committeeName: z.string(), expiresAt: Instant }),
    perMinute: 20,
  }),
  useCode: command({
    route: 'POST /households/codes/use',
    summary: 'Enter a household by its printed code. Nobody needs to confirm; who lives there on the same side is told.',
    input: z.object({ code: HouseholdCode, name: line(1, 20), relation: Relation }),
    output: CodeOutcome,
    perMinute: 5,
    words: ['name'],
  }),
  leave: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/leaving',
    summary: 'Leave a household. What one has filed stays one’s own and is still answered.',
    input: z.object({ committeeId: Id, householdId: Id }),
    output: z.object({ label: z.string() }),
  }),
  removeMember: command({
    route: 'POST /committees/{committeeId}/residents/{residentId}/leaving',
    summary: 'Take out somebody who has moved away; the person is told why.',
    input: z.object({ committeeId: Id, residentId: Id, reason: line(2, 200) }),
    output: z.object({ residentId: Id }),
    words: ['reason'],
  }),
  findDoors: query({
    route: 'GET /committees/{committeeId}/doors',
    summary: 'Doors that `11-201` or the beginning of it may mean, at most 8, for one who enters what somebody else says: a leader finds their own block, one who serves whole the committee.',
    input: z.object({ committeeId: Id, door: SearchText }),
    output: z.object({ items: z.array(Door) }),
  }),
}
