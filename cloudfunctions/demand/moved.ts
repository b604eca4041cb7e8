/** Demands that moved to another committee: the moving itself, and what is left to count. */
import type { DemandStatus } from '../../contract/demand/life'
import type { RouteLink } from '../../contract/demand/route'
import type { NoticeAbout } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

/** Where the filer lives in the other committee's area; undefined where they do not, or have no account. */
export async function findHomeElsewhere(tx: Tx, moving: { committeeId: Id; demandId: Id; toCommitteeId: Id }): Promise<{ householdId: Id; blockId: Id } | undefined> {
  const [home] = await tx.run(sql<{ householdId: Id; blockId: Id }>`
    select household_id as "householdId", block_id as "blockId" from app.home_elsewhere(${moving.committeeId}, ${moving.demandId}, ${moving.toCommitteeId})`)
  return home
}

export interface Move {
  committeeId: Id
  demandId: Id
  toCommitteeId: Id
  at: Instant
  reason: string
  entryId: Id
  phoneSealed: string | null
  plan: {
    status: DemandStatus
    householdId: Id | null
    blockId: Id | null
    ownerId: Id
    told: Id[]
    route: RouteLink[]
    dueAt: Instant
    provisional: boolean
    notices: { id: Id; toId: Id; about: NoticeAbout; urgent: boolean; nextAt: Instant }[]
  }
}

/**
 * One function of the database does it whole, because nobody of either committee may see both sides of it. A number goes along, sealed for
 * the committee it goes to.
 */
export async function moveDemand(tx: Tx, { committeeId, demandId, toCommitteeId, at, reason, entryId, plan, phoneSealed }: Move): Promise<void> {
  if (phoneSealed !== null) await tx.run(sql`update demand set filer_phone_sealed = ${phoneSealed} where committee_id = ${committeeId} and id = ${demandId}`)
  await tx.run(sql`select app.move_demand(${committeeId}, ${demandId}, ${toCommitteeId}, ${at}, ${reason}, ${JSON.stringify(plan)}::jsonb, ${entryId})`)
}

export interface MovedRow {
  demandId: Id
  number: string
  filedAt: Instant
  movedAt: Instant
  toCommittee: string
  by: string
  reason: string
}

/** Newest first, `limit` + 1 at most; row security leaves those of committees the reader serves whole. */
export function listMoved(tx: Tx, query: { committeeId: Id; before: [Instant, Id] | null; limit: number }): Promise<MovedRow[]> {
  const [at, id] = query.before ?? [null, null]
  return tx.run(sql<MovedRow>`
    select m.demand_id as "demandId", m.number, m.filed_at as "filedAt", m.moved_at as "movedAt", c.name as "toCommittee", s.name as "by", m.reason
    from demand_moved m join committee c on c.id = m.to_committee_id join staff s on s.committee_id = m.committee_id and s.account_id = m.by_id
    where m.committee_id = ${query.committeeId} and (${at}::timestamptz is null or (m.moved_at, m.demand_id) < (${at}::timestamptz, ${id}::uuid))
    order by m.moved_at desc, m.demand_id desc limit ${query.limit + 1}`)
}
