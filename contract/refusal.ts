/** Every expected no, by name. The words for people live in `src/features/<noun>/wording.ts`. */
import * as z from 'zod/mini'

/**
 * Code → HTTP status and when it is given. The client may rely on the code, never on the message.
 * Absent and foreign rows answer alike: `NotFound`.
 */
export const refusals = {
  BadInput: { status: 400, message: 'The input does not fit the contract; data.issues names the fields.' },
  NotSignedIn: { status: 401, message: 'No person is signed in, or the session has ended.' },
  NotAllowed: { status: 403, message: 'This person may not do this here.' },
  NotFound: { status: 404, message: 'It does not exist, or not for this person.' },
  WrongStep: { status: 409, message: 'The demand has moved on; read it again to see what may be done.' },
  NotAcceptable: { status: 422, message: 'The words hold something that may not be published; change them and send again.' },
  KeyReused: { status: 409, message: 'This key was used for another command; make a new key.' },
  NobodyThere: { status: 409, message: 'Nobody serves this committee here yet, so nothing can be filed.' },
  NoSuchHousehold: { status: 404, message: 'No household has this building and room.' },
  RoomTaken: { status: 409, message: 'A household lives in a room of that name already.' },
  AlreadyMember: { status: 409, message: 'This person already belongs to the household.' },
  AlreadyAsked: { status: 409, message: 'A request of this person for this household is waiting.' },
  StillOpen: { status: 409, message: 'Something of this person is still open, or they still hold a post; that comes first.' },
  SnoozeTooLong: { status: 409, message: 'It may not be put off that long: danger never, all else not past the warning before its deadline.' },
  NotServing: { status: 409, message: 'That person does not serve this committee now, or not in a way that lets them do this.' },
  AlreadyHolds: { status: 409, message: 'The person holds this post already.' },
  AlreadyAway: { status: 409, message: 'The person is away at that time already.' },
  StandInLoop: { status: 409, message: 'The stand-ins would stand in for each other in a circle.' },
  LastBuilding: { status: 409, message: 'A block keeps at least one building; merge it to give them all away.' },
  PostEmpty: { status: 409, message: 'The block that would take over has no leader.' },
  DayBegun: { status: 409, message: 'Only days that have not begun can be changed, so that what is late stays late.' },
  SlotTaken: { status: 409, message: 'That time is not free any more; look again at the times.' },
  AlreadyInvited: { status: 409, message: 'The household has an invitation before it already.' },
  NotWished: { status: 409, message: 'The household does not wish to be reached that way, or at that hour.' },
  ConsentFirst: { status: 409, message: 'The person concerned has said no to this being kept, or nobody has said yes for a child; consent comes first.' },
  NotAPhoto: { status: 400, message: 'These bytes are no JPEG or PNG picture.' },
  PhotoTooLarge: { status: 413, message: 'The photo has too many bytes or pixels.' },
  TooManyPhotos: { status: 409, message: 'Nine photos go with one thing said, and eighteen may wait to be attached.' },
  PhotoTaken: { status: 409, message: 'data.photoIds are already with something else that was said.' },
  TooManyHouseholds: { status: 409, message: 'More than fifty households in one file are for director and secretary; narrow it to a block or a building.' },
  TooMany: { status: 429, message: 'Too many requests of this kind within a minute; data.retryAfter says how many seconds to wait.' },
} as const

export type RefusalCode = keyof typeof refusals
export const RefusalCode = z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]])

/** What every method may answer besides its own refusals. */
export const commonRefusals = ['BadInput', 'NotSignedIn', 'NotAllowed', 'NotFound', 'KeyReused', 'TooMany'] as const

/** A field that does not fit: where, and zod's code for why. */
export const InputIssue = z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string() })
export type InputIssue = z.infer<typeof InputIssue>

/** What travels with a refusal. */
export const RefusalData = z.object({
  issues: z.optional(z.array(InputIssue)),
  /** Seconds. */
  retryAfter: z.optional(z.number()),
  /** Which photos are meant. */
  photoIds: z.optional(z.array(z.uuid())),
})
export type RefusalData = z.infer<typeof RefusalData>

/** An expected no. Thrown by rules, stores and methods alike; anything else thrown is a fault. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(readonly code: RefusalCode, readonly data: RefusalData = {}) {
    super(refusals[code].message)
  }
}

/**
 * The answer of a request as it travels by `callFunction` and `/rpc`: the output, a refusal, or a fault with the id under
 * which the server logged it.
 */
export type Answer =
  | { ok: true; output: unknown }
  | { ok: false; refusal: RefusalCode; data: RefusalData }
  | { ok: false; fault: string }
