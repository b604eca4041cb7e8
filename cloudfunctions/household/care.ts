/** Care: set by people, with a kind and a basis that lie sealed. */
import type { CareKind } from '../../contract/archive'
import { Refusal } from '../../contract/refusal'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import type { Seals } from '../runtime/seal'
import { sealedOf, type HomeRow } from './archive'
import type { HomePlace } from './rules/archive'

export interface CareRow {
  careId: Id
  since: Day
  reviewOn: Day | null
  setBy: string | null
  setById: Id | null
  contestedAt: Instant | null
}

/** What is live; row security leaves those of a home only their own. */
export function listCare(tx: Tx, committeeId: Id, householdId: Id): Promise<CareRow[]> {
  return tx.run(sql<CareRow>`
    select c.id as "careId", c.since, c.review_on as "reviewOn", c.set_by as "setById", c.contested_at as "contestedAt",
      (select s.name from staff s where s.committee_id = c.committee_id and s.account_id = c.set_by) as "setBy"
    from household_care c where c.committee_id = ${committeeId} and c.household_id = ${householdId} and c.ended_at is null order by c.set_at, c.id`)
}

export async function insertCare(tx: Tx, seals: Seals, { committeeId, householdId, blockId }: HomePlace, care: { id: Id; residentId: Id; kind: CareKind; basis: string; law: string | null; since: Day; reviewOn: Day; by: Id; at: Instant }): Promise<void> {
  const sealed = (field: string, text: string | null) => sealedOf(seals, committeeId, `household_care.${field}`, care.id, text)
  await tx.run(sql`
    insert into household_care (committee_id, id, household_id, block_id, resident_id, kind_sealed, basis_sealed, law_sealed, since, review_on, set_by, set_at)
    values (${committeeId}, ${care.id}, ${householdId}, ${blockId}, ${care.residentId}, ${sealed('kind', care.kind)}, ${sealed('basis', care.basis)}, ${sealed('law', care.law)}, ${care.since}, ${care.reviewOn}, ${care.by}, ${care.at})`)
}

export interface LockedCare extends HomeRow { careId: Id; residentId: Id | null; ended: boolean; setById: Id | null; others: number }

/** A care and its household, both held. @throws Refusal `NotFound`, `WrongStep` when it has ended */
export async function lockCare(tx: Tx, committeeId: Id, careId: Id): Promise<LockedCare> {
  const from = sql`
    select c.committee_id as "committeeId", c.household_id as "householdId", c.block_id as "blockId", c.id as "careId", c.resident_id as "residentId", c.ended_at is not null as ended, c.set_by as "setById", h.label, h.version,
      jsonb_build_object('noHomeVisits', h.no_home_visits) as wish,
      (select count(*) from household_care o where o.committee_id = c.committee_id and o.household_id = c.household_id and o.ended_at is null and o.id <> c.id) as others
    from household_care c join household h on h.committee_id = c.committee_id and h.id = c.household_id where c.committee_id = ${committeeId} and c.id = ${careId}`
  const [[row], [seen]] = await Promise.all([tx.run(sql<LockedCare>`${from} for update of c, h`), tx.run(sql<LockedCare>`${from}`)])
  if (!row) throw new Refusal(seen?.ended ? 'WrongStep' : 'NotFound')
  return row
}

async function update(tx: Tx, { committeeId, careId }: Pick<LockedCare, 'committeeId' | 'careId'>, set: Statement): Promise<void> {
  await tx.run(sql`update household_care set ${set} where committee_id = ${committeeId} and id = ${careId}`)
}

/** What was contested has been looked at. */
export function reviewCare(tx: Tx, seals: Seals, care: LockedCare, { basis, reviewOn, at }: { basis: string; reviewOn: Day; at: Instant }): Promise<void> {
  return update(tx, care, sql`basis_sealed = ${sealedOf(seals, care.committeeId, 'household_care.basis', care.careId, basis)}, review_on = ${reviewOn}, reviewed_at = ${at}, contested_at = null`)
}

export function endCare(tx: Tx, seals: Seals, care: LockedCare, { by, at, why }: { by: Id; at: Instant; why: string }): Promise<void> {
  return update(tx, care, sql`ended_at = ${at}, ended_by = ${by}, ended_why_sealed = ${sealedOf(seals, care.committeeId, 'household_care.ended_why', care.careId, why)}`)
}

export function contestCare(tx: Tx, seals: Seals, care: LockedCare, { at, why }: { at: Instant; why: string }): Promise<void> {
  return update(tx, care, sql`contested_at = ${at}, contest_sealed = ${sealedOf(seals, care.committeeId, 'household_care.contest', care.careId, why)}`)
}
