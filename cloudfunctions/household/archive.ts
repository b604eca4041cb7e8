/** The archive: what is kept of a household, and the one way in which it changes. `applyChange` and `proposeChange` are for every noun that learns something. */
import type { Archive, ArchiveChange, ArchiveEdit, ArchiveSource, ArchiveValue, HouseholdClass, HouseholdWish, ResidentRole, Tenure } from '../../contract/archive'
import type { ConsentLayer } from '../../contract/consent'
import type { Relation } from '../../contract/household'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import type { Seals } from '../runtime/seal'
import { isSealed, residentOf, type HomePlace, type Past } from './rules/archive'
import { classOf } from './rules/class'

export interface HomeRow extends HomePlace {
  label: string
  blockName: string
  version: number
  tenure: Tenure
  wish: HouseholdWish
  wishAt: Instant | null
  movedOutAt: Instant | null
  live: boolean
  goesOn: Archive['goesOn']
  /** Somebody of the household uses the app. */
  inApp: boolean
}

const homes = sql`
  select h.committee_id as "committeeId", h.id as "householdId", h.block_id as "blockId", h.label, b.name as "blockName", h.version, h.tenure, h.wish_at as "wishAt", h.moved_out_at as "movedOutAt", h.live,
    (select jsonb_build_object('householdId', n.id, 'label', n.label) from household n where n.committee_id = h.committee_id and n.id = h.next_id) as "goesOn",
    jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never, 'language', h.language) as wish,
    exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null) as "inApp"
  from household h join block b on b.committee_id = h.committee_id and b.id = h.block_id`

/** Undefined for whoever may not know of it. */
export async function findHome(tx: Tx, committeeId: Id, householdId: Id): Promise<HomeRow | undefined> {
  return (await tx.run(sql<HomeRow>`${homes} where h.committee_id = ${committeeId} and h.id = ${householdId}`))[0]
}

