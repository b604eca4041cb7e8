/** Households by building, and lists of them. The store of the house map. */
import type { Tenure } from '../../contract/archive'
import type { HouseCell, HouseList } from '../../contract/houseMap'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { cadence, soon } from './rules/reach'

/** Whose households: all that row security leaves, or of these blocks alone. */
export type Scope = readonly Id[] | null

/** Nobody serves their own household: of one's own only the wish is told. */
const own = sql`h.id = any ((select app.households())::uuid[])`
// By the index for each home: an `exists` may be worked out for all homes of all committees at once.
const cared = sql`(coalesce((select true from household_care c where c.committee_id = h.committee_id and c.household_id = h.id and c.ended_at is null limit 1), false) and not (${own}))`
const reached = sql`greatest(
  (select max(v.held_at) from visit v where v.committee_id = h.committee_id and v.household_id = h.id and v.held_at is not null),
  (select max(greatest(d.contacted_at, d.answered_at)) from demand d where d.committee_id = h.committee_id and d.household_id = h.id))`
const openDemands = sql`(select count(*) from demand d where d.committee_id = h.committee_id and d.household_id = h.id and not d.resting)`
const asksVisit = sql`coalesce((select true from visit v where v.committee_id = h.committee_id and v.household_id = h.id and v.state = 'asked' limit 1), false)`
const inScope = (scope: Scope) => (scope === null ? sql`true` : sql`h.block_id = any(${scope}::uuid[])`)

export interface NamedPlace { id: Id; name: string }

/** Blocks of the committee, or those of the scope. */
export function listBlocks(tx: Tx, committeeId: Id, scope: Scope): Promise<NamedPlace[]> {
  return tx.run(sql<NamedPlace>`
    select b.id, b.name from block b where b.committee_id = ${committeeId} and (${scope === null} or b.id = any(${scope ?? []}::uuid[])) order by b.seq`)
}

export interface MapPlace { committeeId: Id; blockId: Id | undefined; buildingId: Id | undefined; scope: Scope }

/** The building asked for, else the first of the block asked for, else the first of all. */
const chosen = ({ committeeId, blockId, buildingId, scope }: MapPlace) => sql`(
  select b.id from building b join block k on k.committee_id = b.committee_id and k.id = b.block_id
  where b.committee_id = ${committeeId} and (${scope === null} or b.block_id = any(${scope ?? []}::uuid[]))
    and (${buildingId ?? null}::uuid is null or b.id = ${buildingId ?? null}::uuid) and (${buildingId !== undefined} or ${blockId ?? null}::uuid is null or b.block_id = ${blockId ?? null}::uuid)
  order by k.seq, b.seq limit 1)`

/** When a home was last reached too long ago to count, or never. */
const unreached = (now: Instant) => sql`coalesce(${reached}, '-infinity') < ${now}::timestamptz - make_interval(days => case when ${cared} then ${cadence.cared}::int else ${cadence.ordinary}::int end)`

export interface BuildingRow extends NamedPlace { blockId: Id; homes: number; waiting: number; unreached: number; chosen: boolean }

/** The buildings of the chosen one's block, each with what waits there; empty homes are not missed. */
export function listBuildings(tx: Tx, place: MapPlace, now: Instant): Promise<BuildingRow[]> {
  return tx.run(sql<BuildingRow>`
    select b.id, b.name, b.block_id as "blockId", b.id = k.id as chosen, n.homes, n.waiting, n.unreached
    from building k join building b on b.committee_id = k.committee_id and b.block_id = k.block_id
      cross join lateral (
        select count(*) as homes, count(*) filter (where ${openDemands} > 0 or ${asksVisit}) as waiting, count(*) filter (where h.tenure <> 'vacant' and ${unreached(now)}) as unreached
        from household h where h.committee_id = b.committee_id and h.building_id = b.id and h.live and ${inScope(place.scope)}) n
    where k.committee_id = ${place.committeeId} and k.id = ${chosen(place)} order by b.seq`)
}

export type CellRow = Omit<HouseCell, 'floor' | 'class' | 'reach'> & { noHomeVisits: boolean; cared: boolean }

/** The homes of the chosen building, by room, at most 400. */
export function listCells(tx: Tx, place: MapPlace): Promise<CellRow[]> {
  return tx.run(sql<CellRow>`
    select h.id, h.room, h.no_home_visits as "noHomeVisits", h.tenure = 'vacant' as vacant, ${cared} as cared, ${reached} as "reachedAt", ${openDemands} as "openDemands", ${asksVisit} as "asksVisit"
    from household h where h.committee_id = ${place.committeeId} and h.building_id = ${chosen(place)} and h.live and ${inScope(place.scope)} order by h.seq, h.id limit 400`)
}

