/** Words that wait. Row security leaves those of demands one may read, and lets those who serve the committee whole decide. */
import type { DemandStep } from '../../contract/demand/life'
import type { PostKind } from '../../contract/organization'
import type { Doubt, HeldWords, WordsSafety } from '../../contract/safety'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

interface HeldRow extends Omit<HeldWords, 'by'> {
  name: string
  post: PostKind | null
}

const most = 50
/** Words of a demand one filed oneself are for others to read. */
const ofOthers = (me: Id) => sql`d.filed_by is distinct from ${me}`
/** Said by the resident, or for one without an account. */
const residents = sql`(e.step = 'file' or e.by_id is not distinct from d.filed_by)`

/** What residents wait for first, then oldest first, at most 50. */
export async function listHeld(tx: Tx, committeeId: Id, me: Id): Promise<HeldWords[]> {
  const rows = await tx.run(sql<HeldRow>`
    select e.id, e.committee_id as "committeeId", e.demand_id as "demandId", d.number, e.step, e.at, e.doubt as why, e.by_id = ${me} as mine,
      coalesce(e.text, d.text) as text, case when e.step = 'file' then d.place else '' end as place,
      case when ${residents} then 'resident' else 'staff' end as from,
      case when ${residents} then d.filer_name else s.name end as name, case when ${residents} then null else s.post end as post
    from demand_entry e join demand d on d.committee_id = e.committee_id and d.id = e.demand_id
    left join serving s on s.committee_id = e.committee_id and s.account_id = e.by_id
    where e.committee_id = ${committeeId} and e.safety = 'pending' and ${ofOthers(me)}
    order by ${residents}, e.at, e.id limit ${most}`)
  return rows.map(({ name, post, ...held }) => ({ ...held, by: { name, post } }))
}

/** How many wait for this person, one's own not counted. */
export async function countHeld(tx: Tx, committeeId: Id, me: Id): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*) as count from demand_entry e join demand d on d.committee_id = e.committee_id and d.id = e.demand_id
    where e.committee_id = ${committeeId} and e.safety = 'pending' and e.by_id <> ${me} and ${ofOthers(me)}`)
  return count
}

export interface HeldEntry {
  id: Id
  byId: Id | null
  step: DemandStep
  text: string | null
  safety: WordsSafety
  doubt: Doubt | null
}

/** One line of a thread, as far as row security lets it be read. */
export async function findEntry(tx: Tx, { committeeId, demandId, entryId }: { committeeId: Id; demandId: Id; entryId: Id }): Promise<HeldEntry | undefined> {
  const [entry] = await tx.run(sql<HeldEntry>`
    select id, by_id as "byId", step, text, safety, doubt from demand_entry where committee_id = ${committeeId} and demand_id = ${demandId} and id = ${entryId}`)
  return entry
}

export interface Decision {
  committeeId: Id
  entryId: Id
  safety: 'passed' | 'rejected'
  by: Id
  at: Instant
  reason: string | null
}

/** @returns whether they still waited and this person may decide about them */
export async function decideEntry(tx: Tx, { committeeId, entryId, safety, by, at, reason }: Decision): Promise<boolean> {
  const decided = await tx.run(sql`
    update demand_entry set safety = ${safety}, decided_by = ${by}, decided_at = ${at}, decided_reason = ${reason}
    where committee_id = ${committeeId} and id = ${entryId} and safety = 'pending' returning id`)
  return decided.length === 1
}
