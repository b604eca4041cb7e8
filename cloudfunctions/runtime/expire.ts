/** What is kept no longer than it is needed for: receipts 30 days, ended sessions, counters of past minutes, printed codes, who moved away. */
import type { Surroundings } from './surroundings'
import { withConnection } from '../database/connection'

export async function expire(surroundings: Surroundings): Promise<void> {
  const now = surroundings.now()
  await withConnection(surroundings.pool, async (tx) => {
    await Promise.all([
      tx.send('begin'),
      tx.send(`select set_config('role', 'zx_jobs', true)`),
      tx.send(`delete from receipt where at < $1::timestamptz - interval '30 days'`, [now]),
      tx.send(`delete from session where expires_at < $1 or revoked_at < $1::timestamptz - interval '1 day'`, [now]),
      tx.send(`delete from rate where minute < $1::timestamptz - interval '10 minutes'`, [now]),
      tx.send(`delete from household_code where made_at < $1::timestamptz - interval '180 days'`, [now]),
      tx.send(`delete from code_try where since < $1::timestamptz - interval '1 day'`, [now]),
      tx.send(`delete from departure where at < $1::timestamptz - interval '1 year'`, [now]),
      tx.send('select app.forget_left($1)', [now]),
      tx.send('commit'),
    ])
  })
}
