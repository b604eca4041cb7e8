/** What the timer does about visits: reminds, finds what was missed, and gives to a stand-in what a host can not keep. Safe when two runs meet. */
import type { NoticeAbout } from '../../contract/notice'
import type { Id, Instant } from '../../contract/values'
import type { VisitState } from '../../contract/visit'
import { isTransient, withConnection, type Tx } from '../database/connection'
import { sql } from '../database/sql'
import { queueNotices } from '../notice/store'
import { mayOwn, type Roster } from '../organization/rules/roster'
import { getRoster } from '../organization/store'
import type { Surroundings } from '../runtime/surroundings'
import { standInFor, type StandInSeen } from './rules/standIn'
import { dueNow, reminders, watchAt } from './rules/watch'
import { giveBackSlot } from './slots'
import { visitTitle } from './step'

const batch = 50

interface DueVisit {
  committeeId: Id
  id: Id
  blockId: Id
  state: VisitState
  hostId: Id
  startsAt: Instant | null
  endsAt: Instant | null
  moves: number
  told: Id[]
  watchAt: Instant
  lastAt: Instant
}

const columns = sql`v.committee_id as "committeeId", v.id, v.block_id as "blockId", v.state, v.host_id as "hostId", v.starts_at as "startsAt", v.ends_at as "endsAt", v.moves, v.told, v.watch_at as "watchAt", v.last_at as "lastAt"`

async function asTimer<T>(surroundings: Surroundings, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const done = await work(tx)
    await tx.send('commit')
    return done
  })
}

function told(tx: Tx, surroundings: Surroundings, row: DueVisit, who: readonly Id[], about: NoticeAbout, fromName: string | null): Promise<void> {
  return queueNotices(tx, { committeeId: row.committeeId, subject: 'visit', subjectId: row.id, title: visitTitle, at: surroundings.now() }, [...new Set(who)].map((toId) => ({ id: surroundings.newId(), toId, about, fromName })))
}

function line(tx: Tx, surroundings: Surroundings, row: DueVisit, step: 'standIn' | 'miss', to: VisitState, startsAt: Instant | null): Promise<unknown> {
  return tx.run(sql`
    insert into visit_entry (committee_id, id, visit_id, at, by_id, step, from_state, state, starts_at)
    values (${row.committeeId}, ${surroundings.newId()}, ${row.id}, ${surroundings.now()}, null, ${step}, ${row.state}, ${to}, ${startsAt})`)
}

/** One reminder at a time, or that it was missed. */
async function remind(tx: Tx, surroundings: Surroundings, row: DueVisit): Promise<void> {
  const now = surroundings.now()
  const moment = dueNow(row, row.watchAt, now)
  const writes: Promise<unknown>[] = []
  if (moment === 'unanswered') writes.push(told(tx, surroundings, row, [row.hostId], 'visitAsked', null))
  else if (moment !== null) writes.push(told(tx, surroundings, row, [...row.told, row.hostId], reminders[moment], null))
  if (moment === 'miss') writes.push(line(tx, surroundings, row, 'miss', 'missed', null))
  writes.push(tx.run(sql`
    update visit set watch_at = ${moment === 'miss' ? null : watchAt(row, now)} ${moment === 'miss' ? sql`, state = 'missed', last_at = ${now}, last_by = null` : sql``}
    where committee_id = ${row.committeeId} and id = ${row.id}`))
  await Promise.all(writes)
}

async function remindBatch(surroundings: Surroundings): Promise<number> {
  return asTimer(surroundings, async (tx) => {
    const rows = await tx.run(sql<DueVisit>`
      select ${columns} from visit v where v.watch_at <= ${surroundings.now()} and v.mode = 'online' and v.state in ('asked', 'proposed', 'booked') order by v.watch_at limit ${batch} for update skip locked`)
    await Promise.all(rows.map((row) => remind(tx, surroundings, row)))
    return rows.length
  })
}

/** Visits whose host is on leave when they are to be, who is away now and has one to answer, or who holds no post any more. */
const unhosted = (now: Instant) => sql`v.mode = 'online' and ((v.state = 'booked' and v.starts_at > ${now}) or v.state = 'asked')
  and (not exists (select from post p where p.committee_id = v.committee_id and p.account_id = v.host_id and p.until is null)
    or exists (select from leave l where l.committee_id = v.committee_id and l.account_id = v.host_id and l.ended_at is null
      and case when v.state = 'booked' then l.since < v.ends_at and v.starts_at < l.until else l.since <= ${now} and ${now} < l.until end))`

