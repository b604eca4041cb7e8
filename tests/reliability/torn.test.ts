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

type Query = (statement: { text: string }) => Promise<unknown>
interface Connection { query: Query; processID: number; connection: { stream: { destroy(): void } } }

/**
 * Does it over a connection of its own that breaks before its `at`-th statement is sent, or once the answer to its commit has come, which
 * nobody hears then.
 * @returns all that was sent
 */
async function breakAt(act: Act, key: string, at: number | 'committed'): Promise<string[]> {
  const pool = openPool(community.database.appUrl, 1)
  const sent: string[] = []
  let pid = 0
  pool.on('connect', (client: pg.PoolClient) => {
    const inner = client as unknown as Connection
    pid = inner.processID
    const send = inner.query.bind(inner)
    inner.query = (statement) => {
      sent.push(statement.text)
      if (sent.length === at) inner.connection.stream.destroy()
      const answered = send(statement)
      return at === 'committed' && statement.text === 'commit' ? answered.then(() => {
        inner.connection.stream.destroy()
        throw new Error('nobody hears it')
      }) : answered
    }
  })
  try {
    expect(await serve({ surroundings: { ...community.surroundings, pool }, credential: community.credentialOf(act.name), key }, act.path, act.input)).toMatchObject({ ok: false, fault: expect.any(String) })
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

// What is left is compared over the whole database, so one matter serves for all the breaks: each time it stands as if nothing had been.
test.each(commands)('%s, torn at every statement', async (path) => {
  const act = await prepared(path)
  const before = await picture(community)
  const key = randomUUID()
  const wrong: string[] = []
  // The phone sends it again and again, because it was never told.
  let at = 0
  for (let sent: string[] = []; sent[at - 1] !== 'commit'; ) {
    sent = await breakAt(act, key, (at += 1))
    const left = await picture(community)
    if (!same(left, before)) wrong.push(`${at}: torn, ${grown(before, left)}`)
  }
  expect(at).toBeGreaterThan(5)
  await breakAt(act, key, 'committed')
  const done = await picture(community)
  if (same(done, before)) wrong.push('committed, and nothing happened')
  expect(await community.answerOf(act.name, act.path, act.input, { key })).toMatchObject({ ok: true })
  const end = await picture(community)
  if (!same(end, done)) wrong.push(`done twice: ${grown(before, done)}, then ${grown(done, end)}`)
  expect(wrong).toEqual([])
}, 120_000)
