/** Of one's own copy: all one has said, what became of it, and what one thought of the answer. Inner notes are no part of it. */
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { Id } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { sql } from '../../database/sql'
import { phonePlace } from '../../demand/store'
import type { Seals } from '../../runtime/seal'
import { iso, listOf } from './json'

type Row = Omit<RightsCopy['demands'][number], 'phone'> & { committeeId: Id; id: Id; sealed: string | null }

export async function copyDemands(tx: Tx, seals: Seals, { me, name }: { me: Id; name: string }): Promise<RightsCopy['demands']> {
  const rows = await tx.run(sql<Row>`
    select d.committee_id as "committeeId", d.id, d.filer_phone_sealed as sealed, d.number, h.label, d.filer_name as name, d.title, d.kind, d.channel, d.status, d.text, d.place, d.filed_at as "filedAt", d.closed_at as "closedAt",
      (select s.name from staff s where s.committee_id = d.committee_id and s.account_id = d.entered_by) as "enteredBy",
      ${listOf(sql`jsonb_build_object('label', a.value ->> 'label', 'answer', a.value ->> 'answer') order by a.ordinality)`, sql`from jsonb_array_elements(d.answers) with ordinality a`)} as answers,
      ${listOf(sql`jsonb_build_object('at', ${iso(sql`e.at`)}, 'by', case when e.by_id = ${me} then ${name}::text else coalesce(s.name, '掌心汇') end, 'step', e.step, 'text', e.text) order by e.at, e.id)`,
        sql`from demand_entry e left join staff s on s.committee_id = e.committee_id and s.account_id = e.by_id where e.committee_id = d.committee_id and e.demand_id = d.id`)} as thread,
      ${listOf(sql`jsonb_build_object('at', ${iso(sql`g.at`)}, 'value', g.value, 'reasons', g.reasons, 'words', g.words) order by g.at)`,
        sql`from demand_rating g where g.committee_id = d.committee_id and g.demand_id = d.id and g.by_id = ${me}`)} as ratings,
      (select count(*) from photo p where p.committee_id = d.committee_id and p.demand_id = d.id and p.by_id = ${me}) as photos
    from demand d left join household h on h.committee_id = d.committee_id and h.id = d.household_id where d.filed_by = ${me} order by d.filed_at, d.id`)
  return rows.map(({ committeeId, id, sealed, ...row }) => ({ ...row, phone: sealed && seals.open(phonePlace(committeeId, id), sealed) }))
}