export interface ListPlace { committeeId: Id; list: HouseList; blockId: Id | undefined; buildingId: Id | undefined; scope: Scope; today: Day }

export interface HouseRow {
  id: Id
  seq: number
  label: string
  blockName: string
  tenure: Tenure
  noHomeVisits: boolean
  cared: boolean
  people: {
    /** The first three, as they are called. */
    names: string[]
    count: number
    inApp: boolean
    hasPhone: boolean
    hasEmail: boolean
  }
  reachedAt: Instant | null
  reviewOn: Day | null
  contactOn: Day | null
  dueOn: Day | null
}

const livesThere = sql`r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null`
/** Few of many: gone through by their ids rather than by asking each home. */
const caredOnes = (committeeId: Id) => sql`h.id = any (array(select c.household_id from household_care c where c.committee_id = ${committeeId} and c.ended_at is null)) and not (${own})`
const kinds: Record<HouseList, (committeeId: Id) => Statement> = {
  A: () => sql`h.no_home_visits`,
  B: () => sql`not h.no_home_visits and not ${cared}`,
  C: (committeeId) => sql`not h.no_home_visits and ${caredOnes(committeeId)}`,
  careDue: caredOnes,
  noChannel: () => sql`h.tenure <> 'vacant' and not exists (select from resident r where ${livesThere} and (r.account_id is not null or r.has_phone or r.has_email))`,
  vacant: () => sql`h.tenure = 'vacant'`,
}

/** Care is due when its review is, or the next contact: a month after the last, or after it was set. */
const due = sql`cross join lateral (
    select min(c.review_on) as review_on, (coalesce(${reached}, min(c.set_at)) at time zone 'Asia/Shanghai')::date + ${cadence.cared}::int as contact_on
    from household_care c where c.committee_id = h.committee_id and c.household_id = h.id and c.ended_at is null) k
  cross join lateral (select least(k.review_on, k.contact_on) as due_on) l`
const dueOnly = (list: HouseList) => list === 'careDue'

const of = ({ committeeId, list, blockId, buildingId, scope, today }: ListPlace) => sql`
  from household h ${dueOnly(list) ? due : sql``}
  where h.committee_id = ${committeeId} and h.live and ${inScope(scope)} and (${blockId ?? null}::uuid is null or h.block_id = ${blockId ?? null}::uuid)
    and (${buildingId ?? null}::uuid is null or h.building_id = ${buildingId ?? null}::uuid) and ${kinds[list](committeeId)} ${dueOnly(list) ? sql`and l.due_on <= ${today}::date + ${soon}::int` : sql``}`

/** In order of building and room, care that is due by its day; `limit` rows at most, from after a place. */
export function listHouses(tx: Tx, place: ListPlace, { after, limit }: { after: { dueOn: Day | null; seq: number; id: Id } | null; limit: number }): Promise<HouseRow[]> {
  const byDue = dueOnly(place.list)
  const order = byDue ? sql`l.due_on, h.seq, h.id` : sql`h.seq, h.id`
  const from = byDue ? sql`(${after?.dueOn ?? null}::date, ${after?.seq ?? null}::int, ${after?.id ?? null}::uuid)` : sql`(${after?.seq ?? null}::int, ${after?.id ?? null}::uuid)`
  return tx.run(sql<HouseRow>`
    select h.id, h.seq, h.label, (select b.name from block b where b.committee_id = h.committee_id and b.id = h.block_id) as "blockName", h.tenure, h.no_home_visits as "noHomeVisits", ${cared} as cared, ${reached} as "reachedAt",
      ${byDue ? sql`k.review_on as "reviewOn", k.contact_on as "contactOn", l.due_on as "dueOn"` : sql`null as "reviewOn", null as "contactOn", null as "dueOn"`},
      (select jsonb_build_object('names', coalesce((array_agg(r.name order by r.id) filter (where not app.is_child(r.birth_year)))[1:3], '{}'), 'count', count(*), 'inApp', coalesce(bool_or(r.account_id is not null), false),
          'hasPhone', coalesce(bool_or(r.has_phone), false), 'hasEmail', coalesce(bool_or(r.has_email), false)) from resident r where ${livesThere}) as people
    ${of(place)} ${after ? sql`and (${order}) > ${from}` : sql``} order by ${order} limit ${limit}`)
}

export async function countHouses(tx: Tx, place: ListPlace): Promise<number> {
  return (await tx.one(sql<{ total: number }>`select count(*) as total ${of(place)}`)).total
}
