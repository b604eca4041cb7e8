/** Committees, blocks and who serves, as the notice board has them. Row security lets everybody read these tables. */
import type { Building, Committee, Staff } from '../../contract/organization'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { calendarWith, dayOf, type OwnDay } from './rules/calendar'
import { withPosts, type HeldPost, type Roster } from './rules/roster'

const committeeColumns = sql`id, name, open, invented, address, phone, hours, groups, facts_of as "factsOf"`

/** All committees of the street in the order of the published list. */
export function listCommittees(tx: Tx): Promise<Committee[]> {
  return tx.run(sql<Committee>`select ${committeeColumns} from committee order by seq`)
}

export async function streetName(tx: Tx): Promise<string> {
  const [street] = await tx.run(sql<{ name: string }>`select name from street limit 1`)
  return street?.name ?? ''
}

/** A committee by its id, or by a statement that finds the id, so that what hangs on it needs no second round trip. */
export type CommitteeRef = Id | Statement<Id>

/** Where a visitor looks who names none. */
export const firstOpenCommittee: CommitteeRef = sql<Id>`(select id from committee order by open desc, seq limit 1)`

/** @throws Refusal `NotFound` */
export async function getCommittee(tx: Tx, committee: CommitteeRef): Promise<Committee> {
  const [found] = await tx.run(sql<Committee>`select ${committeeColumns} from committee where id = ${committee}`)
  if (!found) throw new Refusal('NotFound')
  return found
}

/** Names of all committees; few and small. */
export async function committeeNames(tx: Tx): Promise<Map<Id, string>> {
  const rows = await tx.run(sql<{ id: Id; name: string }>`select id, name from committee`)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** By estate and number. */
export function listBuildings(tx: Tx, committeeId: Id): Promise<Building[]> {
  return tx.run(sql<Building>`
    select b.id, b.name, e.name as estate from building b join estate e on e.committee_id = b.committee_id and e.id = b.estate_id
    where b.committee_id = ${committeeId} order by e.name, b.seq`)
}

/** In the order of their numbers, without those that were merged into others. */
export function listBlocks(tx: Tx, committeeId: Id): Promise<{ id: Id; name: string }[]> {
  return tx.run(sql<{ id: Id; name: string }>`select id, name from block where committee_id = ${committeeId} and closed_at is null order by seq`)
}

/** Names of blocks by id, of one committee or of all the given ones. */
export async function blockNames(tx: Tx, committeeIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tx.run(sql<{ id: Id; name: string }>`select id, name from block where committee_id = any(${committeeIds}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Everybody who serves a committee at `now`; one round trip when nothing else is waited for. */
export async function getRoster(tx: Tx, committeeId: Id, now: Instant): Promise<Roster> {
  return { committeeId, ...(await readRoster(tx, committeeId, now)) }
}

/** The roster of a committee whose id is still being found. */
export async function readRoster(tx: Tx, committeeId: CommitteeRef, now: Instant): Promise<Omit<Roster, 'committeeId'>> {
  const [staff, posts, absences, duty, ownDays] = await Promise.all([
    tx.run(sql<Staff>`select account_id as "accountId", name, post, block_name as "blockName", section from serving where committee_id = ${committeeId}`),
    tx.run(sql<HeldPost>`select account_id as "accountId", kind, block_id as "blockId" from post where committee_id = ${committeeId} and since <= ${now} and (until is null or until > ${now}) order by since, id`),
    tx.run(sql<Roster['absences'][number]>`select account_id as "accountId", until, stand_in_id as "standInId" from leave where committee_id = ${committeeId} and since <= ${now} and until > ${now} order by until desc`),
    tx.run(sql<{ accountId: Id; until: Instant }>`select account_id as "accountId", until from duty where committee_id = ${committeeId} and day = ${dayOf(now)}`),
    tx.run(sql<OwnDay>`select day, working from closing_day where committee_id = ${committeeId}`),
  ])
  return {
    ...withPosts({ absences, duty: duty[0] ?? null }, posts),
    staff: new Map(staff.map((one) => [one.accountId, one])),
    calendar: calendarWith(ownDays),
  }
}
