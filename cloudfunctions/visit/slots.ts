/** Published times as rows, and the lock that keeps a host from being booked twice. */
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { isAway, meets, notice, spanOf, type Away, type PublishedSlot, type Span } from './rules/slots'

/** Whose time it is by default, in minutes (booking.html: 和王芳聊 20 分钟). */
export const usualMinutes = 20

/** Who talks with a household: the leader of its block, else the deputy, else the director or an officer; never one who lives there. A statement, so that what hangs on it needs no second round trip. */
export function hostOf(committeeId: Id, householdId: Id, now: Instant): Statement<Id> {
  return sql<Id>`(
    select p.account_id from household h join post p on p.committee_id = h.committee_id and p.since <= ${now} and (p.until is null or p.until > ${now})
      and ((p.kind in ('leader', 'deputy') and p.block_id = h.block_id) or p.kind in ('director', 'secretary', 'officer'))
    where h.committee_id = ${committeeId} and h.id = ${householdId}
      and not exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id = p.account_id)
    order by array_position(array['leader', 'deputy', 'director', 'secretary', 'officer'], p.kind), p.since desc limit 1)`
}

/** Of a visit: its host. */
export function hostOfVisit(committeeId: Id, visitId: Id): Statement<Id> {
  return sql<Id>`(select host_id from visit where committee_id = ${committeeId} and id = ${visitId})`
}

/** Null where nobody serves. */
export async function findHost(tx: Tx, host: Statement<Id>): Promise<Id | null> {
  return (await tx.one(sql<{ id: Id | null }>`select ${host} as id`)).id
}

export function listSlots(tx: Tx, of: { committeeId: Id; hostId: Id | Statement<Id>; from: Instant; until: Instant }): Promise<PublishedSlot[]> {
  return tx.run(sql<PublishedSlot>`
    select id, starts_at as "startsAt", minutes, visit_id as "visitId" from visit_slot
    where committee_id = ${of.committeeId} and host_id = ${of.hostId} and starts_at >= ${of.from} and starts_at < ${of.until} order by starts_at limit 1000`)
}

export function listBusy(tx: Tx, of: { committeeId: Id; hostId: Id | Statement<Id>; from: Instant; until: Instant }): Promise<Span[]> {
  return tx.run(sql<Span>`select "startsAt", "endsAt" from app.busy_times(${of.committeeId}, ${of.hostId}, ${of.from}, ${of.until})`)
}

/** Leave of the host that is planned or running. */
export function listAway(tx: Tx, of: { committeeId: Id; hostId: Id | Statement<Id>; from: Instant }): Promise<Away[]> {
  return tx.run(sql<Away>`select since, until from leave where committee_id = ${of.committeeId} and account_id = ${of.hostId} and until > ${of.from} and ended_at is null order by since limit 100`)
}

/** Times of a host that stand in the way, read while nobody else may book them; held until the transaction ends. */
export interface HeldHost { busy: Span[]; away: Away[]; slot: { id: Id; hostId: Id; startsAt: Instant; minutes: number } | undefined }

/** One lock a host, the same as in app.guard_visit_times (0230): a visit is locked before it, a slot after it. */
export async function holdHost(tx: Tx, of: { committeeId: Id; hostId: Id | Statement<Id>; now: Instant; slotId?: Id | undefined }): Promise<HeldHost> {
  const { committeeId, hostId, now } = of
  const [, busy, away, slots] = await Promise.all([
    tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${committeeId}::uuid::text || (${hostId})::uuid::text, 230))`),
    listBusy(tx, { committeeId, hostId, from: now, until: new Date(Date.parse(now) + 400 * 86_400_000).toISOString() }),
    listAway(tx, { committeeId, hostId, from: now }),
    of.slotId === undefined ? [] : tx.run(sql<NonNullable<HeldHost['slot']>>`
      select id, host_id as "hostId", starts_at as "startsAt", minutes from visit_slot
      where committee_id = ${committeeId} and id = ${of.slotId} and host_id = ${hostId} and visit_id is null for update`),
  ])
  return { busy, away, slot: slots[0] }
}

/**
 * The time, if the host can keep it. `own`: the time the visit had so far does not stand in its way.
 * @throws Refusal `SlotTaken`
 */
export function timeIn({ busy, away }: Pick<HeldHost, 'busy' | 'away'>, wanted: { startsAt: Instant; minutes: number }, now: Instant, own?: Span): Span {
  const span = spanOf(wanted.startsAt, wanted.minutes)
  const others = busy.filter((one) => !own || one.startsAt !== own.startsAt || one.endsAt !== own.endsAt)
  if (wanted.startsAt < new Date(Date.parse(now) + notice).toISOString() || isAway(span, away) || others.some((one) => meets(one, span))) throw new Refusal('SlotTaken')
  return span
}

/** A free slot goes to the visit. @throws Refusal `SlotTaken` */
export async function takeSlot(tx: Tx, committeeId: Id, slotId: Id, visitId: Id): Promise<void> {
  const taken = await tx.run(sql<{ id: Id }>`update visit_slot set visit_id = ${visitId} where committee_id = ${committeeId} and id = ${slotId} and visit_id is null returning id`)
  if (taken.length === 0) throw new Refusal('SlotTaken')
}

export async function giveBackSlot(tx: Tx, committeeId: Id, visitId: Id): Promise<void> {
  await tx.run(sql`update visit_slot set visit_id = null where committee_id = ${committeeId} and visit_id = ${visitId}`)
}

/** @returns how many were new */
export async function insertSlots(tx: Tx, of: { committeeId: Id; hostId: Id; minutes: number; slots: readonly { id: Id; startsAt: Instant }[] }): Promise<number> {
  const made = await tx.run(sql<{ id: Id }>`
    insert into visit_slot (committee_id, id, host_id, starts_at, minutes)
    select ${of.committeeId}, s.id, ${of.hostId}, s.at, ${of.minutes} from unnest(${of.slots.map(({ id }) => id)}::uuid[], ${of.slots.map(({ startsAt }) => startsAt)}::timestamptz[]) as s (id, at)
    on conflict (committee_id, host_id, starts_at) do nothing returning id`)
  return made.length
}

/** The slot, held. @throws Refusal `NotFound` */
export async function lockSlot(tx: Tx, of: { committeeId: Id; slotId: Id; hostId: Id }): Promise<{ visitId: Id | null }> {
  const [row] = await tx.run(sql<{ visitId: Id | null }>`
    select visit_id as "visitId" from visit_slot where committee_id = ${of.committeeId} and id = ${of.slotId} and host_id = ${of.hostId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export async function deleteSlot(tx: Tx, committeeId: Id, slotId: Id): Promise<void> {
  await tx.run(sql`delete from visit_slot where committee_id = ${committeeId} and id = ${slotId} and visit_id is null`)
}
