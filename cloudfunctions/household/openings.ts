/** What lies sealed comes out here and nowhere else: the database hands it over together with the row that says who asked, and why. */
import type { ArchiveField, CareKind, OpenKind, Opening } from '../../contract/archive'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Seals } from '../runtime/seal'

interface SealedHome {
  /** Who lives there, or did. */
  names: { residentId: Id; name: string }[]
  people: { residentId: Id; name: string; birthYear: number | null; phone: string | null; email: string | null }[]
  care: { careId: Id; residentId: Id; kind: string; basis: string; law: string | null; contest: string | null; /** Of one's own alone. */ endedWhy?: string | null }[]
  changes: { id: Id; residentId: Id; field: ArchiveField; old: string | null; new: string | null; byId: Id; at: Instant; state: 'applied' | 'proposed' | 'refused' }[]
}

/** As it was sealed, in the clear. */
export interface OpenHome {
  names: SealedHome['names']
  people: { residentId: Id; name: string; birthYear: number | null; phone: string | null; email: string | null }[]
  care: { careId: Id; residentId: Id; kind: CareKind; basis: string; law: string | null; contest: string | null; endedWhy: string | null }[]
  changes: SealedHome['changes']
}

function inTheClear(seals: Seals, committeeId: Id, { names, people, care, changes }: SealedHome): OpenHome {
  const open = (field: string, rowId: Id, text: string) => seals.open({ committeeId, field, rowId }, text)
  const maybe = (field: string, rowId: Id, text: string | null) => text && open(field, rowId, text)
  return {
    names,
    people: people.map((one) => ({ ...one, phone: maybe('resident.phone', one.residentId, one.phone), email: maybe('resident.email', one.residentId, one.email) })),
    care: care.map((one) => ({
      ...one, kind: open('household_care.kind', one.careId, one.kind) as CareKind, basis: open('household_care.basis', one.careId, one.basis), law: maybe('household_care.law', one.careId, one.law), contest: maybe('household_care.contest', one.careId, one.contest),
      endedWhy: maybe('household_care.ended_why', one.careId, one.endedWhy ?? null),
    })),
    changes: changes.map((one) => ({ ...one, old: maybe('archive_change.old', one.id, one.old), new: maybe('archive_change.new', one.id, one.new) })),
  }
}

export interface Asked { committeeId: Id; householdId: Id; id: Id; what: readonly OpenKind[]; why: string; at: Instant }

/** Undefined, and nothing written down, where this person may not open it. */
export async function openHousehold(tx: Tx, seals: Seals, { committeeId, householdId, id, what, why, at }: Asked): Promise<OpenHome | undefined> {
  const [row] = await tx.run(sql<{ opened: SealedHome | null }>`select app.open_household(${committeeId}, ${householdId}, ${id}, ${what}::text[], ${why}, ${at}) as opened`)
  return row?.opened ? inTheClear(seals, committeeId, row.opened) : undefined
}

/** What a proposed change of a sealed field says, opened for whoever decides about it. Undefined when it is none. */
export async function openChange(tx: Tx, seals: Seals, { committeeId, changeId, id, at }: { committeeId: Id; changeId: Id; id: Id; at: Instant }): Promise<OpenHome | undefined> {
  const [row] = await tx.run(sql<{ opened: SealedHome | null }>`
    select app.open_household(c.committee_id, c.household_id, ${id}, case c.field when 'note' then array['notes'] else array['contact'] end, '确认一处改动', ${at}) as opened
    from archive_change c where c.committee_id = ${committeeId} and c.id = ${changeId} and c.field in ('phone', 'email', 'note') and c.state = 'proposed'`)
  return row?.opened ? inTheClear(seals, committeeId, row.opened) : undefined
}

/** What lies sealed about oneself. */
export async function openOwn(tx: Tx, seals: Seals, committeeId: Id, householdId: Id): Promise<OpenHome> {
  const { own } = await tx.one(sql<{ own: SealedHome }>`select app.own_sealed(${committeeId}, ${householdId}) as own`)
  return inTheClear(seals, committeeId, own)
}

/** For what opens something by another way: a visit that shows a number, an export with its reason. */
export async function recordOpening(tx: Tx, { committeeId, householdId, residentId = null, byId, id, what, why, at }: Asked & { residentId?: Id | null; byId: Id }): Promise<void> {
  await tx.run(sql`insert into opening (committee_id, id, household_id, resident_id, by_id, at, what, why) values (${committeeId}, ${id}, ${householdId}, ${residentId}, ${byId}, ${at}, ${what}::text[], ${why})`)
}

/** Row security leaves the home its own, director and secretary those of their committee, and everybody what they opened themselves. */
export function listOpenings(tx: Tx, committeeId: Id, householdId: Id): Promise<Opening[]> {
  return tx.run(sql<Opening>`
    select o.at, coalesce((select s.name from staff s where s.committee_id = o.committee_id and s.account_id = o.by_id), '居委会') as by, o.what, o.why
    from opening o where o.committee_id = ${committeeId} and o.household_id = ${householdId} order by o.at desc, o.id desc limit 20`)
}

export function findPhone(tx: Tx, committeeId: Id, indexes: readonly string[]): Promise<{ residentId: Id; householdId: Id; name: string; label: string }[]> {
  return tx.run(sql<{ residentId: Id; householdId: Id; name: string; label: string }>`
    select resident_id as "residentId", household_id as "householdId", name, label from app.find_phone(${committeeId}, ${indexes}::text[])`)
}
