/** A household as a whole: it becomes two, two become one, everybody moves out; and how that is taken back. */
import * as z from 'zod/mini'
import { command } from './method'
import { Id, Instant, line } from './values'

/** How many days a merge, or a moving out, may be taken back. */
export const undoDays = 30

/** split 分户 · merge 并户 · moveOut 全家搬走. */
export const HomeChangeKind = z.enum(['split', 'merge', 'moveOut'])
export type HomeChangeKind = z.infer<typeof HomeChangeKind>

/** resident: they said so · visit: seen on a visit · staff: found by who serves. */
export const HomeChangeSource = z.enum(['resident', 'visit', 'staff'])
export type HomeChangeSource = z.infer<typeof HomeChangeSource>

export const HomeChange = z.object({
  id: Id,
  kind: HomeChangeKind,
  /** The one that was split, that goes on, or that moved out. */
  householdId: Id,
  label: z.string(),
  /** The new one, the one that was taken in, or the same door from then on. */
  otherId: Id,
  otherLabel: z.string(),
  /** How many people it moved. */
  people: z.int(),
  source: HomeChangeSource,
  why: z.string(),
  by: z.string(),
  at: Instant,
  undone: z.nullable(z.object({ at: Instant, by: z.string(), why: z.string() })),
  /** What this reader may do with it now. */
  steps: z.array(z.enum(['undo'])),
})
export type HomeChange = z.infer<typeof HomeChange>

const place = { committeeId: Id, householdId: Id }
const Why = line(2, 200)
const Changed = z.object({ ...place, changeId: Id, /** The other household of it. */ otherId: Id })

export const home = {
  split: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/split',
    summary: 'Some of a household become one of their own at the same address, from the version one saw. Their care, what they filed and their talks go along; what was said of the door holds for both.',
    input: z.object({ ...place, version: z.int(), residentIds: z.array(Id).check(z.minLength(1), z.maxLength(30)), /** What stands on the new door: `602甲`. */ room: line(1, 10), source: HomeChangeSource, why: Why }),
    output: Changed,
    refusals: ['WrongStep', 'RoomTaken'],
    words: ['room', 'why'],
  }),
  merge: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/merge',
    summary: 'Take another household of the same building in, from the version one saw; to be undone within 30 days. Visits at the door stay declined if either declined them.',
    input: z.object({ ...place, version: z.int(), otherId: Id, source: HomeChangeSource, why: Why }),
    output: Changed,
    refusals: ['WrongStep'],
    words: ['why'],
  }),
  moveOut: command({
    route: 'POST /committees/{committeeId}/households/{householdId}/moving-out',
    summary: 'Everybody has moved out: the archive closes at once and is anonymised after 30 days, unless it is undone; the door goes on empty. What they filed stays theirs and is still answered.',
    input: z.object({ ...place, version: z.int(), source: HomeChangeSource, why: Why }),
    output: Changed,
    refusals: ['WrongStep'],
    words: ['why'],
  }),
  undoHomeChange: command({
    route: 'POST /committees/{committeeId}/home-changes/{changeId}/undoing',
    summary: 'A merge, or a moving out, of the last 30 days is taken back: everything stands where it stood, and what came to concern its people since goes with them.',
    input: z.object({ committeeId: Id, changeId: Id, why: Why }),
    output: Changed,
    refusals: ['WrongStep', 'RoomTaken'],
    words: ['why'],
  }),
}
