/** What director or secretary gave an hour hangs out when it comes. */
import type { Instant } from '../../contract/values'
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import type { Surroundings } from '../runtime/surroundings'
import { lockItem, tell, type ItemRef } from './edited'
import { hangOut } from './hangOut'

const most = 50

/** Each in a transaction of its own. Safe when two run at once: the second waits for the item and finds it hung out. @returns how many hung out */
export async function publishDue(surroundings: Surroundings): Promise<number> {
  const now = surroundings.now()
  const due = await withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const found = await tx.run(sql<ItemRef & { number: number }>`
      select committee_id as "committeeId", slug, number from service_version where state = 'scheduled' and publish_at <= ${now} order by publish_at, slug limit ${most}`)
    await tx.send('commit')
    return found
  })
  let published = 0
  for (const version of due) if (await publishOne(surroundings, version, now)) published += 1
  return published
}

async function publishOne(surroundings: Surroundings, { number, ...ref }: ItemRef & { number: number }, now: Instant): Promise<boolean> {
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const [, [still]] = await Promise.all([
      lockItem(tx, ref),
      tx.run(sql`select from service_version where committee_id = ${ref.committeeId} and slug = ${ref.slug} and number = ${number} and state = 'scheduled' and publish_at <= ${now}`),
    ])
    await Promise.all([
      ...(still ? [hangOut(tx, ref, number, now), tell(tx, ref, { id: surroundings.newId(), step: 'published', number, by: null, at: now })] : []),
      tx.send('commit'),
    ])
    return still !== undefined
  })
}
