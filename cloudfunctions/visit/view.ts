/** A visit as one reader may see it: rows in, the contract's views out. */
import type { NextVisit } from '../../contract/account'
import type { ContactWish, Relation } from '../../contract/household'
import type { Staff } from '../../contract/organization'
import { Refusal } from '../../contract/refusal'
import type { WordsSafety } from '../../contract/safety'
import type { Id, Instant } from '../../contract/values'
import type { Visit, VisitAbout, VisitCard, VisitEntry, VisitMode, VisitStep } from '../../contract/visit'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { maySee, relationTo, stepsFor } from './rules/access'
import { turnOf } from './rules/lifecycle'
import { ofHome, partyColumns, type LockedVisit } from './store'

export interface VisitCardRow extends LockedVisit {
  host: Staff
  who: string | null
  purpose: string
  label: string
  noHomeVisits: boolean
  lastAt: Instant
}

export const visitColumns = sql`${partyColumns}, v.who, v.purpose, h.label, h.no_home_visits as "noHomeVisits", v.last_at as "lastAt",
  jsonb_build_object('accountId', s.account_id, 'name', s.name, 'post', s.post, 'blockName', s.block_name, 'section', s.section) as host`
export const visitTables = sql`visit v join household h on h.committee_id = v.committee_id and h.id = v.household_id join serving s on s.committee_id = v.committee_id and s.account_id = v.host_id`

export function visitCardOf(row: VisitCardRow, person: Person): VisitCard {
  const as = relationTo(person, row)
  const turn = turnOf(row.state)
  return {
    id: row.id, committeeId: row.committeeId, mode: row.mode, state: row.state, channel: row.channel, host: row.host, who: row.who, minutes: row.minutes, startsAt: row.startsAt, purpose: row.purpose,
    label: as.home ? null : row.label,
    noHomeVisits: as.home ? null : row.noHomeVisits,
    turn: turn === null || row.summaryWaits ? 'nobody' : (turn === 'home' ? as.home : as.host) ? 'mine' : 'theirs',
    lastAt: row.lastAt,
  }
}

interface WholeRow extends VisitCardRow {
  about: VisitAbout | null
  service: { slug: string; title: string } | null
  demand: { id: Id; title: string } | null
  summary: string | null
  wish: ContactWish
}

interface EntryRow {
  id: Id
  at: Instant
  step: VisitStep
  byId: Id | null
  text: string | null
  startsAt: Instant | null
  safety: WordsSafety
  rejectedFor: string | null
  resident: string | null
  staff: string | null
}

/** @throws Refusal `NotFound` for whoever may not see it, as if it did not exist */
export async function viewVisit(tx: Tx, person: Person, { committeeId, visitId, firstWall }: { committeeId: Id; visitId: Id; firstWall: boolean }): Promise<Visit> {
  const me = person.accountId
  const [[row], entries, needs, helpers] = await Promise.all([
    tx.run(sql<WholeRow>`
      select ${visitColumns}, v.about, v.summary, jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never) as wish,
        (select jsonb_build_object('slug', i.slug, 'title', i.title) from service_item i where i.committee_id = v.committee_id and i.slug = v.service_slug) as service,
        (select jsonb_build_object('id', d.id, 'title', d.title) from demand d where d.committee_id = v.committee_id and d.id = v.demand_id) as demand
      from ${visitTables} where v.committee_id = ${committeeId} and v.id = ${visitId}`),
    tx.run(sql<EntryRow>`
      select e.id, e.at, e.step, e.by_id as "byId", e.text, e.starts_at as "startsAt", e.safety, e.decided_reason as "rejectedFor", r.name as resident, s.name as staff
      from visit_entry e join visit v on v.committee_id = e.committee_id and v.id = e.visit_id
        left join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id and r.account_id = e.by_id
        left join staff s on s.committee_id = v.committee_id and s.account_id = e.by_id
      where e.committee_id = ${committeeId} and e.visit_id = ${visitId} order by e.at, e.id limit 500`),
    tx.run(sql<{ demandId: Id; title: string }>`
      select n.demand_id as "demandId", d.title from visit_need n join demand d on d.committee_id = n.committee_id and d.id = n.demand_id
      where n.committee_id = ${committeeId} and n.visit_id = ${visitId} order by n.demand_id`),
    tx.run(sql<Visit['helpers'][number]>`select id, what, state from visit_helper where committee_id = ${committeeId} and visit_id = ${visitId} order by id`),
  ])
  if (!row || (firstWall && !maySee(person, row))) throw new Refusal('NotFound')
  const { home, host } = relationTo(person, row)
  const asked = entries.find(({ step }) => step === 'ask' || step === 'invite')
  return {
    ...visitCardOf(row, person),
    // What waits stands in the line it was said with alone, and is read by whom that line may be read.
    purpose: asked?.safety === 'pending' && asked.text !== null ? asked.text : row.purpose,
    householdId: row.householdId, about: row.about, service: row.service, demand: row.demand, invited: row.invited, endsAt: row.endsAt, offers: [...row.offers].sort(), heldAt: row.heldAt,
    // What waits to be written anew is not shown as if it stood.
    summary: row.state === 'held' && home ? null : row.summary,
    reader: home ? 'home' : host ? 'host' : 'staff',
    thread: entries.map(({ byId, resident, staff, ...entry }): VisitEntry => ({
      ...entry, from: byId === null ? 'system' : resident !== null || staff === null ? 'home' : 'host', by: resident ?? staff, mine: byId === me,
    })),
    needs, helpers,
    wish: home ? null : row.wish,
    steps: stepsFor(person, row),
  }
}

