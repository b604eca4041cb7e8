/** What the server does when something breaks under it. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withClient } from '../../cloudfunctions/database/migrate'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { fileAs, picture, words } from '../fixtures/scene'

let community: Community
beforeEach(async () => { community = await openCommunity({ connections: 3 }) })
afterEach(() => community.close())

/** Ends every connection of the server's pool, as a restart of PostgreSQL would. */
const cut = (what = 'true') => withClient(community.database.adminUrl, (client) =>
  client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1 and ${what}`, [new URL(community.database.appUrl).username]))
const file = (key: string) => community.answerOf('zhou', 'demand/file', { committeeId: chunshen.committeeId, ...words() }, { key })

test('idle connections that were cut are replaced: the next requests are answered', async () => {
  await Promise.all([1, 2, 3].map(() => community.as('zhou').account.me({})))
  await cut()
  const answers = []
  for (let call = 0; call < 6; call += 1) answers.push(await community.answerOf('zhou', 'account/me', {}))
  // A connection may be found dead only when it is used; the person is told to try again, and that works.
  expect(answers.filter((answer) => !answer.ok).length).toBeLessThanOrEqual(3)
  expect(answers.slice(3).every((answer) => answer.ok)).toBe(true)
})

test('cut in the middle of a command: a fault with an id, and the same key makes it good once', async () => {
  const key = randomUUID()
  const before = await picture(community)
  await withClient(community.database.adminUrl, async (client) => {
    // Holds the command up after it has begun.
    await client.query('begin; lock table demand_entry in access exclusive mode')
    const held = file(key)
    for (;;) if ((await client.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount) break
    await cut(`wait_event_type = 'Lock'`)
    expect(await held).toMatchObject({ ok: false, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await client.query('rollback')
  })
  expect(await picture(community)).toEqual(before)
  expect(await file(key)).toMatchObject({ ok: true })
  expect(await file(key)).toMatchObject({ ok: true })
  expect((await community.rows('select from demand where filed_at = $1', [community.now()]))).toHaveLength(1)
})

test('after a fault the connection carries nobody’s name into the next request', async () => {
  await community.rows(`alter table demand_seen rename to demand_seen_gone`)
  const faults = await Promise.all(Array.from({ length: 9 }, () => community.answerOf('tang', 'demand/listCommittee', chunshen)))
  expect(faults.every((answer) => !answer.ok && 'fault' in answer)).toBe(true)
  const left = await Promise.all(Array.from({ length: 3 }, () => community.pool.connect()))
  for (const client of left) {
    const { rows } = await client.query(`select current_user = session_user as bare, coalesce(current_setting('app.account', true), '') as account, coalesce(current_setting('app.committees', true), '') as committees`)
    expect(rows).toEqual([{ bare: true, account: '', committees: '' }])
    client.release()
  }
})

test('refusals give their connection back as well', async () => {
  for (let call = 0; call < 20; call += 1) expect(await community.answerOf('zheng', 'demand/get', { ...chunshen, demandId: randomUUID() })).toMatchObject({ refusal: 'NotFound' })
  expect([community.pool.totalCount <= 3, community.pool.idleCount, community.pool.waitingCount]).toEqual([true, community.pool.totalCount, 0])
})

test('more requests than connections wait their turn', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, call) => community.answerOf(call % 2 ? 'zhou' : 'wang', 'account/home', {})))
  expect(answers.filter((answer) => !answer.ok)).toEqual([])
  expect(community.pool.totalCount).toBeLessThanOrEqual(3)
})

test('without a database every method answers with a fault, and none hangs', async () => {
  const gone = { ...community.surroundings, pool: Object.assign(Object.create(community.pool), { connect: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) }) }
  const { serve } = await import('../../cloudfunctions/runtime/serve')
  const answer = await serve({ surroundings: gone, credential: community.credentialOf('zhou'), key: randomUUID() }, 'account/me', {})
  expect(answer).toMatchObject({ ok: false, fault: expect.any(String) })
  expect(community.logged.at(-1)).toMatchObject({ event: 'fault', method: 'account/me', code: 'ECONNREFUSED' })
})

test('a fault is logged under its id with the method and the kind of error, and not a word of anybody’s data', async () => {
  const name = '周岚'
  const said = '我妈晚上下楼看不清台阶'
  const matter = await fileAs(community, 'zhou', said)
  await community.rows(`
    create function app.broken() returns trigger language plpgsql as $$ begin raise exception 'row % of %', new.text, (select name from account where id = new.by_id) using errcode = 'ZX001'; end $$`)
  await community.rows(`create trigger broken before insert on demand_entry for each row execute function app.broken()`)
  await community.rows('grant execute on function app.broken() to zx_app')
  const answer = await community.answerOf('zhou', 'demand/add', { ...matter, text: said })
  expect(Object.keys(answer).sort()).toEqual(['fault', 'ok', 'roundTrips'])
  expect(community.logged).toHaveLength(1)
  expect(community.logged[0]).toMatchObject({ event: 'fault', id: 'fault' in answer ? answer.fault : '', method: 'demand/add', code: 'ZX001' })
  const logged = JSON.stringify(community.logged)
  for (const word of [name, said, '周女士', '11号楼', accounts.zhou, matter.demandId, community.credentialOf('zhou').value]) expect(logged).not.toContain(word)
})

test('a suspended leader is nobody from the next request on', async () => {
  const matter = await fileAs(community, 'zhou')
  expect(await community.answerOf('wang', 'demand/get', matter)).toMatchObject({ ok: true })
  await community.rows(`update demand set owner_id = $2, first_receiver_id = $2 where id = $1`, [matter.demandId, accounts.chen])
  await community.rows(`update post set until = $2 where account_id = $1 and until is null`, [accounts.wang, community.now()])
  community.later({ minutes: 1 })
  expect(await community.answerOf('wang', 'demand/get', matter)).toMatchObject({ refusal: 'NotFound' })
  expect(await community.answerOf('wang', 'household/listOfBlock', {})).toMatchObject({ output: { items: [], total: 0 } })
})

test('a post that ends at a named hour is held until then', async () => {
  const matter = await fileAs(community, 'zhou')
  await community.rows(`update demand set owner_id = $2, first_receiver_id = $2 where id = $1`, [matter.demandId, accounts.chen])
  await community.rows(`update post set until = $2::timestamptz + interval '1 hour' where account_id = $1 and until is null`, [accounts.wang, community.now()])
  expect(await community.answerOf('wang', 'demand/get', matter)).toMatchObject({ ok: true })
  community.later({ minutes: 61 })
  expect(await community.answerOf('wang', 'demand/get', matter)).toMatchObject({ refusal: 'NotFound' })
})

test('an ended session is nobody', async () => {
  expect(await community.answerOf('zhou', 'account/me', {})).toMatchObject({ ok: true })
  community.later({ days: 30 })
  expect(await community.answerOf('zhou', 'account/me', {})).toMatchObject({ refusal: 'NotSignedIn' })
})
