/** What the timer does about demands that wait too long. Safe when two runs meet: each locks what it looks at. */
import type { Id, Instant } from '../../contract/values'
import { withConnection, type Tx } from '../database/connection'
import { sql } from '../database/sql'
import { queueNotices } from '../notice/store'
import type { Roster } from '../organization/rules/roster'
import { getRoster } from '../organization/store'
import type { Surroundings } from '../runtime/surroundings'
import { alarmsOf, defaultLadder, watchAt, type Alarm, type LadderRung, type Rung, type Watched } from './rules/watch'
import { getLadder } from './store'

const batch = 50

interface WatchedRow extends Watched {
  committeeId: Id
  id: Id
  title: string
  filedBy: Id | null
  ownerId: Id
  told: Id[]
  alarms: string[]
}

/** Locks the next demands to look at; what another run holds is passed over. For the timer's role. */
function lockWatched(tx: Tx, now: Instant): Promise<WatchedRow[]> {
  return tx.run(sql<WatchedRow>`
    select committee_id as "committeeId", id, title, status, urgency, filed_by as "filedBy", owner_id as "ownerId", told, due_at as "dueAt", contact_due_at as "contactDueAt",
      contacted_at as "contactedAt", word_due_at as "wordDueAt", offered_at as "offeredAt", asked_at as "askedAt", answered_at as "answeredAt", alarms
    from demand where watch_at <= ${now} order by watch_at limit ${batch} for update skip locked`)
}

interface Office {
  roster: Roster
  ladder: readonly LadderRung[]
}

/** Who is meant, without the filer: nobody is told by name what only those who serve should know. */
function receivers(alarm: Alarm, row: WatchedRow, { roster }: Office): Id[] {
  const posts: Record<Rung, readonly Id[]> = { director: roster.directorId ? [roster.directorId] : [], section: roster.sectionIds, head: roster.headIds }
  const of = (who: Alarm['tell'][number]): readonly (Id | null)[] => (who === 'owner' ? [row.ownerId] : who === 'filer' ? [row.filedBy] : posts[who])
  const meant = alarm.tell.flatMap((who) => of(who).map((id) => ({ who, id })))
  return [...new Set(meant.flatMap(({ who, id }) => (id !== null && (who === 'filer' || id !== row.filedBy) ? [id] : [])))]
}

async function act(tx: Tx, row: WatchedRow, office: Office, now: Instant, surroundings: Surroundings): Promise<void> {
  const { due, next } = watchAt(alarmsOf(office.roster.calendar, office.ladder, row), row.alarms, now)
  const matter = { committeeId: row.committeeId, subject: 'demand' as const, subjectId: row.id, title: row.title, at: now }
  const closing = due.find((alarm) => alarm.does === 'close')
  const status = closing ? 'closed' : row.status
  const told = new Set(row.told)
  const writes: Promise<unknown>[] = []
  for (const alarm of due) {
    const ids = receivers(alarm, row, office)
    // Who filed without an account is told by phone.
    const nobody = row.filedBy === null && alarm.tell.includes('filer') ? [null] : []
    writes.push(queueNotices(tx, matter, [...ids, ...nobody].map((toId) => ({ id: surroundings.newId(), toId, about: alarm.about, fromName: null }))))
    if (alarm.does === undefined) continue
    // Whoever a matter was carried up to may read it from now on.
    const up = alarm.does === 'escalate' ? ids.filter((id) => id !== row.ownerId && id !== row.filedBy) : [null]
    for (const toId of up) {
      if (toId) told.add(toId)
      writes.push(tx.run(sql`
        insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id)
        values (${row.committeeId}, ${surroundings.newId()}, ${row.id}, ${now}, null, ${alarm.does === 'close' ? 'closeSilent' : 'escalate'}, ${row.status}, ${status}, null, ${toId})`))
    }
  }
  writes.push(tx.run(sql`
    update demand set watch_at = ${closing ? null : next}, alarms = ${[...row.alarms, ...due.map((alarm) => alarm.key)]}::text[], told = ${[...told]}::uuid[]
      ${closing ? sql`, status = 'closed', closed_at = ${now}, closed_how = 'silent', last_at = ${now}, last_by = null` : sql``}
    where committee_id = ${row.committeeId} and id = ${row.id}`))
  await Promise.all(writes)
}

async function watchBatch(surroundings: Surroundings): Promise<number> {
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const now = surroundings.now()
    const rows = await lockWatched(tx, now)
    const offices = new Map<Id, Office>()
    for (const committeeId of new Set(rows.map((row) => row.committeeId))) {
      const [roster, ladder] = await Promise.all([getRoster(tx, committeeId, now), getLadder(tx, committeeId)])
      offices.set(committeeId, { roster, ladder: ladder.length > 0 ? ladder : defaultLadder })
    }
    await Promise.all(rows.map((row) => act(tx, row, offices.get(row.committeeId)!, now, surroundings)))
    await tx.send('commit')
    return rows.length
  })
}

/** Looks at all that is due. @returns how many were looked at */
export async function watchDue(surroundings: Surroundings): Promise<number> {
  let all = 0
  for (;;) {
    const some = await watchBatch(surroundings)
    all += some
    if (some < batch) return all
  }
}
