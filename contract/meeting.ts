/** The weekly work meeting (工作例会): what nobody can settle alone, decided item by item, with somebody who sees to it by a day. */
import * as z from 'zod/mini'
import { DemandCard } from './demand/card'
import { Outside } from './demand/route'
import { DemandResolution } from './demand/thread'
import { command, query } from './method'
import { Staff } from './organization'
import { Cursor, Day, Id, Instant, line, page } from './values'

/** When it is held: 1 Monday … 7 Sunday, and minutes since midnight in Shanghai. On a day the offices are closed it moves to the next working day. */
export const MeetingTime = z.object({ weekday: z.int().check(z.minimum(1), z.maximum(7)), minute: z.int().check(z.minimum(0), z.maximum(1439)) })
export type MeetingTime = z.infer<typeof MeetingTime>

/** planned: nobody has opened it yet. */
export const MeetingState = z.enum(['planned', 'open', 'closed'])
export type MeetingState = z.infer<typeof MeetingState>

/** followUp: an earlier meeting gave it to somebody by a day · taken to the meeting · overdue · bounced: given back by whom it was passed to. */
export const AgendaReason = z.enum(['followUp', 'taken', 'overdue', 'bounced'])
export type AgendaReason = z.infer<typeof AgendaReason>

/** general: an item that belongs to no demand. */
export const ResolutionWhy = z.enum(['taken', 'overdue', 'bounced', 'followUp', 'general'])
export type ResolutionWhy = z.infer<typeof ResolutionWhy>

/**
 * answer: the resident gets this answer · assign: somebody sees to it by a day · transfer: to an outside party · decline: not done, for
 * these reasons · fund: an idea for the self-governance fund (添睦自治金) · note: goes on as it stands.
 */
export const Outcome = DemandResolution.shape.outcome
export type Outcome = z.infer<typeof Outcome>

export const Resolution = z.object({
  id: Id,
  meetingId: Id,
  /** The day of the meeting. */
  day: Day,
  /** 1 for the first item decided in its meeting. */
  seq: z.int(),
  why: ResolutionWhy,
  demandId: z.nullable(Id),
  title: z.string(),
  facts: z.string(),
  outcome: Outcome,
  /** What was decided; the resident reads it. */
  words: z.string(),
  /** Who sees to it, by when; both or neither. */
  owner: z.nullable(Staff),
  dueOn: z.nullable(Day),
  at: Instant,
  /** done: it was seen to · moved: it was not, and another resolution goes on from it. Null while it is open, and where nobody sees to it. */
  settled: z.nullable(z.object({ how: z.enum(['done', 'moved']), at: Instant, words: z.string() })),
  /** The reader may say that it was seen to. */
  maySettle: z.boolean(),
})
export type Resolution = z.infer<typeof Resolution>

