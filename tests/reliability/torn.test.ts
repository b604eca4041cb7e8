/**
 * The connection breaks on the way of every command: nothing is torn, nothing doubled, and the same key makes it good. What
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
  // Photos that wait for words are limited.
  await community.rows('delete from photo_piece')
  await community.rows('delete from photo where demand_id is null')
  community.setClock(opening)
  const act = await arrange(community, path)
  community.later({ minutes: 1 })
  return act
}

/** Every third point and the last three, where the commit is; `npm run soak` breaks at all of them. */
const isBroken = (statement: number, all: number) => process.env.SOAK !== undefined || statement % 3 === 1 || statement > all - 3

test.each(commands)('%s, torn on the way', async (path) => {
  const statements = await breakAt(await prepared(path), randomUUID(), Infinity)
  expect(statements).toBeGreaterThan(5)
  const wrong: string[] = []
  let undone = 0
  for (let statement = 1; statement <= statements; statement += 1) {
    if (!isBroken(statement, statements)) continue
    const act = await prepared(path)
    const before = await picture(community)
    const key = randomUUID()
    await breakAt(act, key, statement)
    const left = await picture(community)
    // The phone sends it again, because it was never told.
    const again = await community.answerOf(act.name, act.path, act.input, { key })
    if (!again.ok) wrong.push(`${statement}: ${JSON.stringify(again)}`)
    const end = await picture(community)
    if (same(left, before)) {
      undone += 1
      if (same(end, before)) wrong.push(`${statement}: sent again, and nothing happened`)
    } else if (!same(end, left)) wrong.push(`${statement}: half done, or done twice: ${grown(before, left)}, then ${grown(left, end)}`)
  }
  expect(wrong).toEqual([])
  expect(undone).toBeGreaterThan(2)
}, 120_000)
