/** A meeting as one reader may see it: rows in, the contract's views out. */
import type { AgendaItem, Meeting, MeetingTime, Resolution } from '../../contract/meeting'
import type { Staff } from '../../contract/organization'
import type { Id, Instant } from '../../contract/values'
import type { Person } from '../account/rules/person'
import { cardOf } from '../demand/view'
import { staffOf, type Roster } from '../organization/rules/roster'
import type { MatterRow } from './agenda'
import { holds, maySettle } from './rules/access'
import { agendaOf } from './rules/agenda'
import { outcomesFrom } from './rules/outcome'
import type { HeldMeeting, ResolutionRow } from './store'

export function resolutionOf(row: ResolutionRow, roster: Roster, person: Person): Resolution {
  const { id, meetingId, day, seq, why, demandId, title, facts, outcome, words, dueOn, at } = row
  return {
    id, meetingId, day, seq, why, demandId, title, facts, outcome, words, dueOn, at,
    owner: row.ownerId === null ? null : staffOf(roster, row.ownerId),
    settled: row.settled === null ? null : { how: row.settled, at: row.settledAt!, words: row.settledWords ?? '' },
    maySettle: maySettle(person, row),
  }
}

/** Counted one by one: what was decided about a demand stands for those joined to it, which keep a place of their own. */
export function resolutionsOf(rows: readonly ResolutionRow[], roster: Roster, person: Person): Resolution[] {
  return rows.map((row, index) => resolutionOf({ ...row, seq: index + 1 }, roster, person))
}

export interface Before {
  matters: readonly MatterRow[]
  follows: readonly ResolutionRow[]
  resolutions: readonly ResolutionRow[]
}

/** What is before the meeting. A demand of the reader’s own is decided by somebody else. */
export function agendaFor(before: Before, { person, roster, now, open }: { person: Person; roster: Roster; now: Instant; open: boolean }): AgendaItem[] {
  const decided = new Set(before.resolutions.flatMap((one) => (one.demandId !== null && one.followOf === null ? [one.demandId] : [])))
  const decides = open && holds(person, roster.committeeId)
  return agendaOf(before.follows.map((row) => ({ ...row, dueOn: row.dueOn! })), before.matters, decided).map(({ id, reasons, matter, follows }) => ({
    id,
    reasons,
    title: matter?.title ?? follows[0]!.title,
    demand: matter && cardOf(matter, person, now),
    words: matter?.words ?? null,
    follows: follows.map((follow) => resolutionOf(follow, roster, person)),
    outcomes: decides && matter && matter.filedBy !== person.accountId ? outcomesFrom(matter.status) : [],
  }))
}

export interface Held {
  committeeId: Id
  time: MeetingTime
  meeting: HeldMeeting
}

/** What a held meeting says of itself; agenda, people and what is carried over are for the one who asks. */
export function heldMeeting({ committeeId, time, meeting }: Held, roster: Roster, person: Person): Omit<Meeting, 'agenda' | 'resolutions' | 'carried' | 'people' | 'chairs'> {
  return {
    committeeId,
    id: meeting.id,
    day: meeting.day,
    time,
    state: meeting.state,
    chair: staffOf(roster, meeting.chairId),
    present: staffNamed(roster, meeting.present),
    cameLater: meeting.present.flatMap((accountId) => (meeting.cameLater[accountId] ? [{ accountId, at: meeting.cameLater[accountId] }] : [])),
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    steps: meeting.state === 'open' && holds(person, committeeId) ? ['resolve', 'close', 'setPresent'] : [],
  }
}

export function staffNamed(roster: Roster, ids: readonly Id[]): Staff[] {
  return ids.map((id) => staffOf(roster, id))
}

/** Director and secretary. */
export function chairsOf(roster: Roster): Id[] {
  return [...(roster.directorId === null ? [] : [roster.directorId]), ...roster.secretaryIds]
}