export const AgendaItem = z.object({
  /** Of the demand, or of the follow-up where there is none. */
  id: Id,
  /** Why it is here, the first one says where it stands. */
  reasons: z.array(AgendaReason),
  title: z.string(),
  demand: z.nullable(DemandCard),
  /** What the one who took it here or gave it back wrote. */
  words: z.nullable(z.string()),
  /** Open follow-ups of earlier meetings, the one due first first. */
  follows: z.array(Resolution),
  /** What the reader may decide about it now; empty before the meeting opens, once it is decided, and for a follow-up without a demand. */
  outcomes: z.array(Outcome),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Meeting = z.object({
  committeeId: Id,
  /** Null while planned. */
  id: z.nullable(Id),
  day: Day,
  time: MeetingTime,
  state: MeetingState,
  chair: z.nullable(Staff),
  present: z.array(Staff),
  /** Of them, who came after the opening, and when. */
  cameLater: z.array(z.object({ accountId: Id, at: Instant })),
  openedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
  /** What is before it, as far as the reader may see it: follow-ups, then taken, overdue and bounced. Empty once closed. */
  agenda: z.array(AgendaItem),
  /** What it decided, in that order. */
  resolutions: z.array(Resolution),
  /** What it did not come to and the next one begins with; empty until closed. */
  carried: z.array(z.object({ demandId: Id, title: z.string() })),
  /** What this reader may do now. */
  steps: z.array(z.enum(['open', 'resolve', 'close', 'setTime', 'setPresent'])),
  /** Who may sit in it and be given something: all who serve here now. Empty once closed. */
  people: z.array(Staff),
  /** Of them, who may chair. */
  chairs: z.array(Staff),
})
export type Meeting = z.infer<typeof Meeting>

/** A past meeting in a list. */
export const MeetingLine = z.object({ id: Id, day: Day, state: MeetingState, chair: Staff, decided: z.int(), /** Follow-ups of it that are still open. */ open: z.int() })
export type MeetingLine = z.infer<typeof MeetingLine>

/** For print and for the board: no resident's name, flat or number anywhere, whoever wrote it. */
export const Minutes = z.object({
  committeeName: z.string(),
  day: Day,
  openedAt: Instant,
  closedAt: Instant,
  chair: z.string(),
  present: z.array(z.string()),
  /** Of them, who came after the opening, and when. */
  cameLater: z.array(z.object({ name: z.string(), at: Instant })),
  /** Follow-ups of earlier meetings that were settled at this one. */
  followed: z.array(z.object({ title: z.string(), owner: z.string(), done: z.boolean(), words: z.string() })),
  items: z.array(z.object({ seq: z.int(), number: z.nullable(z.string()), title: z.string(), facts: z.string(), outcome: Outcome, words: z.string(), owner: z.nullable(z.string()), dueOn: z.nullable(Day) })),
  /** What it did not come to. */
  carried: z.array(z.string()),
})
export type Minutes = z.infer<typeof Minutes>

const ofMeeting = { committeeId: Id, meetingId: Id }
const Words = line(2, 1000)

export const meeting = {
  next: query({
    route: 'GET /committees/{committeeId}/meeting',
    summary: 'The meeting that is open, else the next one, with its agenda; for those who serve there, as far as each may see it.',
    input: z.object({ committeeId: Id }),
    output: Meeting,
  }),
  get: query({ route: 'GET /committees/{committeeId}/meetings/{meetingId}', summary: 'One meeting and what it decided.', input: z.object(ofMeeting), output: Meeting }),
  list: query({
    route: 'GET /committees/{committeeId}/meetings',
    summary: 'Meetings held, newest first, 20 a page.',
    input: z.object({ committeeId: Id, cursor: z.optional(Cursor) }),
    output: page(MeetingLine),
  }),
  minutes: query({
    route: 'GET /committees/{committeeId}/meetings/{meetingId}/minutes',
    summary: 'The minutes of a closed meeting for print, without anything that names a resident or a flat; for those who serve the committee whole.',
    input: z.object(ofMeeting),
    output: Minutes,
    refusals: ['WrongStep'],
  }),
  setTime: command({
    route: 'POST /committees/{committeeId}/meeting-time',
    summary: 'Director or secretary set weekday and time; what waits for the meeting moves with it and its residents are told.',
    input: z.object({ committeeId: Id, ...MeetingTime.shape }),
    output: z.object({ day: Day }),
  }),
  open: command({
    route: 'POST /committees/{committeeId}/meetings',
    summary: 'Director or secretary open today’s meeting: who chairs, who is there.',
    input: z.object({ committeeId: Id, chairId: Id, present: z.array(Id).check(z.maxLength(60)) }),
    output: z.object({ meetingId: Id }),
    refusals: ['WrongStep'],
  }),
  setPresent: command({
    route: 'POST /committees/{committeeId}/meetings/{meetingId}/presence',
    summary: 'While it is open: who came later, and who was put down but is not there. The chair stays.',
    input: z.object({ ...ofMeeting, came: z.array(Id).check(z.maxLength(60)), notThere: z.array(Id).check(z.maxLength(60)) }),
    output: z.object({ present: z.int() }),
    refusals: ['WrongStep'],
  }),
  resolve: command({
    route: 'POST /committees/{committeeId}/meetings/{meetingId}/resolutions',
    summary: 'Decide one item. A demand moves and its resident reads the words. assign needs who and by when, transfer to whom; an item without a demand needs a title.',
    input: z.object({
      ...ofMeeting,
      demandId: z.optional(Id),
      title: z.optional(line(2, 30)),
      facts: line(0, 500),
      outcome: Outcome,
      words: Words,
      ownerId: z.optional(Id),
      dueOn: z.optional(Day),
      to: z.optional(Outside),
    }),
    output: Resolution,
    refusals: ['WrongStep', 'NobodyThere'],
    words: ['title', 'facts', 'words', 'to'],
  }),
  settle: command({
    route: 'POST /committees/{committeeId}/resolutions/{resolutionId}/settlement',
    summary: 'A follow-up was seen to; or, at an open meeting, it was not: why, and by which new day.',
    input: z.object({ committeeId: Id, resolutionId: Id, done: z.boolean(), words: line(0, 500), dueOn: z.optional(Day) }),
    output: Resolution,
    refusals: ['WrongStep'],
    words: ['words'],
  }),
  close: command({
    route: 'POST /committees/{committeeId}/meetings/{meetingId}/closing',
    summary: 'Close it. What it did not come to goes to the next one by itself, and its residents are told the new day.',
    input: z.object(ofMeeting),
    output: z.object({ day: Day, carried: z.int() }),
    refusals: ['WrongStep'],
  }),
}
