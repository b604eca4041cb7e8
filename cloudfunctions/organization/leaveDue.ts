/** Begins and ends leave whose time has come, as the timer. Safe when two runs meet: each holds the leave it works on, and passes over what another holds. */
import type { Id, Instant } from '../../contract/values'
import { isTransient, withConnection, type Tx } from '../database/connection'
import { sql } from '../database/sql'
import { findOwnerless, lockLent, lockOwned, lockOwnerless, moveByLeave, moveOwnerless } from '../demand/moves'
import { movesBack, movesByPosts, movesOut, withTheirLeads } from '../demand/rules/moves'
import type { Surroundings } from '../runtime/surroundings'
import { leaveState } from './rules/leave'
import { getRoster } from './store'

interface DueLeave { committeeId: Id; id: Id; accountId: Id; since: Instant; until: Instant; begunAt: Instant | null }

const columns = sql`l.committee_id as "committeeId", l.id, l.account_id as "accountId", l.since, l.until, l.begun_at as "begunAt"`

/** What has to end comes first: who is back may be whose stand-in leaves now. The third kind: something reached one who is away, at the very moment it began or out of rest. */
function findDue(tx: Tx, now: Instant): Promise<Pick<DueLeave, 'committeeId' | 'id'>[]> {
  return tx.run(sql<Pick<DueLeave, 'committeeId' | 'id'>>`
    select committee_id as "committeeId", id from (
      select committee_id, id, 1 as turn, until as at from leave where begun_at is not null and ended_at is null and until <= ${now}
      union all
      select committee_id, id, 2, since from leave where begun_at is null and since <= ${now}
      union all
      select l.committee_id, l.id, 3, l.since from leave l where l.begun_at is not null and l.ended_at is null and l.since <= ${now} and l.until > ${now}
        and exists (select from demand d where d.committee_id = l.committee_id and d.owner_id = l.account_id and d.working and d.status in ('submitted', 'reopened'))
    ) due order by turn, at, id limit 200`)
}

/** @returns how many demands moved, or null when another run holds the leave or has done it */
async function settle(surroundings: Surroundings, { committeeId, id }: Pick<DueLeave, 'committeeId' | 'id'>): Promise<number | null> {
  return asTimer(surroundings, async (tx) => {
    const now = surroundings.now()
    const [leave] = await tx.run(sql<DueLeave>`
      select ${columns} from leave l where l.committee_id = ${committeeId} and l.id = ${id} and l.ended_at is null for update skip locked`)
    if (!leave) return null
    const back = leaveState(leave, now) === 'over'
    const [roster, demands] = await Promise.all([
      getRoster(tx, committeeId, now),
      back ? lockLent(tx, committeeId, id) : lockOwned(tx, committeeId, leave.accountId, { untaken: leave.begunAt !== null }),
    ])
    const moves = back ? movesBack(roster, leave.accountId, demands) : movesOut(roster, leave.accountId, demands)
    await moveByLeave({ tx, committeeId, now, newId: surroundings.newId, roster }, id, moves, { back, me: null })
    return moves.length
  })
}

async function asTimer<T>(surroundings: Surroundings, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const done = await work(tx)
    await tx.send('commit')
    return done
  })
}

/** What came back from rest to somebody who holds no post any more goes where a new demand of its block would go. */
async function adopt(surroundings: Surroundings, committeeId: Id): Promise<number> {
  return asTimer(surroundings, async (tx) => {
    const now = surroundings.now()
    const [roster, demands] = await Promise.all([getRoster(tx, committeeId, now), lockOwnerless(tx, committeeId)])
    const owners = [...new Set(demands.map((demand) => demand.ownerId))]
    const moves = withTheirLeads(owners.flatMap((oldId) => movesByPosts({ roster, oldId, blocks: new Map() }, demands.filter((demand) => demand.ownerId === oldId))), demands)
    await moveOwnerless({ tx, committeeId, now, newId: surroundings.newId, roster }, moves)
    return moves.length
  })
}

/** @returns how many demands changed hands */
export async function leaveDue(surroundings: Surroundings): Promise<number> {
  const [due, ownerless] = await asTimer(surroundings, (tx) => Promise.all([findDue(tx, surroundings.now()), findOwnerless(tx)]))
  let moved = 0
  for (const leave of due) moved += (await unlessLost(() => settle(surroundings, leave))) ?? 0
  for (const committeeId of ownerless) moved += (await unlessLost(() => adopt(surroundings, committeeId))) ?? 0
  return moved
}

/** A race lost to somebody’s step did nothing; the next run, a minute later, does it. */
async function unlessLost<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isTransient(error)) return null
    throw error
  }
}
