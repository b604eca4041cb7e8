/** Households, their people, and requests to join. */
import type { ContactWish, Door, HouseholdLine, JoinRequest, Relation } from '../../contract/household'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export const wish = sql`jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never)`

export interface OwnHousehold {
  committeeId: Id
  householdId: Id
  blockId: Id
  label: string
  wish: ContactWish
}

/** The households this person belongs to. */
export function listOwn(tx: Tx, householdIds: readonly Id[]): Promise<OwnHousehold[]> {
  return tx.run(sql<OwnHousehold>`
    select h.committee_id as "committeeId", h.id as "householdId", h.block_id as "blockId", h.label, ${wish} as wish
    from household h where h.id = any(${householdIds}::uuid[]) order by h.committee_id, h.id`)
}

export interface Member {
  householdId: Id
  name: string
  relation: Relation
  accountId: Id | null
}

export function listMembers(tx: Tx, householdIds: readonly Id[]): Promise<Member[]> {
  return tx.run(sql<Member>`
    select household_id as "householdId", name, relation, account_id as "accountId" from resident
    where household_id = any(${householdIds}::uuid[]) and left_at is null order by household_id, id`)
}

/** The door of that building and room. @throws Refusal `NoSuchHousehold` */
export async function findDoor(tx: Tx, door: { committeeId: Id; buildingId: Id; room: string }): Promise<{ householdId: Id; blockId: Id; label: string }> {
  const [found] = await tx.run(sql<{ householdId: Id; blockId: Id; label: string }>`
    select household_id as "householdId", block_id as "blockId", label from app.find_household(${door.committeeId}, ${door.buildingId}, ${door.room})`)
  if (!found) throw new Refusal('NoSuchHousehold')
  return found
}

export interface NewJoinRequest {
  committeeId: Id
  id: Id
  householdId: Id
  blockId: Id
  label: string
  accountId: Id
  name: string
  relation: Relation
  message: string
  askedAt: Instant
}

/** @throws Refusal `AlreadyAsked` when a request of this person for this household waits */
export async function insertRequest(tx: Tx, request: NewJoinRequest): Promise<void> {
  const inserted = await tx.run(sql<{ id: Id }>`
    insert into join_request (committee_id, id, household_id, block_id, label, account_id, name, relation, message, asked_at, state)
    values (${request.committeeId}, ${request.id}, ${request.householdId}, ${request.blockId}, ${request.label}, ${request.accountId}, ${request.name},
      ${request.relation}, ${request.message}, ${request.askedAt}, 'waiting')
    on conflict (committee_id, household_id, account_id) where state = 'waiting' do nothing returning id`)
  if (inserted.length === 0) throw new Refusal('AlreadyAsked')
}

/** Requests this person may decide, oldest first, at most 50. */
export function listWaitingRequests(tx: Tx, me: Id): Promise<JoinRequest[]> {
  return tx.run(sql<JoinRequest>`
    select j.id, j.committee_id as "committeeId", j.label, b.name as "blockName", j.name, j.relation, j.message, j.asked_at as "askedAt",
      (select count(*) from resident r where r.committee_id = j.committee_id and r.household_id = j.household_id and r.account_id is not null) as members
    from join_request j join block b on b.committee_id = j.committee_id and b.id = j.block_id
    where j.state = 'waiting' and j.account_id <> ${me} order by j.asked_at, j.id limit 50`)
}

/** Requests of a committee this person may decide. */
export async function countWaitingRequests(tx: Tx, committeeId: Id, me: Id): Promise<number> {
  return (await tx.one(sql<{ count: number }>`select count(*) as count from join_request where committee_id = ${committeeId} and state = 'waiting' and account_id <> ${me}`)).count
}

export interface OwnRequest {
  id: Id
  committeeId: Id
  blockId: Id
  label: string
  state: 'waiting' | 'refused'
  askedAt: Instant
  reason: string | null
  /** The leader of the block, who decides. */
  decider: string | null
}

/** One's own requests that wait or were refused within the last 30 days, newest first. */
export function listOwnRequests(tx: Tx, me: Id, now: Instant): Promise<OwnRequest[]> {
  return tx.run(sql<OwnRequest>`
    select j.id, j.committee_id as "committeeId", j.block_id as "blockId", j.label, j.state, j.asked_at as "askedAt", j.reason,
      (select s.name from post p join staff s on s.committee_id = p.committee_id and s.account_id = p.account_id
        where p.committee_id = j.committee_id and p.block_id = j.block_id and p.kind = 'leader' and p.until is null) as decider
    from join_request j
    where j.account_id = ${me} and (j.state = 'waiting' or (j.state = 'refused' and j.decided_at > ${now}::timestamptz - interval '30 days'))
    order by j.asked_at desc, j.id limit 10`)
}

