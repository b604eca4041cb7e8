/** Visits and their history. Row security leaves those of one's own household's side, and of whom one serves. */
import type { ContactWish } from '../../contract/household'
import type { Doubt } from '../../contract/safety'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { VisitAbout, VisitChannel, VisitMode, VisitState, VisitStep } from '../../contract/visit'
import type { Tx } from '../database/connection'
import { joined, literal, sql, type Statement } from '../database/sql'
import type { VisitParties } from './rules/access'

/** What a step needs to know before it decides. */
export interface LockedVisit extends VisitParties {
  id: Id
  householdId: Id
  side: 'owner' | 'tenant' | null
  mode: VisitMode
  askedBy: Id
  invited: boolean
  channel: VisitChannel | null
  minutes: number
  startsAt: Instant | null
  endsAt: Instant | null
  offers: Instant[]
  slotId: Id | null
  moves: number
  told: Id[]
  heldAt: Instant | null
}

/** The reader belongs to the household, on the side that is visited: the rule is in the functions (0230). */
export const ofHome = sql`(v.household_id = any ((select app.households())::uuid[]) and (v.side is null
  or (v.side = 'owner' and v.household_id = any ((select app.owner_homes())::uuid[]))
  or (v.side = 'tenant' and v.household_id = any ((select app.tenant_homes())::uuid[]))))`

export const partyColumns = sql`v.committee_id as "committeeId", v.id, v.household_id as "householdId", v.block_id as "blockId", v.mode, v.state, v.side, v.asked_by as "askedBy", v.invited,
  v.host_id as "hostId", v.channel, v.minutes, v.starts_at as "startsAt", v.ends_at as "endsAt", v.offers, v.slot_id as "slotId", v.moves, v.told, v.held_at as "heldAt", ${ofHome} as home,
  exists (select from visit_entry e where e.committee_id = v.committee_id and e.visit_id = v.id and e.safety = 'pending' and e.step = 'summarise') as "summaryWaits"`

