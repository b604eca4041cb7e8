/** Photos (照片) that go with what was said: they come in pieces, are drawn anew on the server, and are shown by links of five minutes. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { PostKind } from './organization'
import { Id, Instant, line } from './values'

/** With one thing said: 求助 and what is said later in its thread each carry up to nine. */
export const mostPhotos = 9
/** Bytes of one photo as the phone sends it, after it made it smaller. */
export const mostPhotoBytes = 4 * 1024 * 1024
/** Every piece but the last has exactly this many bytes: what one bar of signal carries in ten seconds. */
export const photoPiece = 64 * 1024
/** Width × height at most. The phone sends 1,600 px along the longer side; a larger one would cost the server its memory. */
export const mostPixels = 2048 * 2048

/**
 * uploading: pieces still come · uploaded: whole, waits to be drawn anew · pending: drawn, not checked: its author and those who serve see
 * it · ready: checked, or released by one who serves: whoever sees the demand sees it · rejected: nobody sees it, the author reads why.
 */
export const PhotoState = z.enum(['uploading', 'uploaded', 'pending', 'ready', 'rejected'])
export type PhotoState = z.infer<typeof PhotoState>

/**
 * Why a photo is not shown. damaged: it arrived otherwise than it left · unreadable: no picture could be made of it · lost: it never
 * arrived whole · unfit: the platform's check says no · refused: one who serves says no.
 */
export const PhotoFault = z.enum(['damaged', 'unreadable', 'lost', 'unfit', 'refused'])
export type PhotoFault = z.infer<typeof PhotoFault>

/** How far one's own photo has come. */
export const PhotoUpload = z.object({
  photoId: Id,
  /** Bytes the server holds: the next piece begins here. */
  received: z.int(),
  state: PhotoState,
  fault: z.nullable(PhotoFault),
})
export type PhotoUpload = z.infer<typeof PhotoUpload>

/** A photo of a demand, as one reader may see it. */
export const Photo = z.object({
  id: Id,
  /** With which words in the thread; null for those of the demand itself. */
  entryId: z.nullable(Id),
  state: PhotoState,
  /** Only for its author. */
  fault: z.nullable(PhotoFault),
  /** Why one who serves did not keep it, in their words; only for its author. */
  reason: z.nullable(z.string()),
  mine: z.boolean(),
  /** Address of the small picture, 320 px along the longer side; null until it is made. */
  thumb: z.nullable(z.string()),
  /** What this reader may decide now: whether others than author and staff may see it. */
  mayDecide: z.boolean(),
})
export type Photo = z.infer<typeof Photo>

/** A photo others may come to see, that waits until somebody has looked (待审). */
export const WaitingPhoto = z.object({
  id: Id,
  committeeId: Id,
  demandId: Id,
  /** `ZX-2026-000123`. */
  number: z.string(),
  title: z.string(),
  by: z.object({ name: z.string(), post: z.nullable(PostKind) }),
  /** Who gave it: who filed the demand, or one who serves. */
  from: z.enum(['resident', 'staff']),
  at: Instant,
  /** Address of the small picture; null while the store is down. */
  thumb: z.nullable(z.string()),
  /** unchecked: no platform looked at it · doubtful: the platform wants a person to look. */
  why: z.enum(['unchecked', 'doubtful']),
})
export type WaitingPhoto = z.infer<typeof WaitingPhoto>

/** How long the platform has, in minutes, before a person is asked to look. */
export const platformMinutes = 10

export const photo = {
  begin: command({
    route: 'POST /photos',
    summary: 'Announce a photo; the same one announced again goes on where it stopped. What is attached to nothing is deleted after 24 hours.',
    input: z.object({
      committeeId: Id,
      bytes: z.int().check(z.minimum(1)),
      /** SHA-256 of the whole, hex. */
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
    output: PhotoUpload,
    refusals: ['PhotoTooLarge', 'TooManyPhotos'],
  }),
  put: command({
    route: 'POST /photos/{photoId}/pieces',
    summary: 'The next piece. One that does not begin where the server stands changes nothing; the answer says where to go on.',
    input: z.object({ committeeId: Id, photoId: Id, offset: z.int().check(z.minimum(0)), base64: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(photoPiece / 3) * 4)) }),
    output: PhotoUpload,
    refusals: ['NotAPhoto', 'PhotoTooLarge'],
    perMinute: 120,
  }),
  status: query({
    route: 'GET /photos/{photoId}',
    summary: 'How far one’s own photo has come.',
    input: z.object({ committeeId: Id, photoId: Id }),
    output: PhotoUpload,
  }),
  attach: command({
    route: 'POST /photos/attach',
    summary: 'Put own photos with what was said under a key within the last three days, whether or not they have arrived whole.',
    input: z.object({
      committeeId: Id,
      /** Idempotency key of the command that said it. */
      saidWith: z.uuid(),
      photoIds: z.array(Id).check(z.minLength(1), z.maxLength(mostPhotos)),
    }),
    output: z.object({ demandId: Id, entryId: z.nullable(Id), items: z.array(PhotoUpload) }),
    refusals: ['TooManyPhotos', 'PhotoTaken'],
  }),
  listOfDemand: query({
    route: 'GET /demands/{demandId}/photos',
    summary: 'The photos of a demand and its thread that this reader may see, in the order they were given, with links to the small pictures.',
    input: z.object({ committeeId: Id, demandId: Id }),
    output: z.object({ items: z.array(Photo), until: Instant }),
  }),
  links: query({
    route: 'GET /demands/{demandId}/photos/links',
    summary: 'Links to the large pictures (at most 1,600 px), good for five minutes and for this person.',
    input: z.object({ committeeId: Id, demandId: Id, photoIds: z.array(Id).check(z.minLength(1), z.maxLength(mostPhotos)) }),
    output: z.object({ items: z.array(z.object({ photoId: Id, url: z.string() })), until: Instant }),
  }),
  decide: command({
    route: 'POST /demands/{demandId}/photos/{photoId}/decide',
    summary: 'One who serves lets others see a photo, or takes it away and tells its author why. Never one’s own.',
    input: z.object({ committeeId: Id, demandId: Id, photoId: Id, decision: z.enum(['release', 'refuse']), reason: line(0, 200) }),
    output: PhotoUpload,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  listWaiting: query({
    route: 'GET /committees/{committeeId}/waiting-photos',
    summary: 'Photos of a committee that wait for somebody to look: those neighbours may come to see, ten minutes after they came, and those of which the platform is not sure; of others alone, oldest first, at most 50.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(WaitingPhoto), until: Instant }),
  }),
}