export interface LockedRequest {
  committeeId: Id
  householdId: Id
  blockId: Id
  label: string
  accountId: Id
  name: string
  relation: Relation
  state: 'waiting' | 'confirmed' | 'refused'
}

/** @throws Refusal `NotFound` */
export async function lockRequest(tx: Tx, requestId: Id): Promise<LockedRequest> {
  const [row] = await tx.run(sql<LockedRequest>`
    select committee_id as "committeeId", household_id as "householdId", block_id as "blockId", label, account_id as "accountId", name, relation, state
    from join_request where id = ${requestId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export async function decide(tx: Tx, requestId: Id, decision: { state: 'confirmed' | 'refused'; by: Id; at: Instant; reason: string | null }): Promise<void> {
  await tx.run(sql`update join_request set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.at}, reason = ${decision.reason} where id = ${requestId}`)
}

export async function insertMember(tx: Tx, member: { committeeId: Id; id: Id; householdId: Id; blockId: Id; name: string; relation: Relation; accountId: Id }): Promise<void> {
  await tx.run(sql`
    insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
    values (${member.committeeId}, ${member.id}, ${member.householdId}, ${member.blockId}, ${member.name}, ${member.relation}, ${member.accountId})`)
}

export type HouseholdRow = HouseholdLine & { seq: number }

const blockWhere = (blockIds: readonly Id[], search: string | undefined) => sql`h.block_id = any(${blockIds}::uuid[]) and h.live
  and (${search ?? ''} = '' or h.label ilike ${`%${(search ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`})`

/** Households of some blocks by building and room, `limit` + 1 at most. */
export function listOfBlocks(tx: Tx, query: { blockIds: readonly Id[]; search: string | undefined; after: [number, Id] | null; limit: number }): Promise<HouseholdRow[]> {
  const [seq, id] = query.after ?? [null, null]
  return tx.run(sql<HouseholdRow>`
    select h.id, h.committee_id as "committeeId", h.label, h.seq, ${wish} as wish,
      (select count(*) from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null) as people,
      (select count(*) from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null) as members,
      (select count(*) from demand d where d.committee_id = h.committee_id and d.household_id = h.id and not d.resting) as "openDemands"
    from household h where ${blockWhere(query.blockIds, query.search)} and (${seq}::int is null or (h.seq, h.id) > (${seq}::int, ${id}::uuid))
    order by h.seq, h.id limit ${query.limit + 1}`)
}

export function countOfBlocks(tx: Tx, blockIds: readonly Id[], search: string | undefined): Promise<{ total: number; noHomeVisits: number }> {
  return tx.one(sql<{ total: number; noHomeVisits: number }>`
    select count(*) as total, count(*) filter (where h.no_home_visits) as "noHomeVisits" from household h where ${blockWhere(blockIds, search)}`)
}

/** Doors of a building whose room begins so, with who lives there, at most 8. */
export function listDoors(tx: Tx, committeeId: Id, door: { building: string; room: string }): Promise<Door[]> {
  return tx.run(sql<Door>`
    select h.id as "householdId", h.label, k.name as "blockName", ${wish} as wish,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', case when app.is_child(r.birth_year) then '孩子' else r.name end, 'relation', r.relation, 'inApp', r.account_id is not null) order by r.id)
        from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null), '[]') as residents
    from building b join household h on h.committee_id = b.committee_id and h.building_id = b.id join block k on k.committee_id = h.committee_id and k.id = h.block_id
    where b.committee_id = ${committeeId} and b.name ~ ${`(^|[^0-9A-Za-z])${door.building}([^0-9A-Za-z]|$)`} and starts_with(h.room, ${door.room}) and h.live
    order by length(h.room), h.seq limit 8`)
}

/** A door this reader serves, and of one who lives there the account. @throws Refusal `NoSuchHousehold` when either is not there for them */
export async function getHome(tx: Tx, home: { committeeId: Id; householdId: Id; residentId: Id | null }): Promise<{ blockId: Id; accountId: Id | null }> {
  const [found] = await tx.run(sql<{ blockId: Id; accountId: Id | null; residentId: Id | null }>`
    select h.block_id as "blockId", r.account_id as "accountId", r.id as "residentId"
    from household h left join resident r on r.committee_id = h.committee_id and r.household_id = h.id and r.id = ${home.residentId}::uuid and r.left_at is null
    where h.committee_id = ${home.committeeId} and h.id = ${home.householdId} and h.live`)
  if (!found || (home.residentId !== null && found.residentId === null)) throw new Refusal('NoSuchHousehold')
  return found
}
