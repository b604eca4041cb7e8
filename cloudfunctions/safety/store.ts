/** Words that wait. Row security leaves those of demands one may read, and lets those who serve the committee whole decide. */
import type { DemandStep } from '../../contract/demand/life'
import type { PostKind } from '../../contract/organization'
import type { Doubt, HeldWords, WordsSafety } from '../../contract/safety'
import type { Id, Instant } from '../../contract/values'
import type { VisitState, VisitStep } from '../../contract/visit'
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

/** Of a visit, and by whom its words were said: one of its household, else one who serves. Those of one's own household are for others to read. */
const visitWords = (committeeId: Id) => sql`visit_entry e join visit v on v.committee_id = e.committee_id and v.id = e.visit_id and v.household_id <> all ((select app.households())::uuid[])
  left join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id and r.account_id = e.by_id
  left join serving s on s.committee_id = e.committee_id and s.account_id = e.by_id
  where e.committee_id = ${committeeId} and e.safety = 'pending'`

/** What residents wait for first, then oldest first, at most 50. */
export async function listHeld(tx: Tx, committeeId: Id, me: Id): Promise<HeldWords[]> {
  const rows = await tx.run(sql<HeldRow>`
    (select e.id, e.committee_id as "committeeId", e.demand_id as "demandId", d.number, null::uuid as "visitId", e.step, e.at, e.doubt as why, e.by_id = ${me} as mine,
      coalesce(e.text, d.text) as text, case when e.step = 'file' then d.place else '' end as place,
      case when ${residents} then 'resident' else 'staff' end as from,
      case when ${residents} then d.filer_name else s.name end as name, case when ${residents} then null else s.post end as post
    from demand_entry e join demand d on d.committee_id = e.committee_id and d.id = e.demand_id
    left join serving s on s.committee_id = e.committee_id and s.account_id = e.by_id
    where e.committee_id = ${committeeId} and e.safety = 'pending' and ${ofOthers(me)}
    order by ${residents}, e.at, e.id limit ${most})
    union all
    (select e.id, e.committee_id, null, null, e.visit_id, e.step, e.at, e.doubt, e.by_id = ${me}, e.text, '', case when r.id is null then 'staff' else 'resident' end, coalesce(r.name, s.name), case when r.id is null then s.post end
    from ${visitWords(committeeId)}
    order by r.id is not null, e.at, e.id limit ${most})
    order by "from" desc, at, id limit ${most}`)
  return rows.map(({ name, post, ...held }) => ({ ...held, by: { name, post } }))
}

/** How many wait for this person, one's own not counted. */
export async function countHeld(tx: Tx, committeeId: Id, me: Id): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select (select count(*) from demand_entry e join demand d on d.committee_id = e.committee_id and d.id = e.demand_id
    where e.committee_id = ${committeeId} and e.safety = 'pending' and e.by_id <> ${me} and ${ofOthers(me)})
      + (select count(*) from ${visitWords(committeeId)} and e.by_id <> ${me}) as count`)
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

export interface HeldVisitEntry { id: Id; byId: Id | null; /** Of one who serves. */ byName: string | null; step: VisitStep; text: string | null; safety: WordsSafety }

/** One line of a visit, as far as row security lets it be read. */
export async function findVisitEntry(tx: Tx, { committeeId, visitId, entryId }: { committeeId: Id; visitId: Id; entryId: Id }): Promise<HeldVisitEntry | undefined> {
  const [entry] = await tx.run(sql<HeldVisitEntry>`
    select e.id, e.by_id as "byId", s.name as "byName", e.step, e.text, e.safety from visit_entry e left join serving s on s.committee_id = e.committee_id and s.account_id = e.by_id
    where e.committee_id = ${committeeId} and e.visit_id = ${visitId} and e.id = ${entryId}`)
  return entry
}

/** With a summary goes what somebody of the household was asked in it. @returns as `decideEntry` */
export async function decideVisitEntry(tx: Tx, { committeeId, entryId, safety, by, at, reason }: Decision, { visitId, state, helpers }: { visitId: Id; state: VisitState; helpers: boolean }): Promise<boolean> {
  const [decided] = await Promise.all([
    tx.run(sql`
      update visit_entry set safety = ${safety}, decided_by = ${by}, decided_at = ${at}, decided_reason = ${reason}, state = ${state}
      where committee_id = ${committeeId} and id = ${entryId} and safety = 'pending' returning id`),
    helpers ? tx.run(sql`update visit_helper set safety = ${safety} where committee_id = ${committeeId} and visit_id = ${visitId} and safety = 'pending'`) : undefined,
  ])
  return decided.length === 1
}
