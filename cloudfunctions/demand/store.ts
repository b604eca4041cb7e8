/** Demands and their threads. Row security leaves only those the actor files or serves. */
import type { DemandStatus, DemandStep } from '../../contract/demand/life'
import type { OutsideKind } from '../../contract/demand/route'
import type { Channel, DemandKind, HeardBy, Urgency, Visibility } from '../../contract/demand/said'
import { Refusal } from '../../contract/refusal'
import type { Doubt, WordsSafety } from '../../contract/safety'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { joined, literal, sql } from '../database/sql'
import type { CommitteeRef } from '../organization/store'
import type { SealPlace } from '../runtime/seal'
import type { DemandParties } from './rules/access'
import type { Routed } from './rules/routing'
import type { Theme } from './rules/theme'
import { firstLetters } from './rules/title'
import type { LadderRung } from './rules/watch'

/** What a step needs to know before it decides. */
export interface LockedDemand extends DemandParties {
  id: Id
  number: string
  kind: DemandKind
  urgency: Urgency
  title: string
  filerName: string
  reopened: number
  contactedAt: Instant | null
  dueAt: Instant
  dueFrom: Instant
  pauses: [Instant, Instant][]
  askedAt: Instant | null
  /** A meeting here has decided about it, or its resident has rated what was done here. */
  decided: boolean
  /** The reader has put it off in their own inbox. */
  putOff: boolean
  visibility: Visibility
  phoneSealed: string | null
  /** The demand it is worked on with, or was answered with. */
  leadId: Id | null
  /** Whose it was before it was joined. */
  joinedFrom: Id | null
}

const locked = sql`committee_id as "committeeId", id, number, status, kind, urgency, title, filed_by as "filedBy", filer_name as "filerName", owner_id as "ownerId",
  first_receiver_id as "firstReceiverId", offered_to as "offeredTo", told, block_id as "blockId", reopened, contacted_at as "contactedAt", followers,
  kept_from as "keptFrom", rated, more_time_by as "moreTimeBy", due_days as "dueDays", closed_how as "closedHow", due_at as "dueAt", due_from as "dueFrom", pauses, asked_at as "askedAt",
  visibility, filer_phone_sealed as "phoneSealed", lead_id as "leadId", joined_from as "joinedFrom",
  exists (select from resolution r where r.committee_id = demand.committee_id and r.demand_id = demand.id) or rated is not null as decided,
  exists (select from demand_snooze s where s.committee_id = demand.committee_id and s.demand_id = demand.id and s.account_id = (select app.account_id())) as "putOff"`

/** Where a demand lies: whoever filed it finds it by its id alone, also after it moved to another committee. */
export function committeeOf(me: Id, committeeId: Id, demandId: Id): CommitteeRef {
  return sql<Id>`coalesce((select f.committee_id from demand f where f.id = ${demandId} and f.filed_by = ${me}), ${committeeId}::uuid)`
}

