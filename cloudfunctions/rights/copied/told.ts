/** Of one's own copy: what one was told, what WeChat may still send, what one agreed to, what one said to public affairs, and what one asked about one's own information. */
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { Id } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { sql } from '../../database/sql'

type Parts = Pick<RightsCopy, 'notices' | 'reminders' | 'consents' | 'comments' | 'requests'>

export async function copyTold(tx: Tx, me: Id): Promise<Parts> {
  const [notices, reminders, consents, comments, requests] = await Promise.all([
    tx.run(sql<Parts['notices'][number]>`select at, about, title, from_name as from, read_at as "readAt" from notice where to_id = ${me} order by at, id`),
    tx.run(sql<Parts['reminders'][number]>`
      select a.template, a.asked_at as "askedAt", a.refused_at as "refusedAt", coalesce((select k.balance from notice_credit k where k.account_id = a.account_id and k.template = a.template order by k.seq desc limit 1), 0) as left
      from notice_ask a where a.account_id = ${me} order by a.template`),
    tx.run(sql<Parts['consents'][number]>`select layer, version, given, at from consent where account_id = ${me} order by at, layer`),
    tx.run(sql<Parts['comments'][number]>`
      select c.at, d.title, c.text, c.state, c.reason from disclosure_comment c join disclosure d on d.committee_id = c.committee_id and d.id = c.disclosure_id where c.account_id = ${me} order by c.at, c.id`),
    tx.run(sql<Parts['requests'][number]>`
      select q.kind, q.name, q.words, q.asked_at as "askedAt", q.state, (select s.name from staff s where s.committee_id = q.committee_id and s.account_id = q.decided_by) as "decidedBy", q.reply
      from rights_request q where q.account_id = ${me} order by q.asked_at, q.id`),
  ])
  return { notices, reminders, consents, comments, requests }
}
