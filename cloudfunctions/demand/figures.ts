/** Counts of matters for one committee; never of people. Each equals a recount of the rows. */
import type { DemandCard } from '../../contract/demand/card'
import type { LateWhy } from '../../contract/demand/lists'
import type { DemandKind } from '../../contract/demand/said'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { isEscalated, isLate, lateWhy } from './cards'

export interface OverviewFigures {
  awaitingContact: number
  late: number
  dueToday: number
  desk: number
  open: number
  offered: number
  atMeeting: number
  outside: number
  moreTime: number
  escalated: number
  /** Of those that came to rest since `since`. */
  solved: number
  proxy: number
  silent: number
  declined: number
  withdrawn: number
  closed: number
}
type Rest = Pick<OverviewFigures, 'solved' | 'proxy' | 'silent' | 'declined' | 'withdrawn' | 'closed'>

export async function countOverview(tx: Tx, query: { committeeId: Id; now: Instant; endOfDay: Instant; since: Instant }): Promise<OverviewFigures> {
  const [open, rest] = await Promise.all([
    tx.one(sql<Pick<OverviewFigures, 'awaitingContact' | 'late' | 'dueToday' | 'desk' | 'open' | 'offered' | 'atMeeting' | 'outside' | 'moreTime' | 'escalated'>>`
      select count(*) as open,
        count(*) filter (where contacted_at is null and working) as "awaitingContact",
        count(*) filter (where ${isLate(query.now)}) as late,
        count(*) filter (where due_at >= ${query.now} and due_at < ${query.endOfDay} and working) as "dueToday",
        count(*) filter (where block_id is null) as desk,
        count(*) filter (where offered_to is not null) as offered,
        count(*) filter (where status = 'atMeeting') as "atMeeting",
        count(*) filter (where status = 'transferred') as outside,
        count(*) filter (where more_time_by is not null) as "moreTime",
        count(*) filter (where ${isEscalated}) as escalated
      from demand d where committee_id = ${query.committeeId} and not resting`),
    tx.one(sql<Rest>`
      select count(*) as closed, count(*) filter (where closed_how = 'confirmed') as solved, count(*) filter (where closed_how = 'proxy') as proxy,
        count(*) filter (where closed_how = 'silent') as silent, count(*) filter (where status = 'declined') as declined, count(*) filter (where status = 'withdrawn') as withdrawn
      from demand where committee_id = ${query.committeeId} and resting and last_at >= ${query.since}`),
  ])
  return { ...open, ...rest }
}

/** Filed since `since`, largest first. */
export function countKinds(tx: Tx, committeeId: Id, since: Instant): Promise<{ kind: DemandKind; count: number }[]> {
  return tx.run(sql<{ kind: DemandKind; count: number }>`
    select kind, count(*) as count from demand where committee_id = ${committeeId} and filed_at >= ${since} group by kind order by count(*) desc, kind`)
}

/** Why the late ones are late, most first; each is counted once. */
export function countLateWhy(tx: Tx, committeeId: Id, now: Instant): Promise<{ why: LateWhy; count: number }[]> {
  return tx.run(sql<{ why: LateWhy; count: number }>`
    select ${lateWhy} as why, count(*) as count from demand d where committee_id = ${committeeId} and not resting and ${isLate(now)} group by 1 order by count(*) desc, 1`)
}

/** Days from `from` to `to` on which somebody receives. */
export async function dutyDays(tx: Tx, committeeId: Id, from: Day, to: Day): Promise<Day[]> {
  return (await tx.run(sql<{ day: Day }>`select day from duty where committee_id = ${committeeId} and day between ${from} and ${to}`)).map((row) => row.day)
}

/** The same by what they are about; null where it is not known. */
export function countThemes(tx: Tx, committeeId: Id, since: Instant): Promise<{ category: DemandCard['category']; count: number }[]> {
  return tx.run(sql<{ category: DemandCard['category']; count: number }>`
    select case when d.category is null then null else jsonb_build_object('slug', d.category, 'name', c.name) end as category, count(*) as count
    from demand d left join category c on c.slug = d.category
    where d.committee_id = ${committeeId} and d.filed_at >= ${since} group by d.category, c.name, c.seq order by count(*) desc, c.seq`)
}