/** Visits of the reader's households, newest first, `limit` + 1 at most. */
export function listOfHome(tx: Tx, query: { householdIds: readonly Id[]; after: [Instant, Id] | null; limit: number }): Promise<(VisitCardRow & { madeAt: Instant })[]> {
  const [at, id] = query.after ?? [null, null]
  return tx.run(sql<VisitCardRow & { madeAt: Instant }>`
    select ${visitColumns}, v.made_at as "madeAt" from ${visitTables}
    where v.household_id = any (${query.householdIds}::uuid[]) and ${ofHome} and (${at}::timestamptz is null or (v.made_at, v.id) < (${at}::timestamptz, ${id}::uuid))
    order by v.made_at desc, v.id desc limit ${query.limit + 1}`)
}

/** Visits somebody hosts: open ones by their time, those without one first; what is over, newest first. `limit` + 1 at most. */
export function listOfHost(tx: Tx, query: { me: Id; open: boolean; after: [Instant, Id] | null; limit: number }): Promise<(VisitCardRow & { place: Instant })[]> {
  const [at, id] = query.after ?? [null, null]
  // Without a time: before all that have one, in the order in which they came; 1970 begins no real visit.
  const place: Statement = query.open ? sql`coalesce(v.starts_at, to_timestamp(extract(epoch from v.made_at) / 1000))` : sql`v.last_at`
  return tx.run(query.open
    ? sql<VisitCardRow & { place: Instant }>`
      select ${visitColumns}, ${place} as place from ${visitTables}
      where v.host_id = ${query.me} and v.state in ('asked', 'proposed', 'booked', 'held', 'summarised', 'missed') and (${at}::timestamptz is null or (${place}, v.id) > (${at}::timestamptz, ${id}::uuid))
      order by ${place}, v.id limit ${query.limit + 1}`
    : sql<VisitCardRow & { place: Instant }>`
      select ${visitColumns}, ${place} as place from ${visitTables}
      where v.host_id = ${query.me} and v.state in ('confirmed', 'cancelled') and (${at}::timestamptz is null or (${place}, v.id) < (${at}::timestamptz, ${id}::uuid))
      order by v.last_at desc, v.id desc limit ${query.limit + 1}`)
}

/** What waits for the household's word, a summary before a time to choose; else what is agreed on and not over, the soonest. */
export async function findNextVisit(tx: Tx, householdIds: readonly Id[], now: Instant): Promise<NextVisit | null> {
  const [next] = householdIds.length === 0 ? [] : await tx.run(sql<NextVisit>`
    select v.committee_id as "committeeId", v.id as "visitId", v.state, s.name as "hostName", v.starts_at as "startsAt"
    from visit v join serving s on s.committee_id = v.committee_id and s.account_id = v.host_id
    where v.household_id = any (${householdIds}::uuid[]) and ${ofHome} and v.mode = 'online' and (v.state in ('summarised', 'proposed') or (v.state = 'booked' and v.ends_at > ${now}))
    order by array_position(array['summarised', 'proposed', 'booked'], v.state), v.starts_at, v.made_at, v.id limit 1`)
  return next ?? null
}

/** How many wait for their host: without a time, or talked and not summed up, or missed. */
export async function countHostVisits(tx: Tx, me: Id): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*) as count from visit v where v.host_id = ${me} and v.mode = 'online' and v.state in ('asked', 'held', 'missed')
      and not exists (select from visit_entry e where e.committee_id = v.committee_id and e.visit_id = v.id and e.safety = 'pending' and e.step = 'summarise')`)
  return count
}

/** Who lives there on the side that is visited, what is still open, and the visit before this one. */
export async function readBrief(tx: Tx, { committeeId, visitId, me }: { committeeId: Id; visitId: Id; me: Id }) {
  const [members, promises, last, notes] = await Promise.all([
    tx.run(sql<{ residentId: Id; name: string; relation: Relation }>`
      select r.id as "residentId", case when app.is_child(r.birth_year) then '孩子' else r.name end as name, r.relation from visit v join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id
      where v.committee_id = ${committeeId} and v.id = ${visitId} and (v.side is null or (v.side = 'tenant') = (r.relation in ('tenant', 'cotenant') or (r.relation in ('family', 'carer')
        and exists (select from resident t where t.committee_id = r.committee_id and t.household_id = r.household_id and t.left_at is null and t.relation in ('tenant', 'cotenant'))))) and r.left_at is null order by r.id limit 30`),
    tx.run(sql<{ demandId: Id; title: string; dueAt: Instant | null }>`
      select d.id as "demandId", d.title, case when d.working then d.due_at end as "dueAt"
      from visit v join demand d on d.committee_id = v.committee_id and d.household_id = v.household_id and not d.resting
      where v.committee_id = ${committeeId} and v.id = ${visitId} order by d.due_at, d.id limit 10`),
    tx.run(sql<{ heldAt: Instant; mode: VisitMode; summary: string | null }>`
      select p.held_at as "heldAt", p.mode, p.summary from visit v join visit p on p.committee_id = v.committee_id and p.household_id = v.household_id and p.id <> v.id and p.held_at is not null
        and (p.side is not distinct from v.side or p.side is null)
      where v.committee_id = ${committeeId} and v.id = ${visitId} order by p.held_at desc limit 1`),
    tx.run(sql<{ sealed: string }>`select text_sealed as sealed from visit_note where committee_id = ${committeeId} and visit_id = ${visitId} and account_id = ${me}`),
  ])
  return { members, promises, lastVisit: last[0] ?? null, sealedNote: notes[0]?.sealed ?? null }
}
