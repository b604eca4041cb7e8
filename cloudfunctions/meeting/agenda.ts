/** What may be before the next meeting: open demands with their reasons, as rows the rule puts in order. */
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { cardColumns, cardTables, isLate, type CardRow } from '../demand/cards'
import type { Matter } from './rules/agenda'

export interface MatterRow extends CardRow, Matter {
  /** What the one who took it here or gave it back wrote. */
  words: string | null
}

/** Given back within so many days; what came back earlier has long been late or settled. */
const bounceDays = 60

/** Given back, and since then neither taken by somebody nor spoken of at a meeting. */
const bouncedSince = (committeeId: Id, now: Instant) => sql`
  select e.demand_id from demand_entry e where e.committee_id = ${committeeId} and e.step = 'bounce' and e.at > ${now}::timestamptz - make_interval(days => ${bounceDays})
    and not exists (select from demand_entry later where later.committee_id = e.committee_id and later.demand_id = e.demand_id
      and (later.at, later.id) > (e.at, e.id) and (later.step = 'takeOver' or later.resolution_id is not null))`

/** Those taken to the meeting, late or given back, and those an open follow-up belongs to; in no order. */
export function listMatters(tx: Tx, query: { committeeId: Id; me: Id; now: Instant }): Promise<MatterRow[]> {
  const { committeeId, me, now } = query
  return tx.run(sql<MatterRow>`
    with bounced as materialized (${bouncedSince(committeeId, now)}),
    picked as materialized (
      select d.committee_id, d.id, d.status = 'atMeeting' as taken, ${isLate(now)} as overdue, d.working and d.id in (select demand_id from bounced) as bounced
      from demand d where d.committee_id = ${committeeId} and not d.resting
        and (d.status = 'atMeeting' or ${isLate(now)} or d.id in (select demand_id from bounced)
          or d.id in (select demand_id from resolution where committee_id = ${committeeId} and owner_id is not null and settled is null))
      union all
      select d.committee_id, d.id, false, false, false from demand d where d.committee_id = ${committeeId} and d.resting
        and d.id in (select demand_id from resolution where committee_id = ${committeeId} and owner_id is not null and settled is null))
    select ${cardColumns(me)}, picked.taken, coalesce(picked.overdue, false) as overdue, picked.bounced,
      (select e.text from demand_entry e where e.committee_id = d.committee_id and e.demand_id = d.id and e.step in ('takeToMeeting', 'bounce') and e.by_id is not null order by e.at desc, e.id desc limit 1) as words
    from ${cardTables} join picked on picked.committee_id = d.committee_id and picked.id = d.id`)
}
