/** What the timer does with queued notices. Safe when two runs meet: each locks what it sends. */
import type pg from 'pg'
import type { Instant } from '../../contract/values'
import { withConnection } from '../database/connection'
import type { Surroundings } from '../runtime/surroundings'
import { lockDue, settleNotice, type DueNotice } from './store'

const batch = 50
/** After this many tries a notice stays in the inbox of the app alone. */
const mostAttempts = 6

/** Doubling from one minute: 1, 2, 4, 8, 16 minutes. */
function nextTry(now: Instant, attempts: number): Instant {
  return new Date(Date.parse(now) + 2 ** attempts * 60_000).toISOString()
}

/** The page of the mini-program that shows the matter. */
function pageOf(notice: DueNotice): string {
  return notice.subject === 'demand' ? `resident/demand/index?committeeId=${notice.committeeId}&demandId=${notice.subjectId}` : 'pages/messages/index'
}

async function deliver(notice: DueNotice, surroundings: Surroundings, now: Instant): Promise<{ state: 'queued' | 'sent' | 'kept' | 'unknown'; nextAt: Instant; now: Instant }> {
  // The inbox of the app has it already: the row itself. Without WeChat that is all there is.
  if (!surroundings.wechat.live || notice.openid === null) return { state: 'kept', nextAt: now, now }
  const delivery = await surroundings.wechat.send({ openid: notice.openid, about: notice.about, page: pageOf(notice) })
  if (delivery === 'retry' && notice.attempts + 1 < mostAttempts) return { state: 'queued', nextAt: nextTry(now, notice.attempts), now }
  const settled = { sent: 'sent', refused: 'kept', retry: 'kept', unknown: 'unknown' } as const
  return { state: settled[delivery], nextAt: now, now }
}

async function deliverBatch(pool: pg.Pool, surroundings: Surroundings): Promise<number> {
  return withConnection(pool, async (tx) => {
    await Promise.all([tx.send('begin'), tx.send(`select set_config('role', 'zx_jobs', true)`)])
    const now = surroundings.now()
    const due = await lockDue(tx, now, batch)
    for (const notice of due) await settleNotice(tx, notice, await deliver(notice, surroundings, now))
    await tx.send('commit')
    return due.length
  })
}

/** Sends all that is due. @returns how many were settled or put off */
export async function deliverDue(surroundings: Surroundings): Promise<number> {
  let all = 0
  for (;;) {
    const some = await deliverBatch(surroundings.pool, surroundings)
    all += some
    if (some < batch) return all
  }
}
