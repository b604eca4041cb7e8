/** Demands that are worked on together. Who is joined to whom is written by the functions of migrations/0160 alone; these call them. */
import type { DemandStatus } from '../../contract/demand/life'
import type { DemandKind, Visibility } from '../../contract/demand/said'
import type { Doubt } from '../../contract/safety'
import type { NoticeAbout } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { WorkingCalendar } from '../organization/rules/calendar'
import type { CommitteeRef } from '../organization/store'
import { newId, type PersonRequest } from '../runtime/request'
import type { Candidate } from './rules/alike'
import { clockColumns, type Clock } from './rules/deadline'
import type { LaterStep } from './rules/lifecycle'
import { reaches } from './rules/together'
import { firstLetters } from './rules/title'
import type { LockedDemand } from './store'

/** One that is joined to a lead and worked on there. */
export interface Joined {
  demandId: Id
  filedBy: Id | null
  title: string
}

/** Locks a demand with its lead and all joined to either, always in the same order. Returns what is worked on with it, by id. */
export function holdGroup(tx: Tx, committee: CommitteeRef, demandId: Id): Promise<Joined[]> {
  return tx.run(sql<Joined>`select demand_id as "demandId", filed_by as "filedBy", title from app.hold_group(${committee}, ${demandId})`)
}

export interface Lead {
  id: Id
  number: string
  /** Still open, so that others may be joined to it. */
  open: boolean
  ownerId: Id
  title: string
  dueAt: Instant
}

/** Locks the lead meant by `wanted`, with what is to join it. Undefined for one who may not know of it. */
export async function holdLead(tx: Tx, meant: { committeeId: Id; joining: Id | null; wanted: Id; asNeighbour: boolean }): Promise<Lead | undefined> {
  const [lead] = await tx.run(sql<Lead>`
    select id, number, open, owner_id as "ownerId", title, due_at as "dueAt" from app.hold_lead(${meant.committeeId}, ${meant.joining}, ${meant.wanted}, ${meant.asNeighbour})`)
  return lead
}

/** A clock as the functions of the database take it over from one demand to another. */
function clockOf(calendar: WorkingCalendar, clock: Clock): { dueFrom: Instant; dueDays: number | null; pauses: Clock['pauses']; dueAt: Instant; provisional: boolean } {
  const { due_at: dueAt, provisional } = clockColumns(calendar, clock)
  return { dueFrom: clock.from, dueDays: clock.days, pauses: clock.pauses, dueAt, provisional }
}

/** The lead takes over the deadline of what joins it when that is the earlier one: joining hides no deadline. */
export function joinTo(request: PersonRequest, joining: { committeeId: Id; demandId: Id; clock: Clock }, lead: Lead, calendar: WorkingCalendar): Promise<unknown> {
  const clock = clockOf(calendar, joining.clock)
  return request.tx.run(sql`
    select app.join_demand(${joining.committeeId}, ${joining.demandId}, ${lead.id}, ${request.now}, ${clock.dueAt < lead.dueAt ? JSON.stringify(clock) : null}::jsonb, ${newId(request)})`)
}

interface Said {
  step: LaterStep
  status: DemandStatus
  text: string | undefined
  toId: Id | undefined
  toName: string | undefined
  resolutionId: Id | undefined
  /** Who says or does it. */
  by: Id
  /** Why nobody may read the words yet, where the step stands all the same. */
  doubt?: Doubt | null
}

/** What is said or done about a lead, in the thread of each that is joined to it. */
export function passOn(request: PersonRequest, row: LockedDemand, joined: readonly Joined[], { step, status, text, toId, toName, resolutionId, by, doubt = null }: Said): Promise<unknown> | undefined {
  if (joined.length === 0 || !reaches(step, row.status)) return undefined
  const settled = status === 'answered' || status === 'declined' ? status : null
  return request.tx.run(sql`
    select app.pass_on(${row.committeeId}, ${row.id}, ${step}, ${request.now}, ${text ?? null}, ${toName ?? null}, ${toId ?? null}, ${settled},
      ${text === undefined ? null : firstLetters(text, 60)}, ${joined.map(() => newId(request))}::uuid[],
      ${resolutionId ?? null}, ${resolutionId === undefined ? [] : joined.map(() => newId(request))}::uuid[], ${by}, ${doubt})`)
}