/** Nothing of the archive changes until the transaction ends. @throws Refusal `NotFound`, also for one that is closed */
export async function lockHome(tx: Tx, committeeId: Id, householdId: Id): Promise<HomeRow> {
  const [row] = await tx.run(sql<HomeRow>`${homes} where h.committee_id = ${committeeId} and h.id = ${householdId} and h.live for update of h`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export interface PersonRow {
  residentId: Id
  name: string
  relation: Relation
  birthYear: number | null
  roles: ResidentRole[]
  hasPhone: boolean
  hasEmail: boolean
  accountId: Id | null
  leftAt: Instant | null
  /** What this person has said no to. */
  refused: ConsentLayer[]
}

const people = sql`
  select r.id as "residentId", r.name, r.relation, r.birth_year as "birthYear", r.roles, r.has_phone as "hasPhone", r.has_email as "hasEmail", r.account_id as "accountId", r.left_at as "leftAt", app.refused_by(r.committee_id, r.id) as refused from resident r`

/** Those who left last, and within thirty days, come after those who live there. */
export function listPeople(tx: Tx, committeeId: Id, household: Id | Statement): Promise<PersonRow[]> {
  return tx.run(sql<PersonRow>`${people} where r.committee_id = ${committeeId} and r.household_id = ${household} order by r.left_at is not null, r.left_at desc, r.id`)
}

/** Changes that were applied after a version. */
export function listPast(tx: Tx, committeeId: Id, householdId: Id, version: number): Promise<Past[]> {
  return tx.run(sql<Past>`
    select id, resident_id as "residentId", field, version, by_id as "byId" from archive_change
    where committee_id = ${committeeId} and household_id = ${householdId} and state = 'applied' and version > ${version} order by version`)
}

/** Whoever it was, by the name they serve or live under here. */
export const nameOf = (account: Statement, of: Statement) => sql`coalesce(
  (select s.name from staff s where s.committee_id = ${of}.committee_id and s.account_id = ${account}),
  (select p.name from resident p where p.committee_id = ${of}.committee_id and p.household_id = ${of}.household_id and p.account_id = ${account} limit 1), '居民')`

export type ChangeRow = Omit<ArchiveChange, 'steps' | 'sealed'> & { committeeId: Id; householdId: Id; blockId: Id; label: string; byId: Id; homeVersion: number; /** It is about somebody under fourteen. */ child: boolean }

const changes = sql`
  select c.committee_id as "committeeId", c.household_id as "householdId", c.block_id as "blockId", h.label, h.version as "homeVersion", c.id, c.resident_id as "residentId", r.name, case when c.field = 'member' then app.is_child((c.new ->> 'birthYear')::int) else app.is_child(r.birth_year) end as child, c.field, c.old, c.new, c.source, c.by_id as "byId", c.at, c.state, c.why,
    ${nameOf(sql`c.by_id`, sql`c`)} as by, case when c.decided_by <> c.by_id then ${nameOf(sql`c.decided_by`, sql`c`)} end as "decidedBy",
    case when x.id is not null then jsonb_build_object('by', ${nameOf(sql`x.by_id`, sql`x`)}, 'at', to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'value', x.new) end as against
  from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id
    left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id
    left join archive_change x on x.committee_id = c.committee_id and x.id = c.against`

/** What waits to be decided, oldest first. */
export function listWaiting(tx: Tx, committeeId: Id, householdId: Id): Promise<ChangeRow[]> {
  return tx.run(sql<ChangeRow>`${changes} where c.committee_id = ${committeeId} and c.household_id = ${householdId} and c.state = 'proposed' order by c.at, c.id limit 50`)
}

/** A place in the history: the one after it is older. */
export type HistoryPlace = [at: Instant, id: Id] | null
const older = (of: Statement, place: HistoryPlace) => sql`(${place?.[0] ?? null}::timestamptz is null or (${of}.at, ${of}.id) < (${place?.[0] ?? null}::timestamptz, ${place?.[1] ?? null}::uuid))`

/** All that happened to its fields, newest first. */
export function listHistory(tx: Tx, committeeId: Id, householdId: Id, { after, limit }: { after: HistoryPlace; limit: number }): Promise<ChangeRow[]> {
  return tx.run(sql<ChangeRow>`${changes} where c.committee_id = ${committeeId} and c.household_id = ${householdId} and ${older(sql`c`, after)} order by c.at desc, c.id desc limit ${limit}`)
}

/** A proposed change with its household, both held. Undefined when it is decided, or not for this person to decide. */
export async function lockChange(tx: Tx, committeeId: Id, changeId: Id): Promise<ChangeRow | undefined> {
  const [row] = await tx.run(sql<ChangeRow>`
    ${changes} where c.committee_id = ${committeeId} and c.id = ${changeId} and c.state = 'proposed' for update of c, h`)
  return row
}

export async function findChange(tx: Tx, committeeId: Id, changeId: Id): Promise<ChangeRow | undefined> {
  return (await tx.run(sql<ChangeRow>`${changes} where c.committee_id = ${committeeId} and c.id = ${changeId}`))[0]
}

/** What the person concerned by a change has said no to. */
export async function listRefused(tx: Tx, committeeId: Id, changeId: Id): Promise<ConsentLayer[]> {
  const [row] = await tx.run(sql<{ refused: ConsentLayer[] }>`select app.refused_by(committee_id, resident_id) as refused from archive_change where committee_id = ${committeeId} and id = ${changeId}`)
  return row?.refused ?? []
}

export interface NewChange extends HomePlace {
  id: Id
  edit: ArchiveEdit
  source: ArchiveSource
  byId: Id
  at: Instant
  visitId?: Id | null
  importId?: Id | null
}

/** What the columns of a value hold; those that lie sealed are bound to their row. */
export function sealedOf(seals: Seals, committeeId: Id, field: string, rowId: Id, text: string | null): string | null {
  return text ? seals.seal({ committeeId, field, rowId }, text) : null
}

interface Outcome { state: 'applied' | 'proposed'; version: number | null; against: Id | null; old: ArchiveValue }

async function insertChange(tx: Tx, seals: Seals, { committeeId, blockId, householdId, id, edit, source, byId, at, visitId = null, importId = null }: NewChange, { state, version, against, old }: Outcome): Promise<void> {
  const closed = isSealed(edit.field)
  const sealed = (field: 'old' | 'new', value: unknown) => (closed ? sealedOf(seals, committeeId, `archive_change.${field}`, id, value as string | null) : null)
  await tx.run(sql`
    insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old, new, old_sealed, new_sealed, version, source, visit_id, import_id, by_id, at, state, against, decided_by, decided_at)
    values (${committeeId}, ${id}, ${householdId}, ${blockId}, ${residentOf(edit)}, ${edit.field}, ${closed ? null : JSON.stringify(old)}::jsonb, ${closed ? null : JSON.stringify(edit.value)}::jsonb,
      ${sealed('old', old)}, ${sealed('new', edit.value)}, ${version}, ${source}, ${visitId}, ${importId}, ${byId}, ${at}, ${state}, ${against},
      ${state === 'applied' ? byId : null}, ${state === 'applied' ? at : null})`)
}

/** Somebody else decides about it. `old`: what stood there; of what is sealed its text, or null where it was not opened. */
export function proposeChange(tx: Tx, seals: Seals, change: NewChange, { old = null, against = null }: { old?: ArchiveValue; against?: Id | null } = {}): Promise<void> {
  return insertChange(tx, seals, change, { state: 'proposed', version: null, against, old })
}

/**
 * Holds at once. The household is locked, and `version` is the next one.
 * @param newId for somebody new in the household
 */
export async function applyChange(tx: Tx, seals: Seals, change: NewChange, next: { version: number; old: ArchiveValue; newId: Id }): Promise<void> {
  await Promise.all([insertChange(tx, seals, change, { state: 'applied', version: next.version, against: null, old: next.old }), writeEdit(tx, seals, change, change.edit, { ...next, at: change.at }), setVersion(tx, change, next.version)])
}

/** What was proposed is taken over as it was said. */
export async function takeOver(tx: Tx, seals: Seals, change: Pick<NewChange, 'committeeId' | 'householdId' | 'blockId' | 'id' | 'edit' | 'at'>, next: { version: number; newId: Id; by: Id }): Promise<void> {
  await Promise.all([
    writeEdit(tx, seals, change, change.edit, { ...next, at: change.at }),
    setVersion(tx, change, next.version),
    settleChange(tx, change, { state: 'applied', version: next.version, by: next.by, at: change.at, why: null }),
  ])
}

async function setVersion(tx: Tx, { committeeId, householdId }: HomePlace, version: number): Promise<void> {
  await tx.run(sql`update household set version = greatest(version, ${version}) where committee_id = ${committeeId} and id = ${householdId}`)
}

/** The value where it belongs; a note belongs to the history alone. */
async function writeEdit(tx: Tx, seals: Seals, { committeeId, householdId, blockId }: HomePlace, edit: ArchiveEdit, { version, newId, at }: { version: number; newId: Id; at: Instant }): Promise<void> {
  const resident = (id: Id, set: Statement) => tx.run(sql`update resident set ${set}, version = ${version} where committee_id = ${committeeId} and household_id = ${householdId} and id = ${id}`)
  const sealed = (field: string, id: Id, text: string) => sealedOf(seals, committeeId, field, id, text)
  switch (edit.field) {
    case 'tenure': await tx.run(sql`update household set tenure = ${edit.value} where committee_id = ${committeeId} and id = ${householdId}`); return
    case 'member':
      await tx.run(sql`insert into resident (committee_id, id, household_id, block_id, name, relation, birth_year, version)
        values (${committeeId}, ${newId}, ${householdId}, ${blockId}, ${edit.value.name}, ${edit.value.relation}, ${edit.value.birthYear}, ${version})`)
      return
    case 'name': await resident(edit.residentId, sql`name = ${edit.value}`); return
    case 'relation': await resident(edit.residentId, sql`relation = ${edit.value}`); return
    case 'birthYear': await resident(edit.residentId, sql`birth_year = ${edit.value}`); return
    case 'roles': await resident(edit.residentId, sql`roles = ${edit.value}::text[]`); return
    case 'left': await resident(edit.residentId, sql`left_at = ${edit.value ? at : null}::timestamptz`); return
    case 'email': await resident(edit.residentId, sql`email_sealed = ${sealed('resident.email', edit.residentId, edit.value)}`); return
    case 'phone':
      await resident(edit.residentId, sql`phone_sealed = ${sealed('resident.phone', edit.residentId, edit.value)}, phone_index = ${edit.value ? seals.index(committeeId, edit.value) : null}`)
      return
    case 'note':
  }
}

/** Decided: taken over as a version of its own, or refused with a reason. */
export async function settleChange(tx: Tx, { committeeId, id }: { committeeId: Id; id: Id }, end: { state: 'applied' | 'refused'; version: number | null; by: Id; at: Instant; why: string | null }): Promise<void> {
  await tx.run(sql`update archive_change set state = ${end.state}, version = ${end.version}, decided_by = ${end.by}, decided_at = ${end.at}, why = ${end.why} where committee_id = ${committeeId} and id = ${id}`)
}

/** The household's own word, as a change of its own and with the class that follows. */
export async function writeWish(tx: Tx, home: HomeRow, { id, wish, source, byId, at }: { id: Id; wish: HouseholdWish; source: ArchiveSource; byId: Id; at: Instant }): Promise<void> {
  const { committeeId, householdId, blockId, version } = home
  await Promise.all([
    tx.run(sql`
      update household set no_home_visits = ${wish.noHomeVisits}, channels = ${wish.channels}::text[], hours = ${wish.hours}, never = ${wish.never}::text[], language = ${wish.language}, wish_at = ${at}, version = ${version + 1}
      where committee_id = ${committeeId} and id = ${householdId}`),
    tx.run(sql`
      insert into archive_change (committee_id, id, household_id, block_id, field, old, new, version, source, by_id, at, state, decided_by, decided_at)
      values (${committeeId}, ${id}, ${householdId}, ${blockId}, 'wish', ${JSON.stringify(home.wish)}::jsonb, ${JSON.stringify(wish)}::jsonb, ${version + 1}, ${source}, ${byId}, ${at}, 'applied', ${byId}, ${at})`),
  ])
}

export function bumpVersion(tx: Tx, home: HomeRow): Promise<void> {
  return setVersion(tx, home, home.version + 1)
}

/** Written down with both axes; says nothing of the kind of need. */
export async function insertDecision(tx: Tx, home: HomePlace & { noHomeVisits: boolean }, { id, cared, why, source, byId, at }: { id: Id; cared: boolean; why: 'wish' | 'care' | 'careEnded' | 'import'; source: ArchiveSource; byId: Id; at: Instant }): Promise<void> {
  await tx.run(sql`
    insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
    values (${home.committeeId}, ${id}, ${home.householdId}, ${home.blockId}, ${at}, ${classOf({ noHomeVisits: home.noHomeVisits, cared })}, ${home.noHomeVisits}, ${cared}, ${why}, ${source}, ${byId})`)
}

/** The class of `household h`, for lists. */
export const classColumn = sql<HouseholdClass>`case when h.no_home_visits then 'A'
  when exists (select from household_care k where k.committee_id = h.committee_id and k.household_id = h.id and k.ended_at is null) then 'C' else 'B' end`

/** What stands there now, of what does not lie sealed. */
export function valueOf(edit: ArchiveEdit, home: HomeRow, persons: readonly PersonRow[]): ArchiveValue {
  if (edit.field === 'tenure') return home.tenure
  const person = persons.find(({ residentId }) => residentId === residentOf(edit))
  if (!person) return null
  const { name, relation, birthYear, roles, leftAt } = person
  const values: Partial<Record<ArchiveEdit['field'], ArchiveValue>> = { name, relation, birthYear, roles, left: leftAt !== null }
  return values[edit.field] ?? null
}

export async function isCared(tx: Tx, committeeId: Id, householdId: Id): Promise<boolean> {
  return (await tx.one(sql<{ cared: boolean }>`select app.is_cared(${committeeId}, ${householdId}) as cared`)).cared
}

/** Which rows of any household are the reader's own. */
export async function ownResidents(tx: Tx): Promise<Id[]> {
  return (await tx.one(sql<{ own: Id[] }>`select app.own_residents() as own`)).own
}

/** Notes lie in the history; row security leaves to the person concerned those about them. */
export function listNotes(tx: Tx, committeeId: Id, householdId: Id): Promise<Archive['notes']> {
  return tx.one(sql<Archive['notes']>`
    select count(*) as count, max(at) as "lastAt" from archive_change where committee_id = ${committeeId} and household_id = ${householdId} and field = 'note' and state = 'applied'`)
}

/** What is open of this door, the one due first at the top. */
export function listPromised(tx: Tx, committeeId: Id, householdId: Id): Promise<Archive['demands']> {
  return tx.run(sql<Archive['demands'][number]>`
    select d.id as "demandId", d.number, d.title, s.name as owner, d.due_at as "dueAt" from demand d join staff s on s.committee_id = d.committee_id and s.account_id = d.owner_id
    where d.committee_id = ${committeeId} and d.household_id = ${householdId} and not d.resting order by d.due_at, d.id limit 10`)
}

export function listVisits(tx: Tx, committeeId: Id, householdId: Id): Promise<Archive['visits']> {
  return tx.run(sql<Archive['visits'][number]>`
    select id as "visitId", mode, state, coalesce(held_at, starts_at, made_at) as at, purpose, summary from visit
    where committee_id = ${committeeId} and household_id = ${householdId} order by made_at desc, id desc limit 5`)
}

/** When somebody last talked with the household, online or at the door. */
export async function findLastVisit(tx: Tx, committeeId: Id, householdId: Id): Promise<Archive['lastVisit']> {
  return (await tx.run(sql<NonNullable<Archive['lastVisit']>>`
    select held_at as at, mode, channel from visit where committee_id = ${committeeId} and household_id = ${householdId} and held_at is not null order by held_at desc limit 1`))[0] ?? null
}

export type DecisionRow = Archive['decisions'][number] & { id: Id }

export function listDecisions(tx: Tx, committeeId: Id, householdId: Id, { after = null, limit }: { after?: HistoryPlace; limit: number }): Promise<DecisionRow[]> {
  return tx.run(sql<DecisionRow>`
    select c.id, c.at, c.class, c.why, c.source, ${nameOf(sql`c.by_id`, sql`c`)} as by from class_decision c
    where c.committee_id = ${committeeId} and c.household_id = ${householdId} and ${older(sql`c`, after)} order by c.at desc, c.id desc limit ${limit}`)
}
