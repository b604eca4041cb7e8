/** Photos and their pieces. Row security leaves only one's own and those of demands one may see. */
import type { PostKind } from '../../contract/organization'
import { platformMinutes, type PhotoFault, type PhotoState, type WaitingPhoto } from '../../contract/photo'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { literal, sql } from '../database/sql'

export interface PhotoRow {
  committeeId: Id
  id: Id
  byId: Id
  demandId: Id | null
  entryId: Id | null
  bytes: number
  received: number
  state: PhotoState
  fault: PhotoFault | null
  fullRef: string | null
  thumbRef: string | null
  reason: string | null
}

const columns = literal(`p.committee_id as "committeeId", p.id, p.by_id as "byId", p.demand_id as "demandId", p.entry_id as "entryId", p.bytes, p.received, p.state,
  coalesce(p.fault, case when p.verdict = 'refused' then 'refused' end) as fault, p.full_ref as "fullRef", p.thumb_ref as "thumbRef", p.verdict_reason as reason`)

/** One's own that wait to be attached, oldest first, without those rejected; and whether the committee is one. */
export async function readLoose(tx: Tx, query: { committeeId: Id; me: Id }): Promise<(PhotoRow & { sha256: string })[]> {
  const [committees, rows] = await Promise.all([
    tx.run(sql`select from committee where id = ${query.committeeId}`),
    tx.run(sql<PhotoRow & { sha256: string }>`
      select ${columns}, p.sha256 from photo p where p.by_id = ${query.me} and p.demand_id is null and p.state <> 'rejected' order by p.made_at, p.id`),
  ])
  if (committees.length === 0) throw new Refusal('NotFound')
  return rows
}

export async function insertPhoto(tx: Tx, photo: { committeeId: Id; id: Id; byId: Id; bytes: number; sha256: string; now: Instant }): Promise<void> {
  await tx.run(sql`
    insert into photo (committee_id, id, by_id, bytes, sha256, made_at, next_at)
    values (${photo.committeeId}, ${photo.id}, ${photo.byId}, ${photo.bytes}, ${photo.sha256}, ${photo.now}, ${photo.now})`)
}

