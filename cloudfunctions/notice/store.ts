/** Notices: written with the change itself, read in the inbox, sent by the timer. */
import { NoticeTemplate, type Digest, type NoticeAbout, type NoticeSubject } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Ledger, Ledgers } from './rules/asking'
import { leavingOf } from './rules/leaving'
import { departAt } from './rules/quiet'

export interface NewNotice {
  id: Id
  /** Null for a person without an account, who is told by phone. */
  toId: Id | null
  about: NoticeAbout
  fromName: string | null
  /** Cannot wait for the morning though it is about no demand: whoever is told wrote of the danger themselves. */
  urgent?: boolean
  /** Another matter of the same kind than the rest, with its own title. */
  subjectId?: Id
  title?: string
}

/**
 * Queues notices about one matter; each is sent after commit, at once when it is about a danger that cannot wait for the morning. Nothing
 * happens for an empty list.
 */
export async function queueNotices(
  tx: Tx,
  matter: { committeeId: Id; subject: Exclude<NoticeSubject, 'day'>; subjectId: Id; title: string; at: Instant },
  told: readonly NewNotice[],
): Promise<void> {
  const notices = told.filter(({ toId, about }) => toId !== null || leavingOf(about).call)
  if (notices.length === 0) return
  const { committeeId, subject, subjectId, title, at } = matter
  await tx.run(sql`
    insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, urgent, number, next_at)
    select ${committeeId}, n.id, n.to_id, n.about, ${subject}, n.subject_id, n.title, n.from_name, ${at}, 'queued', u.urgent, d.number,
      case when u.urgent then ${at}::timestamptz else ${departAt(at, false)}::timestamptz end
    from unnest(${notices.map((n) => n.id)}::uuid[], ${notices.map((n) => n.toId)}::uuid[], ${notices.map((n) => n.about)}::text[], ${notices.map((n) => n.fromName)}::text[],
        ${notices.map((n) => leavingOf(n.about).wakes)}::boolean[], ${notices.map((n) => n.urgent ?? false)}::boolean[], ${notices.map((n) => n.subjectId ?? subjectId)}::uuid[], ${notices.map((n) => n.title ?? title)}::text[])
        as n (id, to_id, about, from_name, wakes, danger, subject_id, title)
      left join demand d on ${subject} = 'demand' and d.committee_id = ${committeeId} and d.id = n.subject_id
      cross join lateral (select n.wakes and (n.danger or coalesce(d.urgency = 'danger', false)) as urgent) u`)
}

export interface NoticeRow {
  id: Id
  committeeId: Id
  about: NoticeAbout
  subject: NoticeSubject
  subjectId: Id
  title: string
  digest: Digest | null
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
      select distinct on (subject_id) id, committee_id, about, subject, subject_id, title, counts, from_name, at,
        count(*) filter (where read_at is null) over (partition by subject_id) as unread
      from recent order by subject_id, at desc, id desc)
    select m.id, m.committee_id as "committeeId", m.about, m.subject, m.subject_id as "subjectId", m.title, m.counts as digest, m.from_name as "from", m.at, m.unread, case when coalesce(d.filed_by, j.account_id, q.account_id) = ${me} or v.host_id <> ${me}
      or (m.subject = 'household' and not coalesce(h.block_id = any ((select app.blocks())::uuid[]) or h.committee_id = any ((select app.committees())::uuid[]), false)) then 'filer' else 'staff' end as reader, turn.mine as "myTurn"
    from matter m
    left join demand d on m.subject = 'demand' and d.committee_id = m.committee_id and d.id = m.subject_id
    left join join_request j on m.subject = 'joinRequest' and j.committee_id = m.committee_id and j.id = m.subject_id
    left join visit v on m.subject = 'visit' and v.committee_id = m.committee_id and v.id = m.subject_id
    left join household h on m.subject = 'household' and h.committee_id = m.committee_id and h.id = m.subject_id
    left join rights_request q on m.subject = 'right' and q.committee_id = m.committee_id and q.id = m.subject_id
    cross join lateral (select coalesce(
      (d.filed_by = ${me} and d.with_resident) or (d.filed_by is distinct from ${me} and d.owner_id = ${me} and d.working)
      or (d.offered_to = ${me} and not d.resting) or (j.account_id <> ${me} and j.state = 'waiting')
      or (v.host_id = ${me} and v.state in ('asked', 'held', 'missed')) or (${me} = any (v.told) and v.state in ('proposed', 'summarised'))
      or (q.account_id <> ${me} and q.state = 'open'), false) as mine) turn
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

/** Of each template what the person has allowed and not yet got, and when they were last asked. */
export async function readLedgers(tx: Tx, me: Id): Promise<Ledgers> {
  const rows = await tx.run(sql<Ledger & { template: NoticeTemplate }>`
    select t.template, coalesce(c.balance, 0) as left, a.asked_at as "askedAt", a.refused_at as "refusedAt"
    from unnest(${NoticeTemplate.options}::text[]) t (template)
      left join lateral (select balance from notice_credit where account_id = ${me} and template = t.template order by seq desc limit 1) c on true
      left join notice_ask a on a.account_id = ${me} and a.template = t.template`)
  return Object.fromEntries(rows.map(({ template, ...ledger }) => [template, ledger]))
}

/** One message more of each. */
export async function grantCredits(tx: Tx, { me, templates, now }: { me: Id; templates: readonly NoticeTemplate[]; now: Instant }): Promise<void> {
  await tx.run(sql`insert into notice_credit (account_id, template, change, why, at) select ${me}, t, 1, 'granted', ${now} from unnest(${templates}::text[]) t`)
}

/** They were asked for these just now; a yes takes back an earlier no. */
export async function noteAsked(tx: Tx, { me, asked, refused, now }: { me: Id; asked: readonly NoticeTemplate[]; refused: readonly NoticeTemplate[]; now: Instant }): Promise<void> {
  await tx.run(sql`
    insert into notice_ask (account_id, template, asked_at, refused_at) select ${me}, t, ${now}, case when t = any (${refused}::text[]) then ${now}::timestamptz end from unnest(${asked}::text[]) t
    on conflict (account_id, template) do update set asked_at = excluded.asked_at, refused_at = excluded.refused_at`)
}
