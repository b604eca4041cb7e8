/** Of one's own copy: visits to one's homes, what was agreed at the door, and who tried it without. */
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { Id } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { sql, type Statement } from '../../database/sql'
import { iso, listOf } from './json'

type Parts = Pick<RightsCopy, 'visits' | 'talents' | 'doorConsents' | 'doorAttempts'>

export async function copyVisits(tx: Tx, { me, name, homes }: { me: Id; name: string; homes: readonly { householdId: Id }[] }): Promise<Parts> {
  const ids = homes.map(({ householdId }) => householdId)
  const by = (account: Statement, of: Statement) => sql`case when ${account} = ${me} then ${name}::text else coalesce((select s.name from staff s where s.committee_id = ${of}.committee_id and s.account_id = ${account}), '家里人') end`
  const home = (of: Statement) => sql`join household h on h.committee_id = ${of}.committee_id and h.id = ${of}.household_id where ${of}.household_id = any (${ids}::uuid[])`
  const [visits, talents, doorConsents, doorAttempts] = await Promise.all([
    tx.run(sql<Parts['visits'][number]>`
      select h.label, v.mode, v.state, v.about, v.channel, v.purpose, ${by(sql`v.asked_by`, sql`v`)} as "askedBy", ${by(sql`v.host_id`, sql`v`)} as host, v.who, v.made_at as "madeAt", v.starts_at as "startsAt", v.ends_at as "endsAt", v.summary,
        ${listOf(sql`jsonb_build_object('at', ${iso(sql`e.at`)}, 'by', case when e.by_id is null then '掌心汇' else ${by(sql`e.by_id`, sql`e`)} end, 'step', e.step, 'text', e.text) order by e.at, e.id)`,
          sql`from visit_entry e where e.committee_id = v.committee_id and e.visit_id = v.id`)} as thread,
        ${listOf(sql`jsonb_build_object('what', p.what, 'state', p.state) order by p.id)`, sql`from visit_helper p where p.committee_id = v.committee_id and p.visit_id = v.id and (p.answered_by is null or p.answered_by = ${me})`)} as helps
      from visit v ${home(sql`v`)} order by v.made_at, v.id`),
    tx.run(sql<Parts['talents'][number]>`
      select c.name as committee, t.what, t.since from talent t join committee c on c.id = t.committee_id where t.account_id = ${me} order by t.since, t.id`),
    tx.run(sql<Parts['doorConsents'][number]>`
      select h.label, k.who, k.purpose, k.from_at as "fromAt", k.until_at as "untilAt", ${by(sql`k.asked_by`, sql`k`)} as "askedBy", k.asked_at as "askedAt", k.state,
        case when k.answered_by is not null then ${by(sql`k.answered_by`, sql`k`)} end as "answeredBy", k.answered_at as "answeredAt", k.used_at as "usedAt"
      from visit_consent k ${home(sql`k`)} order by k.asked_at, k.id`),
    tx.run(sql<Parts['doorAttempts'][number]>`
      select h.label, t.at, case when t.by_id is not null then ${by(sql`t.by_id`, sql`t`)} end as by, t.who, t.purpose, t.starts_at as "startsAt" from visit_attempt t ${home(sql`t`)} order by t.at, t.id`),
  ])
  return { visits, talents, doorConsents, doorAttempts }
}