/** The demand, held until the transaction ends: of two who take the same step one waits and then sees what the other did. @throws Refusal `NotFound` */
export async function lockDemand(tx: Tx, committee: CommitteeRef, demandId: Id): Promise<LockedDemand> {
  const [row] = await tx.run(sql<LockedDemand>`select ${locked} from demand where committee_id = ${committee} and id = ${demandId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** The same without holding it, with what was said and where. @throws Refusal `NotFound` */
export async function findDemand(tx: Tx, committeeId: Id, demandId: Id): Promise<LockedDemand & { text: string; place: string; category: string | null }> {
  const [row] = await tx.run(sql<LockedDemand & { text: string; place: string; category: string | null }>`select ${locked}, text, place, category from demand where committee_id = ${committeeId} and id = ${demandId}`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** Where the number of who has no account lies. */
export const phonePlace = (committeeId: Id, demandId: Id): SealPlace => ({ committeeId, field: 'demand.filer_phone', rowId: demandId })

export interface NewDemand {
  committeeId: Id
  id: Id
  kind: DemandKind
  about: 'community' | 'app'
  title: string
  text: string
  place: string
  urgency: Urgency
  visibility: Visibility
  channel: Channel
  filedBy: Id | null
  filerName: string
  /** Who enters it for another; their number, sealed, when they have no account. */
  enteredBy: Id | null
  phoneSealed: string | null
  theme: Theme
  /** Whom the resident told first. */
  firstReceiverId: Id
  householdId: Id | null
  blockId: Id | null
  routed: Routed
  filedAt: Instant
  contactDueAt: Instant
  wordDueAt: Instant | null
  dueAt: Instant
  dueDays: number | null
  provisional: boolean
  safety: 'passed' | 'pending'
  year: number
}

export async function insertDemand(tx: Tx, demand: NewDemand): Promise<void> {
  await tx.run(sql`
    insert into demand (committee_id, id, number, kind, about, title, text, place, urgency, visibility, channel, status, filed_by, filer_name, household_id, block_id,
      owner_id, first_receiver_id, told, route, filed_at, contact_due_at, word_due_at, due_from, due_days, due_at, provisional, watch_at, last_at, last_by, last_line, lent_from, entered_by, filer_phone_sealed, category, answers, safety)
    values (${demand.committeeId}, ${demand.id}, app.next_demand_number(${demand.year}), ${demand.kind}, ${demand.about}, ${demand.title}, ${demand.text}, ${demand.place},
      ${demand.urgency}, ${demand.visibility}, ${demand.channel}, 'submitted', ${demand.filedBy}, ${demand.filerName}, ${demand.householdId}, ${demand.blockId},
      ${demand.routed.ownerId}, ${demand.firstReceiverId}, ${demand.urgency === 'danger' ? demand.routed.told : []}::uuid[], ${JSON.stringify(demand.routed.route)}::jsonb, ${demand.filedAt},
      ${demand.contactDueAt}, ${demand.wordDueAt}, ${demand.filedAt}, ${demand.dueDays}, ${demand.dueAt}, ${demand.provisional}, ${demand.filedAt}, ${demand.filedAt},
      ${demand.enteredBy ?? demand.filedBy}, ${firstLetters(demand.text, 60)}, ${demand.routed.lentFrom}, ${demand.enteredBy}, ${demand.phoneSealed},
      ${demand.theme.category}, ${JSON.stringify(demand.theme.answers)}::jsonb, ${demand.safety})`)
}

export interface NewEntry {
  committeeId: Id
  id: Id
  demandId: Id
  at: Instant
  /** Null for the system. */
  byId: Id | null
  step: DemandStep
  from: DemandStatus | null
  to: DemandStatus
  text: string | null
  toId: Id | null
  /** An outside party, or the number of the demand it was joined to. */
  toName?: string
  /** A step that moves the deadline keeps both. */
  due?: { old: Instant; new: Instant }
  /** The meeting's resolution it comes from. */
  resolutionId?: Id
  /** A resident’s step, written down for them. */
  heard?: HeardBy | null
  /** Why its words wait; absent where they passed. */
  doubt?: Doubt | null
  /** A line that is hidden from the resident like the rejected words it tells of. */
  hidden?: boolean
}

/** One line of the thread and the history; a line is never changed, but for what is decided about its words. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.run(sql`
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name, old_due, new_due, resolution_id, heard, safety, doubt)
    values (${entry.committeeId}, ${entry.id}, ${entry.demandId}, ${entry.at}, ${entry.byId}, ${entry.step}, ${entry.from}, ${entry.to}, ${entry.text}, ${entry.toId},
      ${entry.toName ?? null}, ${entry.due?.old ?? null}, ${entry.due?.new ?? null}, ${entry.resolutionId ?? null}, ${entry.heard ?? null},
      ${entry.hidden ? 'rejected' : entry.doubt ? 'pending' : 'passed'}, ${entry.doubt ?? null})`)
}

/** Columns a step may move; what is absent stays. */
export interface DemandChange {
  status?: DemandStatus
  block_id?: Id
  owner_id?: Id
  offered_to?: Id | null
  offered_at?: Instant | null
  told?: Id[]
  contacted_at?: Instant
  word_due_at?: null
  due_from?: Instant
  due_days?: number | null
  pauses?: string
  due_at?: Instant
  provisional?: boolean
  asked_at?: Instant | null
  more_time_by?: Id | null
  lent_from?: null
  outside_kind?: OutsideKind | null
  outside_name?: string | null
  outside_number?: string | null
  closed_how?: 'confirmed' | 'proxy' | null
  meeting_on?: Day
  resolution_id?: Id
  watch_at?: Instant
  answered_at?: Instant
  closed_at?: Instant | null
  reopened?: number
  safety?: WordsSafety
  last_at?: Instant
  last_by?: Id
  last_line?: string
  rated?: number
  kept_from?: Id
}

export async function changeDemand(tx: Tx, committeeId: Id, demandId: Id, change: DemandChange): Promise<void> {
  const columns = Object.entries(change).filter(([, value]) => value !== undefined).map(([column, value]) => sql`${literal(column)} = ${value}`)
  await tx.run(sql`update demand set ${joined(columns)} where committee_id = ${committeeId} and id = ${demandId}`)
}

/** The reader has seen the threads up to `now`. */
export async function markSeen(tx: Tx, seen: { demands: readonly { committeeId: Id; demandId: Id }[]; me: Id; now: Instant }): Promise<void> {
  await tx.run(sql`
    insert into demand_seen (committee_id, demand_id, account_id, seen_at)
    select committee_id, id, ${seen.me}, ${seen.now} from unnest(${seen.demands.map((one) => one.committeeId)}::uuid[], ${seen.demands.map((one) => one.demandId)}::uuid[]) as d (committee_id, id)
    on conflict (committee_id, demand_id, account_id) do update set seen_at = excluded.seen_at`)
}

/** What the access rule needs of each that the reader may see, in no order. */
export function listParties(tx: Tx, demands: readonly { committeeId: Id; demandId: Id }[]): Promise<(DemandParties & { id: Id })[]> {
  return tx.run(sql<DemandParties & { id: Id }>`
    select d.committee_id as "committeeId", d.id, d.status, d.urgency, d.filed_by as "filedBy", d.owner_id as "ownerId", d.first_receiver_id as "firstReceiverId", d.offered_to as "offeredTo",
      d.told, d.block_id as "blockId", d.followers, d.more_time_by as "moreTimeBy", d.due_days as "dueDays", d.closed_how as "closedHow"
    from demand d join unnest(${demands.map((one) => one.committeeId)}::uuid[], ${demands.map((one) => one.demandId)}::uuid[]) as asked (committee_id, id) using (committee_id, id)`)
}

/** The rungs a committee has set, lowest first; empty where it has set none. */
export function getLadder(tx: Tx, committeeId: Id): Promise<LadderRung[]> {
  return tx.run(sql<LadderRung>`select who, after_minutes as "afterMinutes" from ladder_rung where committee_id = ${committeeId} order by seq`)
}
