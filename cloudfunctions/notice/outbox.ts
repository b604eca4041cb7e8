/** The way of a notice out of the app, as rows. For the timer's role. */
import type { NoticeSubject, NoticeTemplate } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Templates } from '../runtime/wechat'
import { called, ownTemplates, templated } from './rules/leaving'
import { isQuiet } from './rules/quiet'
import { silentMinutes, type Settled } from './rules/settling'

/** A notice this run holds: nobody else sends it. */
export interface ClaimedNotice {
  committeeId: Id
  id: Id
  toId: Id
  subject: NoticeSubject
  subjectId: Id
  openid: string
  template: NoticeTemplate
  number: string | null
  attempts: number
  urgent: boolean
}

/** What may be sent by a template the operator has. */
const sendable = (templates: Templates) => templated.filter(({ template }) => templates[template])

const ownAbouts = templated.filter(({ template }) => ownTemplates.includes(template)).map(({ about }) => about)

/** A message about “your matter” does not go to one who serves and is told of another's. */
const anothers = sql`(n.about = any (${ownAbouts}::text[]) and exists (select from post o where o.committee_id = n.committee_id and o.account_id = n.to_id)
  and not exists (select from demand f where f.committee_id = n.committee_id and f.id = n.subject_id and f.filed_by = n.to_id))`

/** Claims whose holder has been silent for too long: nobody knows whether they were taken. @returns how many */
export async function giveUpSilent(tx: Tx, now: Instant): Promise<number> {
  const given = await tx.run(sql`
    with silent as (
      select committee_id, id from notice where state = 'sending' and claimed_at < ${now}::timestamptz - make_interval(mins => ${silentMinutes}) for update skip locked)
    update notice n set state = 'unknown', attempts = attempts + 1, done_at = ${now} from silent where n.committee_id = silent.committee_id and n.id = silent.id returning n.id`)
  return given.length
}

/**
 * What can not leave the app stays in its inbox, which has had it from the beginning. Who reads none, having no account, or who uses no WeChat
 * and would first of all be called, comes on the phone list, unless the household wants no calls. @returns how many
 */
export async function keepDue(tx: Tx, { now, templates, limit }: { now: Instant; templates: Templates; limit: number }): Promise<number> {
  const abouts = sendable(templates).map(({ about }) => about)
  const kept = await tx.run(sql`
    with due as (
      select committee_id, id, to_id, about, subject, subject_id, at, urgent from notice n
      where state = 'queued' and next_at <= ${now}
        and (about <> all (${abouts}::text[]) or not exists (select from identity i where i.account_id = n.to_id and i.kind = 'weapp') or ${anothers})
      order by next_at, id limit ${limit} for update skip locked),
    listed as (
      insert into phone_call (committee_id, id, demand_id, about, since, urgent, state)
      select distinct on (due.committee_id, due.subject_id) due.committee_id, due.id, due.subject_id, due.about, due.at, due.urgent, 'open'
      from due join demand d on due.subject = 'demand' and d.committee_id = due.committee_id and d.id = due.subject_id
        left join household h on h.committee_id = d.committee_id and h.id = d.household_id
      where due.about = any (${called}::text[]) and not 'phone' = any (coalesce(h.never, '{}'))
        and (due.to_id is null or (due.to_id = d.filed_by and h.channels[1] = 'phone' and not exists (select from identity i where i.account_id = due.to_id and i.kind = 'weapp')))
      order by due.committee_id, due.subject_id, due.at desc, due.id desc
      on conflict (committee_id, demand_id) where state = 'open'
        do update set about = excluded.about, since = excluded.since, urgent = phone_call.urgent or excluded.urgent, again_at = null)
    update notice n set state = 'kept', attempts = attempts + 1, done_at = ${now} from due where n.committee_id = due.committee_id and n.id = due.id returning n.id`)
  return kept.length
}

/**
 * Takes the next notices to send, one a person, and spends a consent for each; where none is left, it is kept. What another run holds is
 * passed over, and so is what came after something of the same person that has not left yet; an urgent one waits for urgent ones only.
 */
export async function claimDue(tx: Tx, { now, claim, templates, limit }: { now: Instant; claim: Id; templates: Templates; limit: number }): Promise<{ sending: ClaimedNotice[]; kept: number }> {
  const by = sendable(templates)
  const rows = await tx.run(sql<ClaimedNotice & { state: 'sending' | 'kept' }>`
    with due as (
      select n.committee_id, n.id, n.to_id, t.template
      from notice n join unnest(${by.map(({ about }) => about)}::text[], ${by.map(({ template }) => template)}::text[]) as t (about, template) on t.about = n.about
      where n.state = 'queued' and n.next_at <= ${now} and not ${anothers} and (n.urgent or not ${isQuiet(now)})
        and not exists (select from notice e where e.to_id = n.to_id and e.state in ('queued', 'sending') and (e.at, e.id) < (n.at, n.id) and (e.urgent or not n.urgent))
      order by n.next_at, n.id limit ${limit} for update of n skip locked),
    spent as (
      insert into notice_credit (account_id, template, change, why, committee_id, notice_id, at)
      select to_id, template, -1, 'spent', committee_id, id, ${now} from due order by to_id, template
      returning committee_id, notice_id)
    update notice n set state = case when s.notice_id is null then 'kept' else 'sending' end, claim = ${claim}, claimed_at = ${now},
      attempts = attempts + case when s.notice_id is null then 1 else 0 end, done_at = case when s.notice_id is null then ${now}::timestamptz end
    from due left join spent s on s.committee_id = due.committee_id and s.notice_id = due.id
    where n.committee_id = due.committee_id and n.id = due.id
    returning n.committee_id as "committeeId", n.id, n.to_id as "toId", n.subject, n.subject_id as "subjectId", due.template, n.number, n.attempts, n.urgent, n.state,
      (select i.subject from identity i where i.account_id = n.to_id and i.kind = 'weapp' limit 1) as openid`)
  const sending = rows.filter((row) => row.state === 'sending')
  return { sending, kept: rows.length - sending.length }
}

/** Writes down how it ended, unless another knows better; what WeChat did not take, or says is not there, is put right in the ledger. */
export async function settleNotice(tx: Tx, notice: ClaimedNotice, end: Settled & { claim: Id; now: Instant }): Promise<void> {
  const { state, nextAt, credit, claim, now } = end
  await tx.run(sql`
    with settled as (
      update notice set state = ${state}, attempts = ${notice.attempts} + 1, next_at = ${nextAt}, done_at = ${state === 'queued' ? null : now}
      where committee_id = ${notice.committeeId} and id = ${notice.id} and claim = ${claim} and state in ('sending', 'unknown')
      returning committee_id, id, to_id)
    insert into notice_credit (account_id, template, change, why, committee_id, notice_id, at)
    select to_id, ${notice.template}, ${credit === 'forfeited' ? -1 : 1}, ${credit}, committee_id, id, ${now} from settled where ${credit !== 'spent'}`)
}
