/** What the timer does with photos that have arrived: draws them anew and forgets the bytes as they came. Safe when two runs meet. */
import type { PhotoFault } from '../../contract/photo'
import type { Id, Instant } from '../../contract/values'
import { withConnection, type Tx } from '../database/connection'
import { sql } from '../database/sql'
import { logFault } from '../runtime/fault'
import type { Surroundings } from '../runtime/surroundings'
import { draw, UnreadableError } from './draw'

/** ms of one run; the platform ends a function after a minute. */
const patience = 20_000
/** A photo that ended the process this often is given up. */
const mostAttempts = 3
/** ms a run has for one photo before another may take it up. */
const lease = 2 * 60_000

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

export async function asJobs<T>(surroundings: Surroundings, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withConnection(surroundings.pool, async (tx) => {
    await Promise.all([tx.send('begin'), tx.send(`select set_config('role', 'zx_jobs', true)`)])
    const done = await work(tx)
    await tx.send('commit')
    return done
  })
}

interface Claimed { committeeId: Id; id: Id; attempts: number; bytes: Buffer }

/**
 * Counted before it is tried, so that a picture that ends the process is not tried for ever. Found once and for all beforehand: within a join
 * the plan may ask for “the next one” again for each row, and take up what nobody then draws.
 */
function claim(surroundings: Surroundings, now: Instant): Promise<Claimed | undefined> {
  return asJobs(surroundings, async (tx) => {
    const [photo] = await tx.run(sql<Claimed>`
      with due as materialized (
        select committee_id, id from photo where state = 'uploaded' and next_at <= ${now} order by next_at, id limit 1 for update skip locked)
      update photo p set attempts = p.attempts + 1, next_at = ${later(now, lease)} from due
      where p.committee_id = due.committee_id and p.id = due.id
      returning p.committee_id as "committeeId", p.id, p.attempts,
        (select string_agg(c.data, '' order by c.at) from photo_piece c where c.committee_id = p.committee_id and c.photo_id = p.id) as bytes`)
    return photo
  })
}

async function settle(surroundings: Surroundings, photo: Claimed, made: { full: string; thumb: string } | PhotoFault, now: Instant): Promise<void> {
  const [full, thumb, fault] = typeof made === 'string' ? [null, null, made] : [made.full, made.thumb, null]
  await asJobs(surroundings, async (tx) => {
    await Promise.all([
      tx.run(sql`update photo set full_ref = ${full}, thumb_ref = ${thumb}, fault = ${fault}, attempts = 0, next_at = ${now}
        where committee_id = ${photo.committeeId} and id = ${photo.id} and state = 'uploaded'`),
      tx.run(sql`delete from photo_piece where committee_id = ${photo.committeeId} and photo_id = ${photo.id}`),
    ])
  })
}

async function drawOne(surroundings: Surroundings, photo: Claimed, now: Instant): Promise<void> {
  if (photo.attempts > mostAttempts) return settle(surroundings, photo, 'unreadable', now)
  const made = await draw(photo.bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableError)) logFault(surroundings, 'photo/draw', error)
    return null
  })
  if (!made) return settle(surroundings, photo, 'unreadable', now)
  try {
    // Named after the photo: a run that dies here leaves nothing that the next one does not write over.
    const place = `${photo.committeeId}/${photo.id}`
    const [full, thumb] = await Promise.all([surroundings.files.put(`${place}-full.jpg`, made.full), surroundings.files.put(`${place}-thumb.jpg`, made.thumb)])
    await settle(surroundings, photo, { full, thumb }, now)
  } catch (error) {
    // The store is down: the photo waits, and that it was tried is not held against it.
    logFault(surroundings, 'photo/store', error)
    await asJobs(surroundings, (tx) => tx.run(sql`update photo set attempts = 0 where committee_id = ${photo.committeeId} and id = ${photo.id}`))
  }
}

/** @returns how many were taken up */
export async function drawDue(surroundings: Surroundings): Promise<number> {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < patience) {
    const now = surroundings.now()
    const photo = await claim(surroundings, now)
    if (!photo) break
    await drawOne(surroundings, photo, now)
    count += 1
  }
  return count
}
