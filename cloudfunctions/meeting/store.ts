/** Meetings, what they decided, and who sees to it. Row security leaves each reader what concerns demands they may see. */
import type { MeetingTime, Outcome, ResolutionWhy } from '../../contract/meeting'
import { Refusal } from '../../contract/refusal'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { defaultTime } from './rules/when'

export interface HeldMeeting {
  id: Id
  day: Day
  state: 'open' | 'closed'
  chairId: Id
  present: Id[]
  /** Those of them who came after the opening. */
  cameLater: Record<Id, Instant>
  openedAt: Instant
  closedAt: Instant | null
  carried: Id[]
}

const meetingColumns = sql`id, day, state, chair_id as "chairId", present, came_later as "cameLater", opened_at as "openedAt", closed_at as "closedAt", carried`

/** @throws Refusal `NotFound` */
export async function getMeeting(tx: Tx, committeeId: Id, meetingId: Id): Promise<HeldMeeting> {
  const [row] = await tx.run(sql<HeldMeeting>`select ${meetingColumns} from meeting where committee_id = ${committeeId} and id = ${meetingId}`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export async function findOpenMeeting(tx: Tx, committeeId: Id): Promise<HeldMeeting | undefined> {
  return (await tx.run(sql<HeldMeeting>`select ${meetingColumns} from meeting where committee_id = ${committeeId} and state = 'open'`))[0]
}

/** The open meeting, held until the transaction ends, so that what is decided there is decided one after the other. @throws Refusal `NotFound`, `WrongStep` once it is closed */
export async function lockMeeting(tx: Tx, committeeId: Id, meetingId: Id): Promise<HeldMeeting> {
  const [[open]] = await Promise.all([
    tx.run(sql<HeldMeeting>`select ${meetingColumns} from meeting where committee_id = ${committeeId} and id = ${meetingId} and state = 'open' for update`),
    getMeeting(tx, committeeId, meetingId),
  ])
  if (!open) throw new Refusal('WrongStep')
  return open
}

/** Whichever is open now, held likewise. @throws Refusal `WrongStep` where none is */
export async function lockOpenMeeting(tx: Tx, committeeId: Id): Promise<HeldMeeting> {
  const [open] = await tx.run(sql<HeldMeeting>`select ${meetingColumns} from meeting where committee_id = ${committeeId} and state = 'open' for update`)
  if (!open) throw new Refusal('WrongStep')
  return open
}

export interface Sitting {
  time: MeetingTime
  /** Day of the meeting that is open now. */
  openDay: Day | null
  /** Day of the last meeting opened. */
  lastHeld: Day | null
}

/** What the next meeting's day is worked out from. */
export async function getSitting(tx: Tx, committeeId: Id): Promise<Sitting> {
  const row = await tx.one(sql<{ weekday: number | null; minute: number | null; openDay: Day | null; lastHeld: Day | null }>`
    select t.weekday, t.minute, (select day from meeting where committee_id = ${committeeId} and state = 'open') as "openDay",
      (select day from meeting where committee_id = ${committeeId} order by day desc, id desc limit 1) as "lastHeld"
    from (select) one left join meeting_time t on t.committee_id = ${committeeId}`)
  return { time: row.weekday === null ? defaultTime : { weekday: row.weekday, minute: row.minute! }, openDay: row.openDay, lastHeld: row.lastHeld }
}

export async function setMeetingTime(tx: Tx, committeeId: Id, { weekday, minute }: MeetingTime): Promise<void> {
  await tx.run(sql`
    insert into meeting_time (committee_id, weekday, minute) values (${committeeId}, ${weekday}, ${minute})
    on conflict (committee_id) do update set weekday = excluded.weekday, minute = excluded.minute`)
}

/** Those who hold a post there now. */
export async function listServing(tx: Tx, committeeId: Id, now: Instant): Promise<Id[]> {
  const rows = await tx.run(sql<{ accountId: Id }>`
    select distinct account_id as "accountId" from post where committee_id = ${committeeId} and since <= ${now} and (until is null or until > ${now})`)
  return rows.map((row) => row.accountId)
}

/** @returns false where one is open already */
export async function openMeeting(tx: Tx, meeting: { committeeId: Id; id: Id; day: Day; chairId: Id; present: readonly Id[]; at: Instant }): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into meeting (committee_id, id, day, state, chair_id, present, opened_at)
    values (${meeting.committeeId}, ${meeting.id}, ${meeting.day}, 'open', ${meeting.chairId}, ${meeting.present}::uuid[], ${meeting.at})
    on conflict do nothing returning id`)
  return rows.length === 1
}

/** The meeting is held by `lockMeeting`. */
export async function setPresent(tx: Tx, meeting: { committeeId: Id; id: Id; present: readonly Id[]; cameLater: Record<Id, Instant> }): Promise<void> {
  await tx.run(sql`
    update meeting set present = ${meeting.present}::uuid[], came_later = ${JSON.stringify(meeting.cameLater)}::jsonb
    where committee_id = ${meeting.committeeId} and id = ${meeting.id} and state = 'open'`)
}

export async function closeMeeting(tx: Tx, meeting: { committeeId: Id; id: Id; at: Instant; carried: readonly Id[] }): Promise<void> {
  await tx.run(sql`
    update meeting set state = 'closed', closed_at = ${meeting.at}, carried = ${meeting.carried}::uuid[]
    where committee_id = ${meeting.committeeId} and id = ${meeting.id} and state = 'open'`)
}

export interface MeetingRow { id: Id; day: Day; state: 'open' | 'closed'; chairId: Id; decided: number; open: number }

/** Newest first, `limit` + 1 at most; counts what the reader may see. */
export function listMeetings(tx: Tx, query: { committeeId: Id; before: [Day, Id] | null; limit: number }): Promise<MeetingRow[]> {
  return tx.run(sql<MeetingRow>`
    select m.id, m.day, m.state, m.chair_id as "chairId", count(r.id) as decided, count(r.id) filter (where r.owner_id is not null and r.settled is null) as open
    from (
      select * from meeting where committee_id = ${query.committeeId}
        and (${query.before?.[0] ?? null}::date is null or (day, id) < (${query.before?.[0] ?? null}::date, ${query.before?.[1] ?? null}::uuid))
      order by day desc, id desc limit ${query.limit + 1}) m
    left join resolution r on r.committee_id = m.committee_id and r.meeting_id = m.id and r.of_lead is null
    group by m.id, m.day, m.state, m.chair_id order by m.day desc, m.id desc`)
}

export interface ResolutionRow {
  committeeId: Id
  id: Id
  meetingId: Id
  demandId: Id | null
  seq: number
  day: Day
  why: ResolutionWhy
  title: string
  facts: string
  outcome: Outcome
  words: string
  ownerId: Id | null
  dueOn: Day | null
  at: Instant
  settled: 'done' | 'moved' | null
  settledAt: Instant | null
  settledWords: string | null
  /** The one this goes on from, because it was not seen to. */
  followOf: Id | null
}

const resolutionColumns = sql`
  committee_id as "committeeId", id, meeting_id as "meetingId", demand_id as "demandId", seq, day, why, title, facts, outcome, words, owner_id as "ownerId", due_on as "dueOn", at,
  settled, settled_at as "settledAt", settled_words as "settledWords", follow_of as "followOf"`

/** In the order they were decided. */
export function listResolutions(tx: Tx, committeeId: Id, meetingId: Id | Statement<Id>): Promise<ResolutionRow[]> {
  return tx.run(sql<ResolutionRow>`select ${resolutionColumns} from resolution where committee_id = ${committeeId} and meeting_id = ${meetingId} and of_lead is null order by seq`)
}

/** Settled while a meeting sat, in that order. */
export function listSettled(tx: Tx, committeeId: Id, meetingId: Id): Promise<ResolutionRow[]> {
  return tx.run(sql<ResolutionRow>`
    select ${resolutionColumns} from resolution r where committee_id = ${committeeId} and settled is not null and meeting_id <> ${meetingId}
      and exists (select from meeting m where m.committee_id = ${committeeId} and m.id = ${meetingId} and r.settled_at between m.opened_at and coalesce(m.closed_at, 'infinity'))
    order by settled_at, id`)
}

export const openMeetingId = (committeeId: Id): Statement<Id> => sql<Id>`(select id from meeting where committee_id = ${committeeId} and state = 'open')`

/** What earlier meetings gave somebody to see to, and nobody has said yet that it was seen to. */
export function listFollows(tx: Tx, committeeId: Id): Promise<ResolutionRow[]> {
  return tx.run(sql<ResolutionRow>`
    select ${resolutionColumns} from resolution where committee_id = ${committeeId} and owner_id is not null and settled is null
      and meeting_id is distinct from ${openMeetingId(committeeId)} order by due_on, id`)
}

/** The demands a meeting spoke of, with the names of those concerned, for striking them out. */
export function listNamed(tx: Tx, committeeId: Id, meetingId: Id): Promise<{ demandId: Id; number: string; names: string[] }[]> {
  return tx.run(sql<{ demandId: Id; number: string; names: string[] }>`
    select d.id as "demandId", d.number,
      array[d.filer_name] || array(select r.name from resident r where r.committee_id = d.committee_id and r.household_id = d.household_id and r.left_at is null) as names
    from demand d where d.committee_id = ${committeeId} and d.id in (
      select r.demand_id from resolution r join meeting m on m.committee_id = r.committee_id and m.id = ${meetingId}
      where r.committee_id = ${committeeId} and (r.meeting_id = m.id or r.settled_at between m.opened_at and coalesce(m.closed_at, 'infinity')))`)
}

/** The follow-up, and whether it is still open and held until the transaction ends. @throws Refusal `NotFound` */
export async function lockFollow(tx: Tx, committeeId: Id, resolutionId: Id): Promise<ResolutionRow & { round: number | null; held: boolean }> {
  const here = sql`from resolution where committee_id = ${committeeId} and id = ${resolutionId}`
  const [locked, [row]] = await Promise.all([
    tx.run(sql`select id ${here} and settled is null for update`),
    tx.run(sql<ResolutionRow & { round: number | null }>`select ${resolutionColumns}, round ${here}`),
  ])
  if (!row) throw new Refusal('NotFound')
  return { ...row, held: locked.length > 0 }
}

export async function settleFollow(tx: Tx, follow: { committeeId: Id; id: Id; how: 'done' | 'moved'; at: Instant; words: string; by: Id }): Promise<void> {
  await tx.run(sql`
    update resolution set settled = ${follow.how}, settled_at = ${follow.at}, settled_words = ${follow.words}, settled_by = ${follow.by}
    where committee_id = ${follow.committeeId} and id = ${follow.id} and settled is null`)
}

/** What was said about a demand before it came to this meeting, and whether the meeting decided about it already. */
export interface Standing { decided: boolean; followed: boolean; bounced: boolean }

export async function getStanding(tx: Tx, { committeeId, meetingId, demandId }: { committeeId: Id; meetingId: Id; demandId: Id }): Promise<Standing> {
  return tx.one(sql<Standing>`
    select exists (select from resolution where committee_id = ${committeeId} and meeting_id = ${meetingId} and demand_id = ${demandId} and follow_of is null) as decided,
      exists (select from resolution where committee_id = ${committeeId} and demand_id = ${demandId} and meeting_id <> ${meetingId} and owner_id is not null and settled is null) as followed,
      exists (select from demand_entry where committee_id = ${committeeId} and demand_id = ${demandId} and step = 'bounce') as bounced`)
}

export interface NewResolution {
  committeeId: Id
  id: Id
  meetingId: Id
  demandId: Id | null
  /** How often the resident had said “not solved”; null without a demand. */
  round: number | null
  day: Day
  why: ResolutionWhy
  title: string
  facts: string
  outcome: Outcome
  words: string
  ownerId: Id | null
  dueOn: Day | null
  at: Instant
  byId: Id
  followOf: Id | null
}

/** The next of its meeting; the meeting is held by `lockMeeting`. @returns its place */
export async function insertResolution(tx: Tx, one: NewResolution): Promise<number> {
  const { seq } = await tx.one(sql<{ seq: number }>`
    insert into resolution (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, owner_id, due_on, at, by_id, follow_of)
    values (${one.committeeId}, ${one.id}, ${one.meetingId}, ${one.demandId}, ${one.round},
      (select coalesce(max(seq), 0) + 1 from resolution where committee_id = ${one.committeeId} and meeting_id = ${one.meetingId}),
      ${one.day}, ${one.why}, ${one.title}, ${one.facts}, ${one.outcome}, ${one.words}, ${one.ownerId}, ${one.dueOn}, ${one.at}, ${one.byId}, ${one.followOf})
    returning seq`)
  return seq
}

export async function insertFundIdea(tx: Tx, idea: { committeeId: Id; id: Id; resolutionId: Id; demandId: Id | null; title: string; words: string; at: Instant }): Promise<void> {
  await tx.run(sql`
    insert into fund_idea (committee_id, id, resolution_id, demand_id, title, words, at)
    values (${idea.committeeId}, ${idea.id}, ${idea.resolutionId}, ${idea.demandId}, ${idea.title}, ${idea.words}, ${idea.at})`)
}

/** Where a notice about a decision leads: to its demand, else to the meeting. */
export function subjectOf(one: { committeeId: Id; demandId: Id | null; meetingId: Id; title: string }) {
  const subject = one.demandId === null ? ({ subject: 'meeting', subjectId: one.meetingId } as const) : ({ subject: 'demand', subjectId: one.demandId } as const)
  return { committeeId: one.committeeId, ...subject, title: one.title }
}