/** @throws Refusal `NotFound` */
export async function getPhoto(tx: Tx, committeeId: Id, photoId: Id): Promise<PhotoRow> {
  const [row] = await tx.run(sql<PhotoRow>`select ${columns} from photo p where p.committee_id = ${committeeId} and p.id = ${photoId}`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** Held until the transaction ends: of two windows that send the same piece one waits and sees that it is there. @throws Refusal `NotFound` */
export async function lockPhoto(tx: Tx, committeeId: Id, photoId: Id): Promise<PhotoRow> {
  const [row] = await tx.run(sql<PhotoRow>`select ${columns} from photo p where p.committee_id = ${committeeId} and p.id = ${photoId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** The next piece; with the last one the database sums them all and compares. One round trip. */
export async function addPiece(tx: Tx, photo: PhotoRow, data: Buffer, now: Instant): Promise<PhotoRow> {
  const received = photo.received + data.length
  const [, row] = await Promise.all([
    tx.run(sql`insert into photo_piece (committee_id, photo_id, at, data) values (${photo.committeeId}, ${photo.id}, ${photo.received}, ${data})`),
    tx.one(sql<PhotoRow>`
      update photo p set received = ${received}, next_at = ${now}, fault = case when ${received} = p.bytes and p.sha256 <> encode(sha256((
        select string_agg(c.data, '' order by c.at) from photo_piece c where c.committee_id = p.committee_id and c.photo_id = p.id)), 'hex') then 'damaged' end
      where p.committee_id = ${photo.committeeId} and p.id = ${photo.id} returning ${columns}`),
  ])
  return row
}

export interface Saying {
  demandId: Id
  /** Null for the words of the demand itself. */
  entryId: Id | null
  /** Photos that are with it already. */
  count: number
}

/** Commands whose words are those of the demand itself. */
const whole = ['demand/file', 'demand/enter']

/**
 * What was said with a key, held until the transaction ends. The receipt tells: the demand as it was answered then, whose last own line of that
 * step are these words.
 */
export async function lockSaying(tx: Tx, query: { committeeId: Id; me: Id; key: Id; since: Instant }): Promise<Saying | undefined> {
  // Counted by a statement of its own: one that waits for a lock still counts what stood there before it waited.
  const [, [row]] = await Promise.all([tx.run(sql`select from receipt where account_id = ${query.me} and key = ${query.key} for update`), tx.run(sql<Saying>`
    select said.demand_id as "demandId", said.entry_id as "entryId",
      (select count(*) from photo p where p.committee_id = ${query.committeeId} and p.demand_id = said.demand_id and p.entry_id is not distinct from said.entry_id) as count
    from receipt r cross join lateral (select (r.answer ->> 'id')::uuid as demand_id, (
      select (line ->> 'id')::uuid from jsonb_array_elements(r.answer -> 'thread') with ordinality t (line, n)
      where r.method <> all (${whole}) and (line ->> 'mine')::boolean and line ->> 'step' = split_part(r.method, '/', 2) order by n desc limit 1) as entry_id) said
    where r.account_id = ${query.me} and r.key = ${query.key} and r.at > ${query.since} and r.method like 'demand/%' and r.answer ->> 'committeeId' = ${query.committeeId}
      and (r.method = any (${whole}) or said.entry_id is not null)`)])
  return row
}

/** @returns those of the wanted that there are for the actor, in the order wanted */
export async function lockPhotos(tx: Tx, committeeId: Id, photoIds: readonly Id[]): Promise<PhotoRow[]> {
  const rows = await tx.run(sql<PhotoRow>`select ${columns} from photo p where p.committee_id = ${committeeId} and p.id = any(${photoIds}::uuid[]) order by p.id for update`)
  return photoIds.flatMap((id) => rows.filter((row) => row.id === id))
}

export async function attachPhotos(tx: Tx, saying: Saying, photos: readonly PhotoRow[], now: Instant): Promise<void> {
  if (photos.length === 0) return
  await tx.run(sql`
    update photo p set demand_id = ${saying.demandId}, entry_id = ${saying.entryId}, seq = ${saying.count} + n.seq - 1, attached_at = ${now},
      open = exists (select from demand d where d.committee_id = p.committee_id and d.id = ${saying.demandId} and d.visibility = 'neighbours')
        and not exists (select from demand_entry e where e.committee_id = p.committee_id and e.id = ${saying.entryId} and e.internal)
    from unnest(${photos.map(({ id }) => id)}::uuid[]) with ordinality n (id, seq) where p.committee_id = ${photos[0]!.committeeId} and p.id = n.id`)
}

/** In the order they were given. */
export function listOfDemand(tx: Tx, committeeId: Id, demandId: Id): Promise<PhotoRow[]> {
  return tx.run(sql<PhotoRow>`select ${columns} from photo p where p.committee_id = ${committeeId} and p.demand_id = ${demandId} order by p.attached_at, p.seq, p.id`)
}

export function listPhotos(tx: Tx, committeeId: Id, photoIds: readonly Id[]): Promise<PhotoRow[]> {
  return tx.run(sql<PhotoRow>`select ${columns} from photo p where p.committee_id = ${committeeId} and p.id = any(${photoIds}::uuid[])`)
}

export async function decidePhoto(tx: Tx, photo: PhotoRow, verdict: { by: Id; says: 'released' | 'refused'; reason: string | null; now: Instant }): Promise<PhotoRow> {
  return tx.one(sql<PhotoRow>`
    update photo p set verdict = ${verdict.says}, verdict_by = ${verdict.by}, verdict_at = ${verdict.now}, verdict_reason = ${verdict.reason}
    where p.committee_id = ${photo.committeeId} and p.id = ${photo.id} returning ${columns}`)
}

interface WaitingRow extends Omit<WaitingPhoto, 'by' | 'thumb'> {
  name: string
  post: PostKind | null
  thumbRef: string
}

const mostWaiting = 50
/** Of others, on others' demands: nobody decides about what is one's own. The platform has its time first. */
const waitsFor = (query: { committeeId: Id; me: Id; now: Instant }) => sql`
  p.committee_id = ${query.committeeId} and p.state = 'pending' and p.attached_at is not null and (p.open or (p.platform = 'review' and p.trace is not null))
    and (p.platform is not distinct from 'review' or p.attached_at < ${query.now}::timestamptz - make_interval(mins => ${platformMinutes}))
    and p.by_id <> ${query.me} and d.filed_by is distinct from ${query.me}`

/** Oldest first, at most 50. */
export async function listWaiting(tx: Tx, query: { committeeId: Id; me: Id; now: Instant }): Promise<{ photo: Omit<WaitingPhoto, 'thumb'>; thumbRef: string }[]> {
  const rows = await tx.run(sql<WaitingRow>`
    select p.id, p.committee_id as "committeeId", p.demand_id as "demandId", d.number, d.title, p.attached_at as at, p.thumb_ref as "thumbRef",
      case when p.platform = 'review' and p.trace is not null then 'doubtful' else 'unchecked' end as why,
      case when p.by_id = d.filed_by then 'resident' else 'staff' end as from,
      case when p.by_id = d.filed_by then d.filer_name else coalesce(s.name, e.by_name, d.filer_name) end as name, case when p.by_id = d.filed_by then null else s.post end as post
    from photo p join demand d on d.committee_id = p.committee_id and d.id = p.demand_id
    left join serving s on s.committee_id = p.committee_id and s.account_id = p.by_id
    -- Who gave it where the demand lay before stands in the thread by name only.
    left join demand_entry e on e.committee_id = p.committee_id and e.id = p.entry_id
    where ${waitsFor(query)} order by p.attached_at, p.id limit ${mostWaiting}`)
  return rows.map(({ name, post, thumbRef, ...photo }) => ({ photo: { ...photo, by: { name, post } }, thumbRef }))
}

export async function countWaiting(tx: Tx, query: { committeeId: Id; me: Id; now: Instant }): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*) as count from photo p join demand d on d.committee_id = p.committee_id and d.id = p.demand_id where ${waitsFor(query)}`)
  return count
}