/** Notices to those who filed what is joined: the same that whoever filed the lead is told. */
export function tellJoined(row: LockedDemand, joined: readonly Joined[], { step, by }: Pick<Said, 'step' | 'by'>, tell: readonly { toId: Id | null; about: NoticeAbout }[], fromName: string) {
  const about = reaches(step, row.status) ? tell.find((one) => one.toId === row.filedBy)?.about : undefined
  return about === undefined ? [] : joined.flatMap(({ demandId, filedBy, title }) => (filedBy === null || filedBy === by || filedBy === row.filedBy ? [] : [{ toId: filedBy, about, subjectId: demandId, title, fromName }]))
}

/**
 * What a step does to who is joined to whom, after the status is written: who leaves a lead counts with it no longer; a lead that was not
 * solved goes on alone; a lead that is withdrawn or moves away leaves another of them to lead, with the clock as it runs.
 */
export function regroup(request: PersonRequest, row: LockedDemand, step: LaterStep, clock: Clock, calendar: WorkingCalendar): Promise<unknown> | undefined {
  const { committeeId, id, leadId, followers } = row
  const { tx, now } = request
  if (leadId !== null && (step === 'separate' || step === 'withdraw' || step === 'notSolved')) return tx.run(sql`select app.leave_lead(${committeeId}, ${id})`)
  if (followers === 0) return undefined
  if (step === 'notSolved') return tx.run(sql`select app.leave_followers(${committeeId}, ${id})`)
  if (step === 'withdraw' || step === 'move') return tx.run(sql`select app.succeed_lead(${committeeId}, ${id}, ${now}, ${JSON.stringify(clockOf(calendar, clock))}::jsonb, ${newId(request)})`)
  return undefined
}

export interface AlikeRow extends Candidate {
  neighbours: number
  dueAt: Instant | null
  provisional: boolean
}

export const lookAlikesRead = 200

/** What neighbours said in this committee's area and let neighbours see, newest first, at most `lookAlikesRead`; nothing for one who does not live there. */
export function listLookAlikes(tx: Tx, committeeId: Id): Promise<AlikeRow[]> {
  return tx.run(sql<AlikeRow>`
    select demand_id as "demandId", title, place, kind, category, filed_at as "filedAt", neighbours, due_at as "dueAt", provisional, same_building as "sameBuilding" from app.look_alikes(${committeeId})`)
}

export interface JoinCandidateRow extends Candidate {
  number: string
  from: string
  followers: number
  dueAt: Instant
  working: boolean
  visibility: Visibility
}

const fromWords = sql`concat_ws(' ', h.label, d.filer_name)`

/** Open demands of the committee that the reader serves and this one could be joined to, private ones too, newest first, at most 200. */
export function listJoinCandidates(tx: Tx, { committeeId, demandId, me }: { committeeId: Id; demandId: Id; me: Id }): Promise<JoinCandidateRow[]> {
  return tx.run(sql<JoinCandidateRow>`
    select d.id as "demandId", d.number, d.title, d.place, d.kind, d.category, d.filed_at as "filedAt", d.followers, d.due_at as "dueAt", d.working, d.visibility, ${fromWords} as "from",
      coalesce(h.building_id = (select o.building_id from demand m join household o on o.committee_id = m.committee_id and o.id = m.household_id
        where m.committee_id = ${committeeId} and m.id = ${demandId}), false) as "sameBuilding"
    from demand d left join household h on h.committee_id = d.committee_id and h.id = d.household_id
    where d.committee_id = ${committeeId} and d.id <> ${demandId} and d.lead_id is null and not d.resting and d.status <> 'answered' and d.about = 'community'
      and d.filed_by is distinct from ${me}
    order by d.filed_at desc, d.id desc limit 200`)
}

export interface JoinedRow {
  id: Id
  number: string
  title: string
  from: string
  kind: DemandKind
  status: DemandStatus
  visibility: Visibility
  filedAt: Instant
  joinedAt: Instant
}

/** What is joined to a lead, in the order of joining, `limit` + 1 at most. */
export function listJoined(tx: Tx, query: { committeeId: Id; demandId: Id; after: [Instant, Id] | null; limit: number }): Promise<JoinedRow[]> {
  const [at, id] = query.after ?? [null, null]
  return tx.run(sql<JoinedRow>`
    select d.id, d.number, d.title, d.kind, d.status, d.visibility, d.filed_at as "filedAt", d.joined_at as "joinedAt", ${fromWords} as "from"
    from demand d left join household h on h.committee_id = d.committee_id and h.id = d.household_id
    where d.committee_id = ${query.committeeId} and d.lead_id = ${query.demandId} and (${at}::timestamptz is null or (d.joined_at, d.id) > (${at}::timestamptz, ${id}::uuid))
    order by d.joined_at, d.id limit ${query.limit + 1}`)
}
