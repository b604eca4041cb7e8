/**
 * The connection breaks at every statement of every command: nothing is torn, nothing doubled, and the same key makes it good. What
 * the database meets is what it meets when the process dies (killPoints), without a process for each point.
 */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../../cloudfunctions/database/connection'
import { serve } from '../../cloudfunctions/runtime/serve'
import { commands, openCommunity, opening, type Community } from '../fixtures/community'
import { arrange, forgetAsking, picture, type Act } from '../fixtures/scene'
import { grown, same } from './effect'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

type Query = (...call: unknown[]) => Promise<unknown>
interface Connection { query: Query; processID: number; connection: { stream: { destroy(): void } } }

/**
 * Does it over a connection of its own that breaks before its `statement`-th statement, or after the last when there are fewer.
 * @returns how many statements there were
 */
async function breakAt(act: Act, key: string, statement: number): Promise<number> {
  const pool = openPool(community.database.appUrl, 1)
  let sent = 0
  let pid = 0
  pool.on('connect', (client: pg.PoolClient) => {
    const inner = client as unknown as Connection
    pid = inner.processID
    const send = inner.query.bind(inner)
    inner.query = (...call) => {
      sent += 1
      if (sent === statement) inner.connection.stream.destroy()
      return send(...call)
    }
  })
  try {
    await serve({ surroundings: { ...community.surroundings, pool }, credential: community.credentialOf(act.name), key }, act.path, act.input)
  } finally {
    await pool.end()
  }
  // Until PostgreSQL has seen that nobody is there any more.
  for (;;) {
    if ((await community.rows('select from pg_stat_activity where pid = $1', [pid])).length === 0) return sent
  }
}

async function prepared(path: Act['path']): Promise<Act> {
  await forgetAsking(community)
  community.setClock(opening)
  const act = await arrange(community, path)
  community.later({ minutes: 1 })
  return act
}

test.each(commands)('%s, torn at every statement', async (path) => {
  const whole = await prepared(path)
  const start = await picture(community)
  const statements = await breakAt(whole, randomUUID(), Infinity)
  const effect = grown(start, await picture(community))
  expect(statements).toBeGreaterThan(5)

  const wrong: string[] = []
  let undone = 0
  for (let statement = 1; statement <= statements; statement += 1) {
    const act = await prepared(path)
    const before = await picture(community)
    const key = randomUUID()
    await breakAt(act, key, statement)
    const left = await picture(community)
    if (same(left, before)) undone += 1
    else if (grown(before, left) !== effect) wrong.push(`${statement}: torn, ${grown(before, left)}`)
    // The phone sends it again, because it was never told.
    const again = await community.answerOf(act.name, act.path, act.input, { key })
    if (!again.ok) wrong.push(`${statement}: ${JSON.stringify(again)}`)
    const end = await picture(community)
    if (grown(before, end) !== effect) wrong.push(`${statement}: in the end ${grown(before, end)}`)
  }
  expect(wrong).toEqual([])
  expect(undone).toBeGreaterThan(3)
}, 120_000)
