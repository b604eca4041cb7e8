/** What stands at a household's door. Row security leaves it to the household and to those who serve it. */
import type { ConsentState, DoorAttempt, DoorView, HomeVisit } from '../../contract/door'
import { Refusal } from '../../contract/refusal'
import type { Doubt } from '../../contract/safety'
import type { Id, Instant } from '../../contract/values'
import { leads, servesWhole, type Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import { consentSteps, isOver, visitSteps } from './rules/door'

/** What it is called where anybody may read it: no name, flat or purpose. */
export const doorTitle = '上门'

export interface Place {
  committeeId: Id
  householdId?: Id | undefined
  demandId?: Id | undefined
}

/** The household itself, or the one a demand came from; a statement, so that what hangs on it waits for nothing. */
const householdOf = ({ committeeId, householdId, demandId }: Place): Statement<Id> =>
  (householdId ? sql<Id>`${householdId}::uuid` : sql<Id>`(select household_id from demand where committee_id = ${committeeId} and id = ${demandId ?? null}::uuid)`)

const served = sql`(h.block_id = any ((select app.blocks())::uuid[]) or h.committee_id = any ((select app.committees())::uuid[]))`

export interface DoorHousehold {
  householdId: Id
  blockId: Id
  label: string
  declines: boolean
  /** The reader leads its block or serves the committee whole. */
  served: boolean
  /** The matter asked about is a danger somebody of this household wrote of, and it is open. */
  danger: boolean
  /** Accounts of those who live there, who are told. */
  people: Id[]
}

/** @throws Refusal `NotFound` */
export async function getDoorHousehold(tx: Tx, place: Place): Promise<DoorHousehold> {
  const [found] = await tx.run(sql<DoorHousehold>`
    select h.id as "householdId", h.block_id as "blockId", h.label, h.no_home_visits as declines,
      ${served} as served,
      exists (select from demand d where d.committee_id = h.committee_id and d.id = ${place.demandId ?? null}::uuid and d.household_id = h.id and d.urgency = 'danger' and d.entered_by is null and not d.resting) as danger,
      array(select r.account_id from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null order by r.id) as people
    from household h where h.committee_id = ${place.committeeId} and h.id = ${householdOf(place)} and h.live`)
  if (!found) throw new Refusal('NotFound')
  return found
}

export interface ConsentRow {
  id: Id
  householdId: Id
  demandId: Id | null
  who: string
  purpose: string
  fromAt: Instant
  untilAt: Instant
  askedById: Id
  askedBy: string | null
  askedAt: Instant
  state: ConsentState
  answeredAt: Instant | null
  usedAt: Instant | null
}

const consentColumns = sql`c.id, c.household_id as "householdId", c.demand_id as "demandId", c.who, c.purpose, c.from_at as "fromAt", c.until_at as "untilAt", c.asked_by as "askedById", s.name as "askedBy",
  c.asked_at as "askedAt", c.state, c.answered_at as "answeredAt", c.used_at as "usedAt"`
const consents = sql`visit_consent c left join staff s on s.committee_id = c.committee_id and s.account_id = c.asked_by`

/** Held until the transaction ends, if it can still be answered by this person. @throws Refusal `NotFound` */
export async function lockConsent(tx: Tx, committeeId: Id, consentId: Id): Promise<ConsentRow & { held: boolean }> {
  const one = sql`where c.committee_id = ${committeeId} and c.id = ${consentId}`
  // First held, then read: what another answered meanwhile is read as it is now.
  const [held, [row]] = await Promise.all([tx.run(sql`select c.id from visit_consent c ${one} for update`), tx.run(sql<ConsentRow>`select ${consentColumns} from ${consents} ${one}`)])
  if (!row) throw new Refusal('NotFound')
  return { ...row, held: held.length === 1 }
}

export interface NewConsent { committeeId: Id; id: Id; householdId: Id; blockId: Id; demandId: Id | null; who: string; purpose: string; fromAt: Instant; untilAt: Instant; askedBy: Id; askedAt: Instant }

/** @throws Refusal `AlreadyAsked` while the household has a question before it */
export async function insertConsent(tx: Tx, one: NewConsent): Promise<void> {
  const inserted = await tx.run(sql`
    insert into visit_consent (committee_id, id, household_id, block_id, demand_id, who, purpose, from_at, until_at, asked_by, asked_at, state)
    values (${one.committeeId}, ${one.id}, ${one.householdId}, ${one.blockId}, ${one.demandId}, ${one.who}, ${one.purpose}, ${one.fromAt}, ${one.untilAt}, ${one.askedBy}, ${one.askedAt}, 'asked')
    on conflict (committee_id, household_id) where state = 'asked' do nothing returning id`)
  if (inserted.length === 0) throw new Refusal('AlreadyAsked')
}

export async function settleConsent(tx: Tx, committeeId: Id, consentId: Id, { state, by, at }: { state: ConsentState; by: Id; at: Instant }): Promise<void> {
  await tx.run(sql`update visit_consent set state = ${state}, answered_by = ${by}, answered_at = ${at} where committee_id = ${committeeId} and id = ${consentId}`)
}

export interface NewHomeVisit { place: Place; id: Id; who: string; purpose: string; fromAt: Instant; untilAt: Instant; consentId: Id | null; by: Id; at: Instant }

/** @returns whether it came to be; false when the household's veto left it out and wrote the attempt down (0235) */
export async function insertHomeVisit(tx: Tx, one: NewHomeVisit): Promise<boolean> {
  const { committeeId, demandId = null } = one.place
  const minutes = Math.max(5, Math.min(600, Math.round((Date.parse(one.untilAt) - Date.parse(one.fromAt)) / 60_000)))
  const made = await tx.run(sql`
    insert into visit (committee_id, id, household_id, block_id, mode, state, purpose, about, demand_id, asked_by, host_id, who, minutes, starts_at, ends_at, consent_id, told, made_at, last_at, last_by)
    select h.committee_id, ${one.id}, h.id, h.block_id, 'home', 'booked', ${one.purpose}, ${demandId === null ? 'archive' : 'demand'}, ${demandId}, ${one.by}, ${one.by}, ${one.who}, ${minutes}, ${one.fromAt}, ${one.untilAt},
      ${one.consentId}, array(select r.account_id from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null order by r.id), ${one.at}, ${one.at}, ${one.by}
    from household h where h.committee_id = ${committeeId} and h.id = ${householdOf(one.place)}
      and h.live and ${served}
    returning id`)
  return made.length === 1
}

export interface HomeVisitRow { id: Id; householdId: Id; blockId: Id; demandId: Id | null; who: string; purpose: string; startsAt: Instant; endsAt: Instant; state: HomeVisit['state']; hostId: Id; host: string }

/** What ending it needs to know besides. */
export interface LockedHomeVisit extends HomeVisitRow {
  people: Id[]
  /** The household lets people come, or its consent for this is alive. */
  open: boolean
}

const visitColumns = sql`v.id, v.household_id as "householdId", v.block_id as "blockId", v.demand_id as "demandId", v.who, v.purpose, v.starts_at as "startsAt", v.ends_at as "endsAt",
  case when v.state in ('summarised', 'confirmed') then 'held' else v.state end as state, v.host_id as "hostId", s.name as host`
const homeVisits = sql`visit v join staff s on s.committee_id = v.committee_id and s.account_id = v.host_id`

/** Held until the transaction ends. @throws Refusal `NotFound` */
export async function lockHomeVisit(tx: Tx, committeeId: Id, visitId: Id, now: Instant): Promise<LockedHomeVisit> {
  const [row] = await tx.run(sql<LockedHomeVisit>`
    select ${visitColumns}, array(select r.account_id from resident r where r.committee_id = v.committee_id and r.household_id = v.household_id and r.account_id is not null order by r.id) as people,
      (select not h.no_home_visits or exists (select from visit_consent c where c.committee_id = v.committee_id and c.id = v.consent_id and c.state = 'given' and ${now} >= c.from_at and ${now} < c.until_at)
        from household h where h.committee_id = v.committee_id and h.id = v.household_id) as open
    from ${homeVisits} where v.committee_id = ${committeeId} and v.id = ${visitId} and v.mode = 'home' for update of v`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** @returns whether it moved; false when the consent did not hold any more */
export async function endHomeVisit(tx: Tx, committeeId: Id, visitId: Id, { state, by, at }: { state: 'held' | 'missed' | 'cancelled'; by: Id; at: Instant }): Promise<boolean> {
  const moved = await tx.run(sql`
    update visit set state = ${state}, held_at = ${state === 'held' ? at : null}::timestamptz, last_at = ${at}, last_by = ${by} where committee_id = ${committeeId} and id = ${visitId} returning id`)
  return moved.length === 1
}

export async function insertHomeVisitEntry(tx: Tx, entry: { committeeId: Id; id: Id; visitId: Id; at: Instant; by: Id; step: 'accept' | 'hold' | 'cancel'; from: string | null; to: string; text: string | null; doubt: Doubt | null }): Promise<void> {
  await tx.run(sql`
    insert into visit_entry (committee_id, id, visit_id, at, by_id, step, from_state, state, text, safety, doubt)
    values (${entry.committeeId}, ${entry.id}, ${entry.visitId}, ${entry.at}, ${entry.by}, ${entry.step}, ${entry.from}, ${entry.to}, ${entry.text}, ${entry.doubt === null ? 'passed' : 'pending'}, ${entry.doubt})`)
}

/** Lives there, or serves it. */
export function mayStandAt(person: Person, committeeId: Id, household: { householdId: Id; blockId: Id }): boolean {
  return livesIn(person, household.householdId) || servesDoor(person, committeeId, household.blockId)
}
export const livesIn = (person: Person, householdId: Id) => person.households.some((one) => one.householdId === householdId)
export const servesDoor = (person: Person, committeeId: Id, blockId: Id) => leads(person, blockId) || servesWhole(person, committeeId)

/** The door for one reader, read after whatever was written. @param reading its household, where that is being read already */
export async function viewDoor(tx: Tx, person: Person, place: Place, now: Instant, reading = getDoorHousehold(tx, place)): Promise<DoorView> {
  const { committeeId } = place
  const where = (alias: Statement) => sql`${alias}.committee_id = ${committeeId} and ${alias}.household_id = ${householdOf(place)}`
  const [household, given, visits, attempts] = await Promise.all([
    reading,
    tx.run(sql<ConsentRow>`select ${consentColumns} from ${consents} where ${where(sql`c`)} order by c.asked_at desc, c.id limit 20`),
    tx.run(sql<HomeVisitRow>`select ${visitColumns} from ${homeVisits} where ${where(sql`v`)} and v.mode = 'home' order by v.made_at desc, v.id limit 20`),
    tx.run(sql<DoorAttempt>`
      select a.id, a.at, s.name as by, a.who, a.purpose, a.starts_at as "startsAt", a.why
      from visit_attempt a left join staff s on s.committee_id = a.committee_id and s.account_id = a.by_id where ${where(sql`a`)} order by a.at desc, a.id limit 50`),
  ])
  const reader = livesIn(person, household.householdId) ? 'home' : 'staff'
  return {
    committeeId, householdId: household.householdId, label: household.label, declines: household.declines, reader,
    consents: given.map(({ id, demandId, who, purpose, fromAt, untilAt, askedById, askedBy, askedAt, state, answeredAt, usedAt }) => {
      const facts = { state, who, purpose, fromAt, untilAt, used: usedAt !== null }
      const asker = reader === 'home' && askedById === person.accountId
      return { id, demandId, who, purpose, fromAt, untilAt, askedBy: askedBy ?? '', askedAt, state, answeredAt, usedAt, over: isOver(facts, now), steps: consentSteps(facts, asker ? 'asker' : reader, now) }
    }),
    visits: visits.map(({ id, demandId, who, purpose, startsAt, endsAt, state, host }) => ({ id, demandId, who, purpose, startsAt, endsAt, state, host, steps: visitSteps({ state, startsAt }, reader, now) })),
    attempts,
  }
}