/** Held until the transaction ends. @throws Refusal `NotFound` */
export async function lockVisit(tx: Tx, committeeId: Id, visitId: Id): Promise<LockedVisit> {
  const [row] = await tx.run(sql<LockedVisit>`select ${partyColumns} from visit v where v.committee_id = ${committeeId} and v.id = ${visitId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** The same without holding it. @throws Refusal `NotFound` */
export async function findVisit(tx: Tx, committeeId: Id, visitId: Id): Promise<LockedVisit> {
  const [row] = await tx.run(sql<LockedVisit>`select ${partyColumns} from visit v where v.committee_id = ${committeeId} and v.id = ${visitId}`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export interface NewVisit {
  committeeId: Id
  id: Id
  householdId: Id
  blockId: Id
  state: 'asked' | 'proposed' | 'booked'
  side: 'owner' | 'tenant'
  purpose: string
  about: VisitAbout
  serviceSlug: string | null
  demandId: Id | null
  askedBy: Id
  invited: boolean
  hostId: Id
  channel: VisitChannel
  minutes: number
  startsAt: Instant | null
  endsAt: Instant | null
  offers: readonly Instant[]
  slotId: Id | null
  told: readonly Id[]
  watchAt: Instant | null
  at: Instant
}

/** @throws Refusal `AlreadyInvited` when the household has an invitation before it */
export async function insertVisit(tx: Tx, visit: NewVisit): Promise<void> {
  const made = await tx.run(sql<{ id: Id }>`
    insert into visit (committee_id, id, household_id, block_id, mode, state, side, purpose, about, service_slug, demand_id, asked_by, invited, host_id, channel, minutes, starts_at, ends_at,
      offers, slot_id, told, watch_at, made_at, last_at, last_by)
    values (${visit.committeeId}, ${visit.id}, ${visit.householdId}, ${visit.blockId}, 'online', ${visit.state}, ${visit.side}, ${visit.purpose}, ${visit.about}, ${visit.serviceSlug}, ${visit.demandId},
      ${visit.askedBy}, ${visit.invited}, ${visit.hostId}, ${visit.channel}, ${visit.minutes}, ${visit.startsAt}, ${visit.endsAt}, ${JSON.stringify(visit.offers)}::jsonb, ${visit.slotId},
      ${visit.told}::uuid[], ${visit.watchAt}, ${visit.at}, ${visit.at}, ${visit.askedBy})
    on conflict (committee_id, household_id, side) where invited and mode = 'online' and state = 'proposed' do nothing returning id`)
  if (made.length === 0) throw new Refusal('AlreadyInvited')
}

/** Columns a step may move; what is absent stays. */
export interface VisitChange {
  state?: VisitState
  channel?: VisitChannel
  starts_at?: Instant | null
  ends_at?: Instant | null
  /** As JSON. */
  offers?: string
  slot_id?: Id | null
  minutes?: number
  summary?: string
  purpose?: string
  moves?: number
  told?: readonly Id[]
  watch_at?: Instant | null
  held_at?: Instant | null
  last_at?: Instant
  last_by?: Id
}

export async function changeVisit(tx: Tx, committeeId: Id, visitId: Id, change: VisitChange): Promise<void> {
  const columns = Object.entries(change).filter(([, value]) => value !== undefined).map(([column, value]) => sql`${literal(column)} = ${value}`)
  await tx.run(sql`update visit set ${joined(columns)} where committee_id = ${committeeId} and id = ${visitId}`)
}

export interface NewVisitEntry {
  committeeId: Id
  id: Id
  visitId: Id
  at: Instant
  byId: Id
  step: VisitStep
  from: VisitState | null
  to: VisitState
  text: string | null
  startsAt: Instant | null
  /** Why its words wait until somebody has read them; null where they may be read at once. */
  doubt: Doubt | null
}

export async function insertVisitEntry(tx: Tx, entry: NewVisitEntry): Promise<void> {
  await tx.run(sql`
    insert into visit_entry (committee_id, id, visit_id, at, by_id, step, from_state, state, text, starts_at, safety, doubt)
    values (${entry.committeeId}, ${entry.id}, ${entry.visitId}, ${entry.at}, ${entry.byId}, ${entry.step}, ${entry.from}, ${entry.to}, ${entry.text}, ${entry.startsAt}, ${entry.doubt === null ? 'passed' : 'pending'}, ${entry.doubt})`)
}

export interface VisitedHousehold {
  householdId: Id
  blockId: Id
  wish: ContactWish
  /** On which side the reader stands there; null for those who do not live there. */
  side: 'owner' | 'tenant' | null
  /** Accounts of those who live there, and on which side each stands. */
  people: { accountId: Id; side: 'owner' | 'tenant' }[]
}

/** A household the reader belongs to or serves, or undefined. */
export async function findHousehold(tx: Tx, committeeId: Id, householdId: Id): Promise<VisitedHousehold | undefined> {
  const [row] = await tx.run(sql<VisitedHousehold>`
    select h.id as "householdId", h.block_id as "blockId", jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never) as wish,
      case when h.id = any ((select app.tenant_homes())::uuid[]) then 'tenant' when h.id = any ((select app.owner_homes())::uuid[]) then 'owner' end as side,
      coalesce((select jsonb_agg(jsonb_build_object('accountId', r.account_id, 'side', case
          when r.relation in ('tenant', 'cotenant') or (r.relation in ('family', 'carer') and l.let) then 'tenant' else 'owner' end) order by r.id)
        from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null), '[]') as people
    from household h cross join lateral (select exists (
      select from resident t where t.committee_id = h.committee_id and t.household_id = h.id and t.left_at is null and t.relation in ('tenant', 'cotenant')) as let) l
    where h.committee_id = ${committeeId} and h.id = ${householdId}`)
  return row
}

/** The title of a service item or of a demand the reader sees; undefined where it is not there for them. */
export async function findTopic(tx: Tx, committeeId: Id, of: { serviceSlug?: string | undefined; demandId?: Id | undefined }): Promise<string | undefined> {
  const [row] = await tx.run(of.demandId
    ? sql<{ title: string }>`select title from demand where committee_id = ${committeeId} and id = ${of.demandId}`
    : sql<{ title: string }>`select title from service_item where committee_id = ${committeeId} and slug = ${of.serviceSlug ?? ''}`)
  return row?.title
}

export async function insertNeeds(tx: Tx, committeeId: Id, visitId: Id, demandIds: readonly Id[]): Promise<void> {
  await tx.run(sql`insert into visit_need (committee_id, visit_id, demand_id) select ${committeeId}, ${visitId}, unnest(${demandIds}::uuid[])`)
}

export async function insertHelpers(tx: Tx, committeeId: Id, visitId: Id, helpers: readonly { id: Id; what: string }[], safety: 'passed' | 'pending'): Promise<void> {
  await tx.run(sql`
    insert into visit_helper (committee_id, id, visit_id, what, state, safety)
    select ${committeeId}, h.id, ${visitId}, h.what, 'asked', ${safety} from unnest(${helpers.map(({ id }) => id)}::uuid[], ${helpers.map(({ what }) => what)}::text[]) as h (id, what)`)
}

/** @returns false when it was answered before */
export async function answerHelper(tx: Tx, of: { committeeId: Id; visitId: Id; helperId: Id; willing: boolean; me: Id; now: Instant }): Promise<boolean> {
  const done = await tx.run(sql<{ id: Id }>`
    update visit_helper set state = ${of.willing ? 'accepted' : 'declined'}, answered_by = ${of.me}, answered_at = ${of.now}
    where committee_id = ${of.committeeId} and visit_id = ${of.visitId} and id = ${of.helperId} and state = 'asked' returning id`)
  return done.length > 0
}

export async function saveNote(tx: Tx, note: { committeeId: Id; visitId: Id; me: Id; sealed: string; now: Instant }): Promise<void> {
  await tx.run(sql`
    insert into visit_note (committee_id, visit_id, account_id, text_sealed, at) values (${note.committeeId}, ${note.visitId}, ${note.me}, ${note.sealed}, ${note.now})
    on conflict (committee_id, visit_id, account_id) do update set text_sealed = excluded.text_sealed, at = excluded.at`)
}

/** Who of the household speaks in it: whoever asked, else the first who is told. A statement of the resident's id. */
export function speakerOf(committeeId: Id, visitId: Id): Statement<Id> {
  return sql<Id>`(select r.id from visit v join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id and r.account_id = any (v.told || v.asked_by)
    where v.committee_id = ${committeeId} and v.id = ${visitId} order by r.account_id = v.asked_by desc, r.id limit 1)`
}

/** Of those named, who lives in the household that is visited. */
export async function listNamed(tx: Tx, committeeId: Id, visitId: Id, residentIds: readonly Id[]): Promise<Id[]> {
  if (residentIds.length === 0) return []
  const rows = await tx.run(sql<{ id: Id }>`
    select r.id from visit v join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id and r.left_at is null
    where v.committee_id = ${committeeId} and v.id = ${visitId} and r.id = any (${residentIds}::uuid[])`)
  return rows.map(({ id }) => id)
}

export async function findSpeaker(tx: Tx, committeeId: Id, visitId: Id): Promise<{ name: string; accountId: Id } | undefined> {
  const [row] = await tx.run(sql<{ name: string; accountId: Id }>`select name, account_id as "accountId" from resident where committee_id = ${committeeId} and id = ${speakerOf(committeeId, visitId)}`)
  return row
}
