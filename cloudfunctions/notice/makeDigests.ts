/** Each working day at 08:30, what waits for whom: counts and nothing else. Safe when two runs meet: one of them takes the committee's day. */
import type { Digest } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import { withConnection, type Tx } from '../database/connection'
import { sql } from '../database/sql'
import { isSnoozed } from '../demand/cards'
import { calendarWith, dayAfter, dayOf, momentOf, type OwnDay } from '../organization/rules/calendar'
import type { Surroundings } from '../runtime/surroundings'
import { digestDay } from './rules/digest'

/** Committees that have not had today's. */
function listWaiting(tx: Tx, now: Instant): Promise<{ id: Id; ownDays: OwnDay[] }[]> {
  const today = dayOf(now)
  return tx.run(sql<{ id: Id; ownDays: OwnDay[] }>`
    select id, coalesce((select jsonb_agg(jsonb_build_object('day', day, 'working', working)) from closing_day o where o.committee_id = c.id and o.day = ${today}), '[]') as "ownDays"
    from committee c where open and not exists (select from digest d where d.committee_id = c.id and d.day = ${today})`)
}

/** What waits for each who serves and is there today; who has nothing is not among them. */
function countWork(tx: Tx, committeeId: Id, now: Instant): Promise<(Digest & { toId: Id })[]> {
  const tomorrow = momentOf(dayAfter(dayOf(now)), 0)
  return tx.run(sql<Digest & { toId: Id }>`
    select w.person as "toId", count(*) filter (where not w.snoozed) as mine,
      count(*) filter (where w.owned and d.due_at >= ${now} and d.due_at < ${tomorrow}) as "dueToday", count(*) filter (where w.owned and d.due_at < ${now}) as late
    from demand d
      cross join lateral (select d.owner_id as person, true as owned where d.working union all select d.offered_to, false where d.offered_to is not null) p
      cross join lateral (select p.person, p.owned, ${isSnoozed(sql<Id>`p.person`, now)} as snoozed) w
    where d.committee_id = ${committeeId} and not d.resting
      and exists (select from post o where o.committee_id = d.committee_id and o.account_id = p.person and o.since <= ${now} and (o.until is null or o.until > ${now}))
      and not exists (select from leave l where l.committee_id = d.committee_id and l.account_id = p.person and l.since <= ${now} and l.until > ${now})
    group by w.person having count(*) filter (where not w.snoozed) > 0 or count(*) filter (where w.owned and d.due_at < ${tomorrow}) > 0`)
}

async function makeOne(tx: Tx, committeeId: Id, now: Instant, newId: () => Id): Promise<number> {
  const taken = await tx.run(sql`insert into digest (committee_id, day, made_at) values (${committeeId}, ${dayOf(now)}, ${now}) on conflict do nothing returning day`)
  if (taken.length === 0) return 0
  const work = await countWork(tx, committeeId, now)
  await tx.run(sql`
    insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, next_at, day, counts)
    select ${committeeId}, w.id, w.to_id, 'digest', 'day', ${committeeId}, '', ${now}, 'queued', ${now}, ${dayOf(now)}, w.counts
    from unnest(${work.map(newId)}::uuid[], ${work.map((one) => one.toId)}::uuid[], ${work.map(({ mine, dueToday, late }) => JSON.stringify({ mine, dueToday, late }))}::jsonb[]) as w (id, to_id, counts)
    on conflict do nothing`)
  return work.length
}

/** @returns how many people were told */
export async function makeDigests(surroundings: Surroundings): Promise<number> {
  const now = surroundings.now()
  return withConnection(surroundings.pool, async (tx) => {
    const [, waiting] = await Promise.all([tx.send('begin; set local role zx_jobs'), listWaiting(tx, now)])
    let told = 0
    for (const { id, ownDays } of waiting) if (digestDay(calendarWith(ownDays), now)) told += await makeOne(tx, id, now, surroundings.newId)
    await tx.send('commit')
    return told
  })
}
