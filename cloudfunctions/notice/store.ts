/** Notices: written with the change itself, read in the inbox, sent by the timer. */
import { sql } from 'kysely'
import type { NoticeAbout } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'

export interface NewNotice {
  id: Id
  toId: Id
  about: NoticeAbout
  fromName: string | null
}

/** Queues notices about one matter; each is sent after commit. Nothing happens for an empty list. */
export async function queueNotices(
  tx: Tx,
  matter: { committeeId: Id; subject: 'demand' | 'joinRequest' | 'meeting'; subjectId: Id; title: string; at: Instant },
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await tx.run(sql`
    insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at)
    select ${matter.committeeId}, n.id, n.to_id, n.about, ${matter.subject}, ${matter.subjectId}, ${matter.title}, n.from_name, ${matter.at}, 'queued', ${matter.at}
    from unnest(${notices.map((n) => n.id)}::uuid[], ${notices.map((n) => n.toId)}::uuid[], ${notices.map((n) => n.about)}::text[], ${notices.map((n) => n.fromName)}::text[])
      as n (id, to_id, about, from_name)`)
}

export interface NoticeRow {
  id: Id
  committeeId: Id
  about: NoticeAbout
  subject: 'demand' | 'joinRequest' | 'meeting'
  subjectId: Id
  title: string
  from: string | null
  at: Instant
  unread: number
  reader: 'filer' | 'staff'
  myTurn: boolean
}

/** How far back the inbox looks for matters: their latest notices, whatever their age. */
const window = 400

/** A line a matter with its latest notice, newest first, `limit` + 1 at most. `before` is the `at` and `id` of the last one seen. */
export function listMatters(tx: Tx, query: { me: Id; before: [Instant, Id] | null; myTurn: boolean; limit: number }): Promise<NoticeRow[]> {
  const { me, before } = query
  return tx.run(sql<NoticeRow>`
    with recent as (select * from notice where to_id = ${me} order by at desc, id desc limit ${window}),
    matter as (
      select distinct on (subject_id) id, committee_id, about, subject, subject_id, title, from_name, at,
        count(*) filter (where read_at is null) over (partition by subject_id) as unread
      from recent order by subject_id, at desc, id desc)
    select m.id, m.committee_id as "committeeId", m.about, m.subject, m.subject_id as "subjectId", m.title, m.from_name as "from", m.at, m.unread, case when coalesce(d.filed_by, j.account_id) = ${me} then 'filer' else 'staff' end as reader, turn.mine as "myTurn"
    from matter m
    left join demand d on m.subject = 'demand' and d.committee_id = m.committee_id and d.id = m.subject_id
    left join join_request j on m.subject = 'joinRequest' and j.committee_id = m.committee_id and j.id = m.subject_id
    cross join lateral (select coalesce(
      (d.filed_by = ${me} and d.with_resident) or (d.filed_by is distinct from ${me} and d.owner_id = ${me} and d.working)
      or (d.offered_to = ${me} and not d.resting) or (j.account_id <> ${me} and j.state = 'waiting'), false) as mine) turn
    where (${before?.[0] ?? null}::timestamptz is null or (m.at, m.id) < (${before?.[0] ?? null}::timestamptz, ${before?.[1] ?? null}::uuid))
      and (turn.mine or not ${query.myTurn})
    order by m.at desc, m.id desc limit ${query.limit + 1}`)
}

export async function countUnread(tx: Tx, me: Id): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`select count(*) as count from notice where to_id = ${me} and read_at is null`)
  return count
}

/** Marks one matter read, or all. */
export async function markRead(tx: Tx, query: { me: Id; subjectId: Id | null; now: Instant }): Promise<void> {
  await tx.run(sql`update notice set read_at = ${query.now} where to_id = ${query.me} and read_at is null and (${query.subjectId}::uuid is null or subject_id = ${query.subjectId}::uuid)`)
}

/** Marks all that was told of these matters read. */
export async function markMattersRead(tx: Tx, query: { me: Id; subjectIds: readonly Id[]; now: Instant }): Promise<void> {
  await tx.run(sql`update notice set read_at = ${query.now} where to_id = ${query.me} and read_at is null and subject_id = any (${query.subjectIds}::uuid[])`)
}

export interface DueNotice {
  committeeId: Id
  id: Id
  about: NoticeAbout
  subject: 'demand' | 'joinRequest' | 'meeting'
  subjectId: Id
  attempts: number
  openid: string | null
}

/** Locks the next queued notices that are due, oldest first; what another run holds is passed over. For the timer's role. */
export function lockDue(tx: Tx, now: Instant, limit: number): Promise<DueNotice[]> {
  return tx.run(sql<DueNotice>`
    select n.committee_id as "committeeId", n.id, n.about, n.subject, n.subject_id as "subjectId", n.attempts,
      (select i.subject from identity i where i.account_id = n.to_id and i.kind = 'weapp' limit 1) as openid
    from notice n where n.state = 'queued' and n.next_at <= ${now} order by n.next_at, n.id limit ${limit} for update of n skip locked`)
}

export async function settleNotice(tx: Tx, notice: DueNotice, outcome: { state: 'queued' | 'sent' | 'kept' | 'unknown'; nextAt: Instant; now: Instant }): Promise<void> {
  const done = outcome.state === 'queued' ? null : outcome.now
  await tx.run(sql`update notice set state = ${outcome.state}, attempts = attempts + 1, next_at = ${outcome.nextAt}, done_at = ${done}
    where committee_id = ${notice.committeeId} and id = ${notice.id} and state = 'queued'`)
}
