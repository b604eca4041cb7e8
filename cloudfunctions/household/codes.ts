/** Codes printed for a household, and who comes by them and goes. */
import type { CodeOutcome, Departed, OpenCode, Relation, ServedDoor } from '../../contract/household'
import { codeLength, codeSigns } from '../../contract/householdCode'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Seals } from '../runtime/seal'
import { wish } from './store'

/** A code names no committee, so all hash under one context. */
const anywhere: Id = '00000000-0000-0000-0000-000000000000'

/** What is kept of a code: without the server's key nobody finds the code to it (decision 023). */
export const hashOf = (seals: Seals, code: string): string => seals.index(anywhere, `household code ${code}`)
/** Under every key there is, so that sheets printed before the last one came are still good. */
const hashesOf = (seals: Seals, code: string): string[] => seals.indexes(anywhere, `household code ${code}`)

/** @param bytes random, one for each sign: 40 bits in all */
export const codeFrom = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, codeLength), (byte) => codeSigns[byte % codeSigns.length]).join('')

export interface LockedDoor {
  blockId: Id
  label: string
  committeeName: string
}

/** The household, and no other code made for it until the transaction ends. @throws Refusal `NotFound` */
export async function lockDoor(tx: Tx, door: { committeeId: Id; householdId: Id }): Promise<LockedDoor> {
  const [, [row]] = await Promise.all([
    tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${door.householdId}::text, 250))`),
    tx.run(sql<LockedDoor>`select h.block_id as "blockId", h.label, c.name as "committeeName" from household h join committee c on c.id = h.committee_id where h.committee_id = ${door.committeeId} and h.id = ${door.householdId} and h.live`),
  ])
  if (!row) throw new Refusal('NotFound')
  return row
}

/** The open code is good no longer. */
export async function replaceCode(tx: Tx, code: { committeeId: Id; householdId: Id; blockId: Id; id: Id; hash: string; me: Id; now: Instant; expiresAt: Instant }): Promise<void> {
  await Promise.all([
    tx.run(sql`update household_code set ended_at = ${code.now} where committee_id = ${code.committeeId} and household_id = ${code.householdId} and used_at is null and ended_at is null`),
    tx.run(sql`
      insert into household_code (committee_id, id, household_id, block_id, hash, made_by, made_at, expires_at)
      values (${code.committeeId}, ${code.id}, ${code.householdId}, ${code.blockId}, ${code.hash}, ${code.me}, ${code.now}, ${code.expiresAt})`),
  ])
}

/** How many of the household may be told. */
export const mostTold = 12

/** One function of the database: whoever tries a code may not see any. */
export async function tryCode(tx: Tx, seals: Seals, trial: { code: string; name: string; relation: Relation; now: Instant; residentId: Id; noticeIds: readonly Id[]; departAt: Instant }): Promise<CodeOutcome> {
  const { outcome } = await tx.one(sql<{ outcome: CodeOutcome }>`
    select app.use_code(${hashesOf(seals, trial.code)}::text[], ${trial.now}, ${trial.name}, ${trial.relation}, ${trial.residentId}, ${trial.noticeIds}::uuid[], ${trial.departAt}) as outcome`)
  return outcome
}

/** Who lives there, and the open code. @throws Refusal `NotFound` */
export async function getServedDoor(tx: Tx, door: { committeeId: Id; householdId: Id; now: Instant }): Promise<ServedDoor & { blockId: Id }> {
  const [row] = await tx.run(sql<Omit<ServedDoor, 'code'> & { blockId: Id } & { [Part in keyof OpenCode]: OpenCode[Part] | null }>`
    select h.committee_id as "committeeId", c.name as "committeeName", h.id as "householdId", h.label, h.block_id as "blockId", k.name as "blockName", ${wish} as wish,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', case when app.is_child(r.birth_year) then '孩子' else r.name end, 'relation', r.relation, 'inApp', r.account_id is not null) order by r.id)
        from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null), '[]') as residents,
      o.made_at as "madeAt", o.expires_at as "expiresAt", s.name as "madeBy"
    from household h join committee c on c.id = h.committee_id join block k on k.committee_id = h.committee_id and k.id = h.block_id
      left join household_code o on o.committee_id = h.committee_id and o.household_id = h.id and o.used_at is null and o.ended_at is null and o.expires_at > ${door.now}
      left join staff s on s.committee_id = o.committee_id and s.account_id = o.made_by
    where h.committee_id = ${door.committeeId} and h.id = ${door.householdId} and h.live`)
  if (!row) throw new Refusal('NotFound')
  const { madeAt, expiresAt, madeBy, ...found } = row
  return { ...found, code: madeAt !== null && expiresAt !== null && madeBy !== null ? { madeAt, expiresAt, madeBy } : null }
}

export interface LockedResident {
  id: Id
  householdId: Id
  blockId: Id
  accountId: Id | null
  label: string
}

const lived = sql`r.id, r.household_id as "householdId", r.block_id as "blockId", r.account_id as "accountId", h.label
  from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id`

/** Oneself in a household, held until the transaction ends. @throws Refusal `NotFound` */
export async function lockOwnPlace(tx: Tx, place: { committeeId: Id; householdId: Id; me: Id }): Promise<LockedResident> {
  const [row] = await tx.run(sql<LockedResident>`select ${lived} where r.committee_id = ${place.committeeId} and r.household_id = ${place.householdId} and r.account_id = ${place.me} and r.left_at is null for update of r`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** @throws Refusal `NotFound`, also for one who has left already */
export async function lockResident(tx: Tx, committeeId: Id, residentId: Id): Promise<LockedResident> {
  const [row] = await tx.run(sql<LockedResident>`select ${lived} where r.committee_id = ${committeeId} and r.id = ${residentId} and r.left_at is null for update of r`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** What was filed stays with its account; the household forgets the account. */
export async function depart(tx: Tx, leaving: { committeeId: Id; resident: LockedResident; id: Id; me: Id; why: string; now: Instant }): Promise<void> {
  const { committeeId, resident, now } = leaving
  await Promise.all([
    // Written first: the rule asks whose place it was.
    tx.run(sql`
      insert into departure (committee_id, id, household_id, block_id, resident_id, label, account_id, by_id, why, at)
      values (${committeeId}, ${leaving.id}, ${resident.householdId}, ${resident.blockId}, ${resident.id}, ${resident.label}, ${resident.accountId}, ${leaving.me}, ${leaving.why}, ${now})`),
    tx.run(sql`update resident set left_at = ${now}, account_id = null where committee_id = ${committeeId} and id = ${resident.id}`),
  ])
}

/** Households this person was taken out of by another within 30 days, newest first. */
export function listDeparted(tx: Tx, me: Id, now: Instant): Promise<Departed[]> {
  return tx.run(sql<Departed>`
    select d.label, d.at, s.name as by, d.why from departure d left join serving s on s.committee_id = d.committee_id and s.account_id = d.by_id
    where d.account_id = ${me} and d.by_id is distinct from ${me} and d.at > ${now}::timestamptz - interval '30 days' order by d.at desc, d.id limit 5`)
}