function findUnhosted(tx: Tx, now: Instant): Promise<{ committeeId: Id; id: Id }[]> {
  return tx.run(sql<{ committeeId: Id; id: Id }>`select v.committee_id as "committeeId", v.id from visit v where ${unhosted(now)} order by v.starts_at, v.id limit 200`)
}

/** Who may stand in, in order: whom the leave names, the deputy of the block, who leads it now, the director. */
function candidatesOf(roster: Roster, row: DueVisit, named: readonly (Id | null)[]): Id[] {
  const inOrder = [...named, roster.deputies.get(row.blockId) ?? null, roster.leaders.get(row.blockId) ?? null, roster.directorId]
  return inOrder.filter((id, index): id is Id => id !== null && id !== row.hostId && !row.told.includes(id) && mayOwn(roster, id) && inOrder.indexOf(id) === index)
}

async function settle(surroundings: Surroundings, { committeeId, id }: { committeeId: Id; id: Id }): Promise<boolean> {
  return asTimer(surroundings, async (tx) => {
    const now = surroundings.now()
    // Asked again under the lock: another run may have given it to somebody since it was found.
    const [row] = await tx.run(sql<DueVisit>`
      select ${columns} from visit v where v.committee_id = ${committeeId} and v.id = ${id} and ${unhosted(now)} for update of v skip locked`)
    if (!row) return false
    const [roster, named] = await Promise.all([
      getRoster(tx, committeeId, now),
      tx.run(sql<{ standInId: Id | null }>`
        select stand_in_id as "standInId" from leave where committee_id = ${committeeId} and account_id = ${row.hostId} and ended_at is null
          and since < ${row.endsAt ?? now}::timestamptz + interval '1 second' and until > ${row.startsAt ?? now}::timestamptz order by since`),
    ])
    const able = candidatesOf(roster, row, named.map(({ standInId }) => standInId))
    // Held in the order of their ids, so that no two runs wait for each other.
    for (const one of [...able].sort()) await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${committeeId}::uuid::text || ${one}::uuid::text, 230))`)
    const seen = await tx.run(sql<StandInSeen>`
      select c as "accountId",
        exists (select from leave l where l.committee_id = ${committeeId} and l.account_id = c and l.ended_at is null and l.since < ${row.endsAt ?? now}::timestamptz + interval '1 second' and l.until > ${row.startsAt ?? now}::timestamptz) as away,
        exists (select from visit o where o.committee_id = ${committeeId} and o.host_id = c and o.mode = 'online' and o.state = 'booked' and o.starts_at < ${row.endsAt} and ${row.startsAt} < o.ends_at) as busy
      from unnest(${able}::uuid[]) c`)
    const standIn = standInFor(able, seen, row.startsAt !== null)
    // Away for an hour or two with nobody there: whoever asked waits for them.
    if (standIn === null && row.state === 'asked') return false
    const keeps = standIn !== null
    const name = roster.staff.get(row.hostId)?.name ?? null
    const moved = { state: keeps ? row.state : ('proposed' as const), startsAt: keeps ? row.startsAt : null }
    await Promise.all([
      giveBackSlot(tx, committeeId, id),
      tx.run(sql`
        update visit set slot_id = null, last_at = ${now}, last_by = null, watch_at = ${keeps ? watchAt(row, now) : null}
          ${keeps ? sql`, host_id = ${standIn}` : sql`, state = 'proposed', starts_at = null, ends_at = null, offers = '[]', moves = ${row.moves + 1}`}
        where committee_id = ${committeeId} and id = ${id}`),
      line(tx, surroundings, row, 'standIn', moved.state, moved.startsAt),
      told(tx, surroundings, row, row.told, 'visitStandIn', name),
      told(tx, surroundings, row, [keeps ? standIn : row.hostId], 'visitStandIn', name),
    ])
    return true
  })
}

/** @returns how many were looked at */
export async function visitDue(surroundings: Surroundings): Promise<number> {
  let all = 0
  for (const one of await asTimer(surroundings, (tx) => findUnhosted(tx, surroundings.now()))) {
    try {
      if (await settle(surroundings, one)) all += 1
    } catch (error) {
      // A race lost to somebody's step did nothing; the next run, a minute later, does it.
      if (!isTransient(error)) throw error
    }
  }
  for (;;) {
    const some = await remindBatch(surroundings)
    all += some
    if (some < batch) return all
  }
}
