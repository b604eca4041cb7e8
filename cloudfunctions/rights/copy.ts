/** Everything kept about one person (个人信息保护法 art. 45), gathered in one round trip, as row security lets them read it. */
import type { RightsCopy } from '../../contract/rights'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import { sql, type Statement } from '../database/sql'

/** Moments inside JSON, as they travel everywhere else. */
const iso = (at: Statement) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A list as JSON, in its order; empty for none. */
const listOf = (object: Statement, rest: Statement) => sql`coalesce((select jsonb_agg(${object} ${rest}), '[]')`

export async function collectCopy(tx: Tx, person: Person): Promise<Omit<RightsCopy, 'madeAt'>> {
  const me = person.accountId
  const { copy } = await tx.one(sql<{ copy: Omit<RightsCopy, 'madeAt'> }>`
    select jsonb_build_object(
      'name', a.name, 'since', ${iso(sql`a.made_at`)},
      'households', ${listOf(
        sql`jsonb_build_object('committee', c.name, 'label', h.label, 'name', r.name, 'relation', r.relation,
          'wish', jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never)) order by h.id)`,
        sql`from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id join committee c on c.id = h.committee_id where r.account_id = ${me}`)},
      'joinRequests', ${listOf(
        sql`jsonb_build_object('committee', c.name, 'label', j.label, 'relation', j.relation, 'message', j.message, 'askedAt', ${iso(sql`j.asked_at`)}, 'state', j.state) order by j.asked_at, j.id)`,
        sql`from join_request j join committee c on c.id = j.committee_id where j.account_id = ${me}`)},
      'demands', ${listOf(
        sql`jsonb_build_object('number', d.number, 'kind', d.kind, 'channel', d.channel, 'status', d.status, 'text', d.text, 'place', d.place, 'filedAt', ${iso(sql`d.filed_at`)}, 'closedAt', ${iso(sql`d.closed_at`)},
          'thread', ${listOf(
            sql`jsonb_build_object('at', ${iso(sql`e.at`)}, 'by', case when e.by_id = ${me} then a.name else coalesce(s.name, '掌心汇') end, 'step', e.step, 'text', e.text) order by e.at, e.id)`,
            sql`from demand_entry e left join staff s on s.committee_id = e.committee_id and s.account_id = e.by_id where e.committee_id = d.committee_id and e.demand_id = d.id`)},
          'ratings', ${listOf(
            sql`jsonb_build_object('at', ${iso(sql`g.at`)}, 'value', g.value, 'words', g.words) order by g.at)`,
            sql`from demand_rating g where g.committee_id = d.committee_id and g.demand_id = d.id and g.by_id = ${me}`)},
          'photos', (select count(*) from photo p where p.committee_id = d.committee_id and p.demand_id = d.id and p.by_id = ${me})) order by d.filed_at, d.id)`,
        sql`from demand d where d.filed_by = ${me}`)},
      'notices', ${listOf(sql`jsonb_build_object('at', ${iso(sql`n.at`)}, 'about', n.about, 'title', n.title) order by n.at, n.id)`, sql`from notice n where n.to_id = ${me}`)},
      'consents', ${listOf(sql`jsonb_build_object('layer', k.layer, 'version', k.version, 'given', k.given, 'at', ${iso(sql`k.at`)}) order by k.at, k.layer)`, sql`from consent k where k.account_id = ${me}`)},
      'requests', ${listOf(sql`jsonb_build_object('kind', q.kind, 'words', q.words, 'askedAt', ${iso(sql`q.asked_at`)}, 'state', q.state, 'reply', q.reply) order by q.asked_at, q.id)`, sql`from rights_request q where q.account_id = ${me}`)}
    ) as copy from account a where a.id = ${me}`)
  return copy
}
