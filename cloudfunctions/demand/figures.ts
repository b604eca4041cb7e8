/** Counts of matters for one committee; never of people. Each equals a recount of the rows. */
import { sql } from 'kysely'
import type { DemandKind } from '../../contract/demand'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'

export interface OverviewFigures {
  awaitingContact: number
  late: number
  dueToday: number
  desk: number
  open: number
  /** Of those that came to rest since `since`. */
  solved: number
  withdrawn: number
  closed: number
}

export async function countOverview(tx: Tx, query: { committeeId: Id; now: Instant; endOfDay: Instant; since: Instant }): Promise<OverviewFigures> {
  const [open, rest] = await Promise.all([
    tx.one(sql<Pick<OverviewFigures, 'awaitingContact' | 'late' | 'dueToday' | 'desk' | 'open'>>`
      select count(*) as open,
        count(*) filter (where contacted_at is null and working) as "awaitingContact",
        count(*) filter (where (working or status = 'asked') and due_at < least(${query.now}::timestamptz, asked_at)) as late,
        count(*) filter (where due_at >= ${query.now} and due_at < ${query.endOfDay} and working) as "dueToday",
        count(*) filter (where block_id is null) as desk
      from demand where committee_id = ${query.committeeId} and not resting`),
    tx.one(sql<Pick<OverviewFigures, 'solved' | 'withdrawn' | 'closed'>>`
      select count(*) as closed, count(*) filter (where status = 'closed') as solved, count(*) filter (where status = 'withdrawn') as withdrawn
      from demand where committee_id = ${query.committeeId} and resting and last_at >= ${query.since}`),
  ])
  return { ...open, ...rest }
}

/** Filed since `since`, largest first. */
export function countKinds(tx: Tx, committeeId: Id, since: Instant): Promise<{ kind: DemandKind; count: number }[]> {
  return tx.run(sql<{ kind: DemandKind; count: number }>`
    select kind, count(*) as count from demand where committee_id = ${committeeId} and filed_at >= ${since} group by kind order by count(*) desc, kind`)
}
