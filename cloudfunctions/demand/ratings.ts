/** What residents said of closures. Row security keeps each from the one it speaks of. */
import type { Rating, RatingReason } from '../../contract/demand/rating'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'
import type { CommitteeRef } from '../organization/store'

export interface RatingRow extends Rating {
  ratedId: Id
}

const columns = sql`r.value, r.solved, r.reasons, r.words, r.at, r.rated_id as "ratedId"`

/** Of the last closure; undefined where there is none or it is not for this reader. */
export async function getRating(tx: Tx, committee: CommitteeRef, demandId: Id): Promise<RatingRow | undefined> {
  const [row] = await tx.run(sql<RatingRow>`select ${columns} from demand_rating r where r.committee_id = ${committee} and r.demand_id = ${demandId} order by r.closure desc limit 1`)
  return row
}

export interface NewRating extends RatingRow {
  committeeId: Id
  demandId: Id
  closure: number
  byId: Id
}

export async function insertRating(tx: Tx, rating: NewRating): Promise<void> {
  await tx.run(sql`
    insert into demand_rating (committee_id, demand_id, closure, by_id, rated_id, value, solved, reasons, words, at)
    values (${rating.committeeId}, ${rating.demandId}, ${rating.closure}, ${rating.byId}, ${rating.ratedId}, ${rating.value}, ${rating.solved}, ${rating.reasons}::text[], ${rating.words}, ${rating.at})`)
}

/** In the order in which they are offered. */
export function listReasons(tx: Tx): Promise<RatingReason[]> {
  return tx.run(sql<RatingReason>`select slug, word, least, most from rating_reason order by seq`)
}

export interface RatedRow extends RatingRow {
  id: Id
  number: string
  title: string
  category: string | null
}

/** Newest first, `limit` + 1 at most; `low`: 1 and 2 alone. */
export function listRatings(tx: Tx, query: { committeeId: Id; me: Id; low: boolean; after: [Instant, Id] | null; limit: number }): Promise<RatedRow[]> {
  const [at, id] = query.after ?? [null, null]
  return tx.run(sql<RatedRow>`
    select ${columns}, d.id, d.number, d.title, c.name as category
    from demand_rating r join demand d on d.committee_id = r.committee_id and d.id = r.demand_id left join category c on c.slug = d.category
    where r.committee_id = ${query.committeeId} and r.rated_id <> ${query.me} and r.by_id <> ${query.me} and (not ${query.low} or r.value <= 2)
      and (${at}::timestamptz is null or (r.at, r.demand_id) < (${at}::timestamptz, ${id}::uuid))
    order by r.at desc, r.demand_id desc limit ${query.limit + 1}`)
}

/** By value, the best first; values nobody gave are left out. */
export function countRatings(tx: Tx, query: { committeeId: Id; me: Id; since: Instant }): Promise<{ value: number; count: number }[]> {
  return tx.run(sql<{ value: number; count: number }>`
    select value, count(*) as count from demand_rating
    where committee_id = ${query.committeeId} and rated_id <> ${query.me} and by_id <> ${query.me} and at >= ${query.since} group by value order by value desc`)
}

/** A year is long enough for both sides. */
const keptFor = sql`interval '365 days'`

/** With whom this person was very dissatisfied within the last year. Of somebody else one sees it where one serves them. */
export async function listKeptFrom(tx: Tx, query: { committeeId: Id; filer: Id | { residentId: Id | Statement<Id> } | null; now: Instant }): Promise<Id[]> {
  const { filer } = query
  if (filer === null) return []
  const who = typeof filer === 'string' ? sql`${filer}::uuid` : sql`(select account_id from resident where committee_id = ${query.committeeId} and id = ${filer.residentId})`
  const rows = await tx.run(sql<{ id: Id }>`
    select distinct kept_from as id from demand
    where committee_id = ${query.committeeId} and filed_by = ${who} and kept_from is not null and closed_at > ${query.now}::timestamptz - ${keptFor}`)
  return rows.map((row) => row.id)
}
