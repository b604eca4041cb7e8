/** What is written of the service list: versions, and what was done with them. Row security leaves those of committees one serves whole. */
import type { DoneStep, OpenState, ServiceContent, VersionLine, VersionState } from '../../contract/serviceEditing'
import { Refusal } from '../../contract/refusal'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export interface ItemRef { committeeId: Id; slug: string }

interface LiveVersion {
  number: number
  revision: number
  state: OpenState | 'published'
  content: ServiceContent
  publishAt: Instant | null
  changedAt: Instant
  changedBy: string | null
}

/** An item as it is written. */
export interface Edited {
  item: { state: 'published' | 'retired'; publishedAt: Instant | null; nextCheck: Day; verifiedBy: string | null } | null
  published: LiveVersion | null
  open: (LiveVersion & { state: OpenState }) | null
  /** The highest number given. */
  last: number
  history: { step: DoneStep; number: number; by: string | null; at: Instant; why: string }[]
}

const of = ({ committeeId, slug }: ItemRef) => sql`committee_id = ${committeeId} and slug = ${slug}`
const whoChanged = sql`(select s.name from staff s where s.committee_id = v.committee_id and s.account_id = v.changed_by) as "changedBy"`

/** One item at a time is written, published or taken in. */
export function lockItem(tx: Tx, { committeeId, slug }: ItemRef): Promise<unknown> {
  return tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${committeeId} ${slug}`}, 300))`)
}

/** In one round trip. @throws Refusal `NotFound` when nothing of it was ever written */
export async function getEdited(tx: Tx, ref: ItemRef): Promise<Edited> {
  const [[item], live, [top], history] = await Promise.all([
    tx.run(sql<NonNullable<Edited['item']>>`select state, published_at as "publishedAt", next_check as "nextCheck", verified_by as "verifiedBy" from service_item where ${of(ref)}`),
    tx.run(sql<LiveVersion>`
      select number, revision, state, content, publish_at as "publishAt", changed_at as "changedAt", ${whoChanged}
      from service_version v where ${of(ref)} and state in ('draft', 'review', 'scheduled', 'published')`),
    tx.run(sql<{ last: number }>`select coalesce(max(number), 0)::int as last from service_version where ${of(ref)}`),
    tx.run(sql<Edited['history'][number]>`select step, number, (select s.name from staff s where s.committee_id = t.committee_id and s.account_id = t.by_id) as by, at, why from service_step t where ${of(ref)} order by id desc limit 50`),
  ])
  if (!top || top.last === 0) throw new Refusal('NotFound')
  return {
    item: item ?? null,
    published: live.find(({ state }) => state === 'published') ?? null,
    open: live.find((version): version is NonNullable<Edited['open']> => version.state !== 'published') ?? null,
    last: top.last,
    history,
  }
}

export async function lockEdited(tx: Tx, ref: ItemRef): Promise<Edited> {
  const [, edited] = await Promise.all([lockItem(tx, ref), getEdited(tx, ref)])
  return edited
}

export interface Done { id: Id; step: DoneStep; number: number; by: Id | null; at: Instant; why?: string }

export function tell(tx: Tx, { committeeId, slug }: ItemRef, { id, step, number, by, at, why = '' }: Done): Promise<unknown> {
  return tx.run(sql`insert into service_step (committee_id, id, slug, number, step, by_id, at, why) values (${committeeId}, ${id}, ${slug}, ${number}, ${step}, ${by}, ${at}, ${why})`)
}

interface Writing { number: number; content: ServiceContent; by: Id; at: Instant }

export function beginVersion(tx: Tx, { committeeId, slug }: ItemRef, { number, content, by, at }: Writing): Promise<unknown> {
  return tx.run(sql`
    insert into service_version (committee_id, slug, number, content, state, made_by, made_at, changed_by, changed_at)
    values (${committeeId}, ${slug}, ${number}, ${JSON.stringify(content)}::jsonb, 'draft', ${by}, ${at}, ${by}, ${at})`)
}

