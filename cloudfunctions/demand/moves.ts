/** Demands that change hands without anybody's step on them: found and held, moved with a line in their history, told to who has them now and who filed them. */
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { queueNotices } from '../notice/store'
import type { Roster } from '../organization/rules/roster'
import type { Movable, Move } from './rules/moves'

/** Open demands, and what is joined to them, held until the transaction ends; in the order of their ids, so that two who hold many never wait for each other. */
function lockMovable(tx: Tx, committeeId: Id, where: Statement<unknown>): Promise<Movable[]> {
  return tx.run(sql<Movable>`
    select d.id, d.title, d.owner_id as "ownerId", d.lent_from as "lentFrom", d.block_id as "blockId", d.filed_by as "filedBy", d.kept_from as "keptFrom", l.id as "leadId", l.owner_id as "leadOwnerId"
    from demand d left join demand l on l.committee_id = d.committee_id and l.id = d.lead_id and not l.resting
    where d.committee_id = ${committeeId} and not d.resting
      and (${where} or d.lead_id in (select d.id from demand d where d.committee_id = ${committeeId} and not d.resting and ${where})) order by d.id for update of d`)
}

/** What somebody has in hand; `untaken`: only what reached them while away: new, or back from rest. */
export function lockOwned(tx: Tx, committeeId: Id, accountId: Id, { untaken = false } = {}): Promise<Movable[]> {
  return lockMovable(tx, committeeId, untaken ? sql`d.owner_id = ${accountId} and d.status in ('submitted', 'reopened')` : sql`d.owner_id = ${accountId}`)
}

/** What stand-ins have of the one whose leave this is; nothing for a leave that is not one's own to end. */
export function lockLent(tx: Tx, committeeId: Id, leaveId: Id): Promise<Movable[]> {
  return tx.run(sql<Movable>`select * from app.lent_demands(${committeeId}, ${leaveId})`)
}

/** What those who hold some posts have in hand or have lent. */
export function lockOfPosts(tx: Tx, committeeId: Id, posts: Statement<unknown>): Promise<Movable[]> {
  const holders = sql`(select account_id from post where committee_id = ${committeeId} and until is null and ${posts})`
  return lockMovable(tx, committeeId, sql`(d.owner_id in ${holders} or d.lent_from in ${holders})`)
}

const withoutPost = sql`not exists (select from post p where p.committee_id = d.committee_id and p.account_id = d.owner_id and p.until is null)`

/** Committees in which something open is with somebody who holds no post any more: closed with them, and taken up again by the resident. */
export async function findOwnerless(tx: Tx): Promise<Id[]> {
  const rows = await tx.run(sql<{ committeeId: Id }>`select distinct committee_id as "committeeId" from demand d where not resting and ${withoutPost}`)
  return rows.map((row) => row.committeeId)
}

export function lockOwnerless(tx: Tx, committeeId: Id): Promise<Movable[]> {
  return lockMovable(tx, committeeId, withoutPost)
}

export interface Moving {
  tx: Tx
  committeeId: Id
  now: Instant
  newId: () => Id
  roster: Roster
}

/** Tells who has it now and who filed it; sent while the actor sees the demand. */
function tell({ tx, committeeId, now, newId, roster }: Moving, moves: readonly Move[], me: Id | null): Promise<unknown> {
  return Promise.all(moves.map(({ demand, toId }) => {
    const fromName = roster.staff.get(toId)?.name ?? null
    const told = [toId, demand.filedBy].filter((id): id is Id => id !== null && id !== me)
    return queueNotices(tx, { committeeId, subject: 'demand', subjectId: demand.id, title: demand.title, at: now }, told.map((toId_) => ({ id: newId(), toId: toId_, about: 'demandMoved', fromName })))
  }))
}

function asJson(newId: () => Id, moves: readonly Move[]): string {
  return JSON.stringify(moves.map(({ demand, toId, lentFrom, reason }) => ({ demand: demand.id, old: demand.ownerId, new: toId, lent: lentFrom, entry: newId(), reason })))
}

const counted = async (rows: Promise<{ moved: number }[]>, wanted: number) => {
  const [row] = await rows
  if (row?.moved !== wanted) throw new Error(`${wanted} demands were to move, ${row?.moved} did`)
}

/** Leave begins, or ends: `back`. What is held moves whole, or nothing does. */
export async function moveByLeave(moving: Moving, leaveId: Id, moves: readonly Move[], { back, me }: { back: boolean; me: Id | null }): Promise<void> {
  const { tx, committeeId, now, newId } = moving
  // Whose leave begins may not see them afterwards, whose leave ends did not before.
  await Promise.all([
    back ? undefined : tell(moving, moves, me),
    counted(tx.run(sql<{ moved: number }>`select app.leave_moves(${committeeId}, ${leaveId}, ${now}, ${asJson(newId, moves)}::jsonb, ${back}) as moved`), moves.length),
    back ? tell(moving, moves, me) : undefined,
  ])
}

/** As the timer. */
export async function moveOwnerless(moving: Moving, moves: readonly Move[]): Promise<void> {
  const { tx, committeeId, now, newId } = moving
  await Promise.all([
    tell(moving, moves, null),
    counted(tx.run(sql<{ moved: number }>`select app.ownerless_moves(${committeeId}, ${now}, ${asJson(newId, moves)}::jsonb) as moved`), moves.length),
  ])
}

/** Posts or blocks have changed; afterwards everything open has an owner who holds a post, and there is as much of it as before. */
export async function moveByPosts(moving: Moving, moves: readonly Move[], { me, before }: { me: Id; before: number }): Promise<void> {
  const { tx, committeeId, now, newId } = moving
  const [, , after] = await Promise.all([
    tell(moving, moves, me),
    counted(tx.run(sql<{ moved: number }>`select app.post_moves(${committeeId}, ${now}, ${asJson(newId, moves)}::jsonb) as moved`), moves.length),
    tx.one(sql<{ open: number }>`select app.owned_demands(${committeeId}) as open`),
  ])
  if (after.open !== before) throw new Error(`${before} open demands before, ${after.open} after`)
}

export async function countOpen(tx: Tx, committeeId: Id): Promise<number> {
  return (await tx.one(sql<{ open: number }>`select count(*) as open from demand where committee_id = ${committeeId} and not resting`)).open
}

/** Which open demands go with some buildings: those of their households that stand in a block. */
export async function demandsOfBuildings(tx: Tx, committeeId: Id, buildingIds: readonly Id[]): Promise<Set<Id>> {
  const rows = await tx.run(sql<{ id: Id }>`
    select d.id from demand d join household h on h.committee_id = d.committee_id and h.id = d.household_id
    where d.committee_id = ${committeeId} and not d.resting and d.block_id is not null and h.building_id = any(${buildingIds}::uuid[])`)
  return new Set(rows.map((row) => row.id))
}
