/** What is public, read as a visitor: row security and these statements both leave out what passers-by should not meet. */
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Asked } from './rules/asked'
import type { OpenCommittee, OpenService } from './rules/feed'

export interface Page<T> { rows: T[]; total: number }

// What a committee began with was let out on the day it was looked at.
const modified = sql<Instant>`coalesce(published_at, as_of::timestamp at time zone 'Asia/Shanghai')`
const serviceColumns = sql`open_id as id, committee_id as "committeeId", title, summary, audience, materials, steps, place, hours, phone, fee, time_limit as "timeLimit",
  link_url as url, caution, as_of as "asOf", ${modified} as modified`
const open = sql`state = 'published' and not signed_in_only`
const committeeColumns = sql`c.id, c.name, s.name as street, c.address, c.phone, c.hours`
const committees = sql`committee c join street s on s.id = c.street_id`

/** What was looked at again counts as changed from the first hour of that day: told twice rather than never. */
export async function pageOfServices(tx: Tx, { page, perPage, modifiedAfter, organizationId }: Asked): Promise<Page<OpenService>> {
  const such = sql`${open} ${modifiedAfter === null ? sql`` : sql`and (${modified} > ${modifiedAfter}::timestamptz or as_of >= (${modifiedAfter}::timestamptz at time zone 'Asia/Shanghai')::date)`}
    ${organizationId === null ? sql`` : sql`and committee_id = ${organizationId}`}`
  const [rows, [counted]] = await Promise.all([
    tx.run(sql<OpenService>`select ${serviceColumns} from service_item where ${such} order by open_id limit ${perPage} offset ${(page - 1) * perPage}`),
    tx.run(sql<{ total: number }>`select count(*)::int as total from service_item where ${such}`),
  ])
  return { rows, total: counted!.total }
}

export async function openService(tx: Tx, id: Id): Promise<{ service: OpenService; committee: OpenCommittee } | undefined> {
  const [[service], [committee]] = await Promise.all([
    tx.run(sql<OpenService>`select ${serviceColumns} from service_item where open_id = ${id} and ${open}`),
    tx.run(sql<OpenCommittee>`select ${committeeColumns} from ${committees} where c.id = (select committee_id from service_item where open_id = ${id} and ${open})`),
  ])
  return service && committee && { service, committee }
}

/** @param placed only those whose address is known */
export async function pageOfCommittees(tx: Tx, { page, perPage }: Asked, placed: boolean): Promise<Page<OpenCommittee>> {
  const such = placed ? sql`where c.address is not null` : sql``
  const [rows, [counted]] = await Promise.all([
    tx.run(sql<OpenCommittee>`select ${committeeColumns} from ${committees} ${such} order by c.seq limit ${perPage} offset ${(page - 1) * perPage}`),
    tx.run(sql<{ total: number }>`select count(*)::int as total from committee c ${such}`),
  ])
  return { rows, total: counted!.total }
}

export async function openCommittee(tx: Tx, id: Id): Promise<OpenCommittee | undefined> {
  const [committee] = await tx.run(sql<OpenCommittee>`select ${committeeColumns} from ${committees} where c.id = ${id}`)
  return committee
}