export function writeVersion(tx: Tx, ref: ItemRef, { number, content, by, at }: Writing): Promise<unknown> {
  return tx.run(sql`update service_version set content = ${JSON.stringify(content)}::jsonb, revision = revision + 1, changed_by = ${by}, changed_at = ${at} where ${of(ref)} and number = ${number}`)
}

/** Between draft and review, or thrown away: by anybody who writes. */
export function moveVersion(tx: Tx, ref: ItemRef, number: number, state: 'draft' | 'review' | 'retired', by: Id): Promise<unknown> {
  return tx.run(sql`update service_version set state = ${state}, publish_at = null, decided_by = null, changed_by = ${by} where ${of(ref)} and number = ${number}`)
}

export function scheduleVersion(tx: Tx, ref: ItemRef, number: number, by: Id, publishAt: Instant): Promise<unknown> {
  return tx.run(sql`update service_version set state = 'scheduled', publish_at = ${publishAt}, decided_by = ${by} where ${of(ref)} and number = ${number}`)
}

export function retireItem(tx: Tx, ref: ItemRef): Promise<unknown> {
  return Promise.all([
    tx.run(sql`update service_item set state = 'retired' where ${of(ref)}`),
    tx.run(sql`update service_version set state = 'retired' where ${of(ref)} and state = 'published'`),
  ])
}

/** Looked at again, and still true: what hangs out says so, and so does its version. */
export function checkItem(tx: Tx, ref: ItemRef, { asOf, nextCheck, by }: { asOf: Day; nextCheck: Day; by: Id }): Promise<unknown> {
  return Promise.all([
    tx.run(sql`update service_item i set as_of = ${asOf}, next_check = ${nextCheck}, verified_by = (select name from staff s where s.committee_id = i.committee_id and s.account_id = ${by}) where ${of(ref)}`),
    tx.run(sql`update service_version set content = content || ${JSON.stringify({ asOf, nextCheck })}::jsonb where ${of(ref)} and state = 'published'`),
  ])
}

/** By category and order, what never hung out last; at most 500. */
export function listEdited(tx: Tx, committeeId: Id) {
  return tx.run(sql<{
    slug: string; title: string; category: ServiceContent['category']; itemState: 'published' | 'retired' | null; nextCheck: Day | null
    number: number; state: VersionState; publishAt: Instant | null; changedAt: Instant; changedBy: string | null; madeById: Id | null
  }>`
    select v.slug, v.content ->> 'title' as title, v.content ->> 'category' as category, i.state as "itemState", i.next_check as "nextCheck", v.number, v.state, v.publish_at as "publishAt",
      v.changed_at as "changedAt", ${whoChanged}, v.made_by as "madeById"
    from (select distinct on (slug) * from service_version where committee_id = ${committeeId}
      order by slug, array_position(array['draft', 'review', 'scheduled', 'published'], state), number desc) v
      left join service_item i on i.committee_id = v.committee_id and i.slug = v.slug
    order by i.seq nulls last, v.slug limit 500`)
}

const versionLine = sql`number, state, content ->> 'title' as title, publish_at as "publishAt", changed_at as "changedAt", ${whoChanged}`

/** Newest first, at most 100. @throws Refusal `NotFound` */
export async function listVersions(tx: Tx, ref: ItemRef): Promise<VersionLine[]> {
  const versions = await tx.run(sql<VersionLine>`select ${versionLine} from service_version v where ${of(ref)} order by number desc limit 100`)
  if (versions.length === 0) throw new Refusal('NotFound')
  return versions
}

/** That version, and the one before it where there is one. @throws Refusal `NotFound` */
export async function getVersion(tx: Tx, ref: ItemRef, number: number) {
  const [version, before] = await tx.run(sql<VersionLine & { content: ServiceContent }>`
    select ${versionLine}, content from service_version v where ${of(ref)} and number <= ${number} order by number desc limit 2`)
  if (version?.number !== number) throw new Refusal('NotFound')
  return { version, before: before ?? null }
}
