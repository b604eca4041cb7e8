/** What a table brings in, read and written by the set: as many statements for 5,000 lines as for one. */
import type { ImportBatch, ImportCounts, ImportKept } from '../../contract/import'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { departAt } from '../notice/rules/quiet'
import type { Seals } from '../runtime/seal'
import { classOf } from './rules/class'
import type { Asked, ByHand, Edit, Places, Plan, Standing, StandingHome, StandingPerson } from './rules/importPlan'

/** Estates, blocks and buildings hang on the notice board; so this reads nobody’s. */
export async function listPlaces(tx: Tx, committeeId: Id): Promise<Places> {
  return tx.one(sql<Places>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name) from estate where committee_id = ${committeeId}), '[]') as estates,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by seq) from block where committee_id = ${committeeId}), '[]') as blocks,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'estateId', estate_id, 'blockId', block_id) order by seq) from building where committee_id = ${committeeId}), '[]') as buildings`)
}

/** One import of a committee at a time: the next one waits, and then finds what this one brought. */
export async function waitTurn(tx: Tx, committeeId: Id): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${committeeId}`}, 0))`)
}

/** What stands behind the doors a table names. @param hold nobody changes these households until the transaction ends */
export async function listStanding(tx: Tx, committeeId: Id, doors: readonly { buildingId: Id; room: string }[], hold: boolean): Promise<Standing> {
  const named = sql`select * from unnest(${doors.map(({ buildingId }) => buildingId)}::uuid[], ${doors.map(({ room }) => room)}::text[]) d (building_id, room)`
  const ids = sql`array(select h.id from household h join (${named}) d on d.building_id = h.building_id and ltrim(d.room, '0') = ltrim(h.room, '0') where h.committee_id = ${committeeId} and h.live)`
  const [, homes, people, byHand, asked] = await Promise.all([
    hold ? tx.run(sql`select h.id from household h join (${named}) d on d.building_id = h.building_id and ltrim(d.room, '0') = ltrim(h.room, '0') where h.committee_id = ${committeeId} and h.live order by h.id for update of h`) : undefined,
    tx.run(sql<StandingHome>`
      select h.id, h.building_id as "buildingId", h.block_id as "blockId", h.room, h.label, h.version, h.tenure, h.no_home_visits as "noHomeVisits",
        exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is not null) as "inApp",
        exists (select from household_care k where k.committee_id = h.committee_id and k.household_id = h.id and k.ended_at is null) as cared
      from household h join (${named}) d on d.building_id = h.building_id and ltrim(d.room, '0') = ltrim(h.room, '0') where h.committee_id = ${committeeId} and h.live`),
    tx.run(sql<StandingPerson>`
      select id, household_id as "householdId", name, relation, birth_year as "birthYear", roles, account_id is not null as "inApp", left_at is not null as left, phone_index as "phoneIndex", cared,
        case when app.is_child(birth_year) then app.refused_by(${committeeId}, id) else refused end as refused
      from app.import_people(${committeeId}, ${ids})`),
    tx.run(sql<ByHand>`
      select id, household_id as "householdId", resident_id as "residentId", field, name from (
        select distinct on (c.household_id, c.resident_id, c.field, c.new ->> 'name') c.id, c.household_id, c.resident_id, c.field, c.source, c.decided_by is distinct from c.by_id as decided, case c.field when 'member' then c.new ->> 'name' end as name
        from archive_change c where c.committee_id = ${committeeId} and c.household_id = any (${ids}) and c.state = 'applied' and c.field in ('tenure', 'relation', 'birthYear', 'roles', 'phone', 'member')
        order by c.household_id, c.resident_id, c.field, c.new ->> 'name', c.version desc) last
      where source <> 'import' or decided`),
    tx.run(sql<Asked>`
      select household_id as "householdId", resident_id as "residentId", field, value, number_index as "numberIndex", against from app.import_asked(${committeeId}, ${ids})`),
  ])
  return { homes, people, byHand, asked }
}

/** Numbers that are about to be replaced, in the clear, for the history; each opening is written down. */
export async function openReplaced(tx: Tx, seals: Seals, committeeId: Id, people: readonly Id[], word: { newId: () => Id; at: Instant }): Promise<Map<Id, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx.run(sql<{ id: Id; phone: string }>`select id, phone from app.open_replaced(${committeeId}, ${people}::uuid[], ${people.map(() => word.newId())}::uuid[], '导入时换号码', ${word.at})`)
  return new Map(rows.map(({ id, phone }) => [id, seals.open({ committeeId, field: 'resident.phone', rowId: id }, phone)]))
}

export interface Word { importId: Id; fileName: string; lines: number; byId: Id; byName: string; at: Instant; day: string; newId: () => Id }

/** Sent together: one round trip. @param replaced numbers that stood there, by person */
export async function writeImport(tx: Tx, seals: Seals, committeeId: Id, plan: Plan, replaced: ReadonlyMap<Id, string>, word: Word): Promise<void> {
  const { importId, byId, at, newId } = word
  const sealed = (field: string, rowId: Id, text: string | null) => (text === null ? null : seals.seal({ committeeId, field, rowId }, text))
  const changeRow = (edit: Edit, proposed: { against: Id | null } | null) => {
    const id = newId()
    const number = edit.field === 'phone' ? String(edit.value) : null
    return {
      id, household_id: edit.householdId, block_id: edit.blockId, resident_id: edit.residentId, field: edit.field, version: proposed ? null : edit.version, against: proposed?.against ?? null, state: proposed ? 'proposed' : 'applied',
      old: number === null ? edit.old : null, new: number === null ? edit.value : null,
      old_sealed: number === null ? null : sealed('archive_change.old', id, replaced.get(edit.residentId!) ?? null), new_sealed: sealed('archive_change.new', id, number), new_index: number && seals.index(committeeId, number),
    }
  }
  const changes = [...plan.edits.map((edit) => changeRow(edit, null)), ...plan.asks.map((ask) => changeRow(ask, ask))]
  const phoneOf = (rowId: Id, phone: string | null) => ({ phone_sealed: sealed('resident.phone', rowId, phone), phone_index: phone && seals.index(committeeId, phone) })
  const fresh = new Set(plan.people.map(({ id }) => id))
  const values = new Map<Id, Record<string, unknown>>()
  for (const { residentId, field, value, version } of plan.edits) {
    if (residentId === null || fresh.has(residentId)) continue
    const row = values.get(residentId) ?? { id: residentId, version }
    values.set(residentId, { ...row, ...(field === 'phone' ? phoneOf(residentId, String(value)) : { [field === 'birthYear' ? 'birth_year' : field]: value }) })
  }
  const newHomes = new Set(plan.homes.map(({ id }) => id))
  const closed = new Set(plan.closed)
  const tenures = new Map(plan.edits.flatMap(({ householdId, field, value }) => (field === 'tenure' && !newHomes.has(householdId) ? [[householdId, value] as const] : [])))
  const cares = plan.cares.map((care) => {
    const id = newId()
    return { id, household_id: care.householdId, block_id: care.blockId, resident_id: care.residentId, kind_sealed: sealed('household_care.kind', id, care.kind), basis_sealed: sealed('household_care.basis', id, care.basis), review_on: care.reviewOn }
  })
  await Promise.all([
    tx.run(sql`insert into household_import (committee_id, id, by_id, at, file_name, lines, counts) values (${committeeId}, ${importId}, ${byId}, ${at}, ${word.fileName}, ${word.lines}, ${JSON.stringify(plan.counts)}::jsonb)`),
    tx.run(sql`
      insert into building (committee_id, id, estate_id, block_id, seq, name, import_id)
      select ${committeeId}, b.id, b."estateId", b."blockId", (select coalesce(max(seq), 0) from building where committee_id = ${committeeId}) + b.n, b.name, ${importId}
      from rows from (jsonb_to_recordset(${JSON.stringify(plan.buildings)}::jsonb) as (id uuid, "estateId" uuid, "blockId" uuid, name text)) with ordinality b (id, "estateId", "blockId", name, n)`),
    // After those that stand, in the order of the building and its rooms.
    tx.run(sql`
      insert into household (committee_id, id, block_id, building_id, room, label, seq, tenure, no_home_visits, wish_at, import_id)
      select ${committeeId}, h.id, h."blockId", h."buildingId", h.room, h.label, (select coalesce(max(seq), 0) from household where committee_id = ${committeeId}) + row_number() over (order by b.seq, length(h.room), h.room),
        h.tenure, h."noHomeVisits", case when h."noHomeVisits" then ${at}::timestamptz end, ${importId}
      from jsonb_to_recordset(${JSON.stringify(plan.homes)}::jsonb) as h (id uuid, "blockId" uuid, "buildingId" uuid, room text, label text, tenure text, "noHomeVisits" boolean)
        join building b on b.committee_id = ${committeeId} and b.id = h."buildingId"`),
    // What a wish was before is read before it is set.
    tx.run(sql`
      insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old, new, old_sealed, new_sealed, new_index, version, source, import_id, by_id, at, state, against, decided_by, decided_at)
      select ${committeeId}, c.id, c.household_id, c.block_id, c.resident_id, c.field,
        case when c.field <> 'wish' then c.old when c.version > 1 then w.wish end, case when c.field <> 'wish' then c.new else w.wish || '{"noHomeVisits": true}' end,
        c.old_sealed, c.new_sealed, c.new_index, c.version, 'import', ${importId}, ${byId}, ${at}, c.state, c.against, case when c.state = 'applied' then ${byId}::uuid end, case when c.state = 'applied' then ${at}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (id uuid, household_id uuid, block_id uuid, resident_id uuid, field text, old jsonb, new jsonb, old_sealed text, new_sealed text, new_index text, version int, state text, against uuid)
        left join lateral (select jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never, 'language', h.language) as wish
          from household h where c.field = 'wish' and h.committee_id = ${committeeId} and h.id = c.household_id) w on true`),
    tx.run(sql`
      update household h set version = greatest(h.version, v.version), tenure = coalesce(v.tenure, h.tenure), no_home_visits = h.no_home_visits or v.closed, wish_at = case when v.closed then ${at}::timestamptz else h.wish_at end
      from jsonb_to_recordset(${JSON.stringify(plan.versions.map(({ householdId, version }) => ({ id: householdId, version, tenure: tenures.get(householdId) ?? null, closed: closed.has(householdId) })))}::jsonb)
        as v (id uuid, version int, tenure text, closed boolean)
      where h.committee_id = ${committeeId} and h.id = v.id`),
    // After the tenure: where the table says nothing of it, a flat somebody moves into stands empty no longer.
    tx.run(sql`
      insert into resident (committee_id, id, household_id, block_id, name, relation, birth_year, roles, phone_sealed, phone_index, version, import_id)
      select ${committeeId}, r.id, r."householdId", r."blockId", r.name, r.relation, r."birthYear", r.roles, r.phone_sealed, r.phone_index, r.version, ${importId}
      from jsonb_to_recordset(${JSON.stringify(plan.people.map(({ phone, ...one }) => ({ ...one, ...phoneOf(one.id, phone) })))}::jsonb)
        as r (id uuid, "householdId" uuid, "blockId" uuid, name text, relation text, "birthYear" int, roles text[], phone_sealed text, phone_index text, version int)`),
    tx.run(sql`
      update resident r set relation = coalesce(v.relation, r.relation), birth_year = coalesce(v.birth_year, r.birth_year), roles = coalesce(v.roles, r.roles), version = v.version
      from jsonb_to_recordset(${JSON.stringify([...values.values()])}::jsonb) as v (id uuid, relation text, birth_year int, roles text[], version int)
      where r.committee_id = ${committeeId} and r.id = v.id`),
    tx.run(sql`
      update resident r set phone_sealed = v.phone_sealed, phone_index = v.phone_index
      from jsonb_to_recordset(${JSON.stringify([...values.values()].filter((row) => 'phone_sealed' in row))}::jsonb) as v (id uuid, phone_sealed text, phone_index text)
      where r.committee_id = ${committeeId} and r.id = v.id`),
    tx.run(sql`
      insert into household_care (committee_id, id, household_id, block_id, resident_id, kind_sealed, basis_sealed, since, review_on, set_by, set_at, import_id)
      select ${committeeId}, k.id, k.household_id, k.block_id, k.resident_id, k.kind_sealed, k.basis_sealed, ${word.day}, k.review_on, ${byId}, ${at}, ${importId}
      from jsonb_to_recordset(${JSON.stringify(cares)}::jsonb) as k (id uuid, household_id uuid, block_id uuid, resident_id uuid, kind_sealed text, basis_sealed text, review_on date)`),
    tx.run(sql`
      insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
      select ${committeeId}, d.id, d.household_id, d.block_id, ${at}, d.class, d.no_home_visits, d.cared, 'import', 'import', ${byId}
      from jsonb_to_recordset(${JSON.stringify(plan.decided.map((one) => ({ id: newId(), household_id: one.householdId, block_id: one.blockId, class: classOf(one), no_home_visits: one.noHomeVisits, cared: one.cared })))}::jsonb)
        as d (id uuid, household_id uuid, block_id uuid, class text, no_home_visits boolean, cared boolean)`),
    // Whoever is cared for from now on, and uses the app, is told, and may say that it is not so.
    tx.run(sql`
      insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, urgent, next_at)
      select distinct on (r.id) ${committeeId}::uuid, k.notice, r.account_id, 'careSet', 'household', h.id, h.label, ${word.byName}, ${at}::timestamptz, 'queued', false, ${departAt(at, false)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(cares.map(({ resident_id, household_id }) => ({ resident_id, household_id, notice: newId() })))}::jsonb) as k (resident_id uuid, household_id uuid, notice uuid)
        join resident r on r.committee_id = ${committeeId} and r.id = k.resident_id and r.account_id is not null join household h on h.committee_id = ${committeeId} and h.id = k.household_id`),
  ])
}

interface BatchRow extends Omit<ImportBatch, 'steps' | 'kept'> { byId: Id; kept: ImportKept[] | null; counts: ImportCounts }

const batches = sql`
  select i.committee_id as "committeeId", i.id, i.file_name as "fileName", i.at, i.by_id as "byId", coalesce(s.name, '居委会') as by, i.lines, i.counts, i.undone_at as "undoneAt", u.name as "undoneBy", i.kept
  from household_import i left join staff s on s.committee_id = i.committee_id and s.account_id = i.by_id left join staff u on u.committee_id = i.committee_id and u.account_id = i.undone_by`

/** Newest first, at most 50. */
export function listBatches(tx: Tx, committeeId: Id): Promise<BatchRow[]> {
  return tx.run(sql<BatchRow>`${batches} where i.committee_id = ${committeeId} order by i.at desc, i.id desc limit 50`)
}

export async function findBatch(tx: Tx, committeeId: Id, importId: Id): Promise<BatchRow | undefined> {
  return (await tx.run(sql<BatchRow>`${batches} where i.committee_id = ${committeeId} and i.id = ${importId}`))[0]
}

/** Whoever brought it in takes it back, and director and secretary. */
export const mayUndo = (batch: Pick<BatchRow, 'byId'>, me: { accountId: Id; decides: boolean }) => batch.byId === me.accountId || me.decides

export function batchView({ byId, kept, ...batch }: BatchRow, me: { accountId: Id; decides: boolean }): ImportBatch {
  return { ...batch, kept: kept ?? [], steps: batch.undoneAt === null && mayUndo({ byId }, me) ? ['undo'] : [] }
}

interface Undone {
  kept: ImportKept[]
  /** Numbers that go back to what they were, sealed for the change they came with. */
  numbers: { changeId: Id; householdId: Id; blockId: Id; residentId: Id; version: number; old: string | null; new: string }[]
}

/** Null where there is no such batch for this person, or it was taken back already. */
export async function undo(tx: Tx, committeeId: Id, importId: Id, at: Instant): Promise<Undone | null> {
  return (await tx.one(sql<{ undone: Undone | null }>`select app.undo_import(${committeeId}, ${importId}, ${at}, '导入撤回了') as undone`)).undone
}

/** Sealed anew for the place they go back to, and as a change of their own. */
export async function putBackNumbers(tx: Tx, seals: Seals, committeeId: Id, numbers: Undone['numbers'], word: { importId: Id; byId: Id; at: Instant; newId: () => Id }): Promise<void> {
  if (numbers.length === 0) return
  const rows = numbers.map((one) => {
    const id = word.newId()
    const open = (field: string, text: string | null) => text && seals.open({ committeeId, field, rowId: one.changeId }, text)
    const seal = (field: string, rowId: Id, text: string | null) => text && seals.seal({ committeeId, field, rowId }, text)
    const [before, now] = [open('archive_change.old', one.old), open('archive_change.new', one.new)]
    return {
      id, household_id: one.householdId, block_id: one.blockId, resident_id: one.residentId, version: one.version, old_sealed: seal('archive_change.old', id, now), new_sealed: seal('archive_change.new', id, before),
      phone_sealed: seal('resident.phone', one.residentId, before), phone_index: before && seals.index(committeeId, before),
    }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, household_id uuid, block_id uuid, resident_id uuid, version int, old_sealed text, new_sealed text, phone_sealed text, phone_index text)`
  await Promise.all([
    tx.run(sql`update resident r set phone_sealed = n.phone_sealed, phone_index = n.phone_index, version = n.version from ${given} where r.committee_id = ${committeeId} and r.id = n.resident_id`),
    tx.run(sql`
      insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old_sealed, new_sealed, version, source, import_id, by_id, at, state, decided_by, decided_at)
      select ${committeeId}, n.id, n.household_id, n.block_id, n.resident_id, 'phone' as field, n.old_sealed, n.new_sealed, n.version, 'import', ${word.importId}, ${word.byId}, ${word.at}, 'applied', ${word.byId}, ${word.at} from ${given}`),
  ])
}
