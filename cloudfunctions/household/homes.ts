/** A household as a whole: split, merged, moved out, and how that is taken back. The database moves the rows (0260); here is who and why. */
import type { HouseholdWish, Tenure } from '../../contract/archive'
import type { HomeChange, HomeChangeKind, HomeChangeSource } from '../../contract/home'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { NoticeAbout } from '../../contract/notice'
import { leaderPresence, type Roster } from '../organization/rules/roster'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { nameOf, type HistoryPlace, type PersonRow } from './archive'
import type { HomePlace } from './rules/archive'

export interface WholeHome extends HomePlace {
  label: string
  buildingId: Id
  room: string
  version: number
  live: boolean
  tenure: Tenure
  wish: HouseholdWish
}

/** Held, in one order everywhere, until the transaction ends; those the reader may not change are missing. */
export function lockHomes(tx: Tx, committeeId: Id, householdIds: readonly Id[]): Promise<WholeHome[]> {
  return tx.run(sql<WholeHome>`
    select h.committee_id as "committeeId", h.id as "householdId", h.block_id as "blockId", h.building_id as "buildingId", h.room, h.label, h.version, h.live, h.tenure,
      jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never, 'language', h.language) as wish
    from household h where h.committee_id = ${committeeId} and h.id = any (${householdIds}::uuid[]) order by h.id for update of h`)
}

interface Why { changeId: Id; source: HomeChangeSource; why: string; at: Instant }

async function done(tx: Tx, statement: ReturnType<typeof sql<{ done: boolean }>>): Promise<void> {
  if (!(await tx.one(statement)).done) throw new Refusal('NotFound')
}

/** @throws Refusal `NotFound` when row security does not let this person */
export function splitHome(tx: Tx, { committeeId, householdId }: HomePlace, { residentIds, freshId, room, changeId, source, why, at }: Why & { residentIds: readonly Id[]; freshId: Id; room: string }): Promise<void> {
  return done(tx, sql`select app.split_home(${committeeId}, ${householdId}, ${residentIds}::uuid[], ${freshId}, ${room}, ${changeId}, ${source}, ${why}, ${at}) as done`)
}

export function mergeHomes(tx: Tx, { committeeId, householdId }: HomePlace, { otherId, wish, tenure, changeId, source, why, at }: Why & { otherId: Id; wish: HouseholdWish; tenure: Tenure }): Promise<void> {
  return done(tx, sql`select app.merge_homes(${committeeId}, ${householdId}, ${otherId}, ${changeId}, ${JSON.stringify(wish)}::jsonb, ${tenure}, ${source}, ${why}, ${at}) as done`)
}

export function moveOut(tx: Tx, { committeeId, householdId }: HomePlace, { freshId, changeId, source, why, at }: Why & { freshId: Id }): Promise<void> {
  return done(tx, sql`select app.move_out(${committeeId}, ${householdId}, ${freshId}, ${changeId}, ${source}, ${why}, ${at}) as done`)
}

/** @throws Refusal `NotFound`, `WrongStep` when it is too late or something came after, `RoomTaken` */
export async function undoHomeChange(tx: Tx, { committeeId, changeId, why, at }: { committeeId: Id; changeId: Id; why: string; at: Instant }): Promise<void> {
  const { outcome } = await tx.one(sql<{ outcome: 'undone' | 'notFound' | 'late' | 'moved' | 'taken' }>`select app.undo_home_change(${committeeId}, ${changeId}, ${why}, ${at}) as outcome`)
  if (outcome !== 'undone') throw new Refusal(outcome === 'notFound' ? 'NotFound' : outcome === 'taken' ? 'RoomTaken' : 'WrongStep')
}

export async function isRoomTaken(tx: Tx, committeeId: Id, householdId: Id, room: string): Promise<boolean> {
  return (await tx.run(sql`
    select from household h join household o on o.committee_id = h.committee_id and o.building_id = h.building_id and o.live
    where h.committee_id = ${committeeId} and h.id = ${householdId} and o.room = ${room}`)).length > 0
}

export type HomeChangeRow = Omit<HomeChange, 'steps'> & { committeeId: Id; blockId: Id; kind: HomeChangeKind; /** Nothing came after it to either household. */ last: boolean }

const homeChanges = sql`
  select c.committee_id as "committeeId", c.id, c.kind, c.household_id as "householdId", c.block_id as "blockId", c.label, c.other_id as "otherId", c.other_label as "otherLabel", c.people, c.source, c.why, c.at, ${nameOf(sql`c.by_id`, sql`c`)} as by,
    case when c.undone_at is not null then jsonb_build_object('at', to_char(c.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${nameOf(sql`c.undone_by`, sql`c`)}, 'why', c.undone_why) end as undone,
    not exists (select from home_change l where l.committee_id = c.committee_id and l.undone_at is null and (l.at, l.id) > (c.at, c.id)
      and (l.household_id in (c.household_id, c.other_id) or l.other_id in (c.household_id, c.other_id))) as last
  from home_change c`

/** Newest first. @param after the place of the last one read */
export function listHomeChanges(tx: Tx, committeeId: Id, householdId: Id, { limit, after = null }: { limit: number; after?: HistoryPlace }): Promise<HomeChangeRow[]> {
  const [at, id] = after ?? [null, null]
  return tx.run(sql<HomeChangeRow>`
    ${homeChanges} where c.committee_id = ${committeeId} and (c.household_id = ${householdId} or c.other_id = ${householdId})
      and (${at}::timestamptz is null or (c.at, c.id) < (${at}::timestamptz, ${id}::uuid)) order by c.at desc, c.id desc limit ${limit}`)
}

export async function findHomeChange(tx: Tx, committeeId: Id, changeId: Id): Promise<HomeChangeRow | undefined> {
  return (await tx.run(sql<HomeChangeRow>`${homeChanges} where c.committee_id = ${committeeId} and c.id = ${changeId}`))[0]
}

/** Accounts of either household, and of whoever left with the change. */
export function listConcerned(tx: Tx, committeeId: Id, changeId: Id): Promise<{ accountId: Id | null }[]> {
  return tx.run(sql<{ accountId: Id | null }>`
    select r.account_id as "accountId" from home_change c join resident r on r.committee_id = c.committee_id and r.household_id in (c.household_id, c.other_id) where c.committee_id = ${committeeId} and c.id = ${changeId}
    union select d.account_id from home_change c join departure d on d.committee_id = c.committee_id and d.household_id = c.household_id and d.at = c.at where c.committee_id = ${committeeId} and c.id = ${changeId} and c.kind = 'moveOut'`)
}

/** Everybody concerned, and the leader of the block, but for whoever did it. */
export function toldOf(people: readonly Pick<PersonRow, 'accountId'>[], { roster, blockId, me, now }: { roster: Roster; blockId: Id; me: Id; now: Instant }): Id[] {
  const leader = leaderPresence(roster, blockId, now)?.staff.accountId ?? null
  return [...new Set([...people.map(({ accountId }) => accountId), leader])].filter((one): one is Id => one !== null && one !== me)
}

export const aboutOf: Record<HomeChangeKind, NoticeAbout> = { split: 'homeSplit', merge: 'homeMerged', moveOut: 'homeMovedOut' }
