/** A notice reaches WeChat at most once where WeChat says what it did, and visibly “unknown” where it does not. */
import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withConnection } from '../../cloudfunctions/database/connection'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { makeDigests } from '../../cloudfunctions/notice/makeDigests'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { fileAs, words, type Matter } from '../fixtures/scene'
import { FaultyWeChat } from './faultyWeChat'
import type { TimerJob } from './killableTimer'
import { runOutbox } from './outboxRun'

test('a thousand notices through the worst of days: none missing, doubled only where nobody can know', async () => {
  const figures = await runOutbox({ events: Number(process.env.OUTBOX_EVENTS ?? 1_000) })
  console.log(`outbox: ${JSON.stringify(figures)}`)
  expect(figures).toMatchObject({ missing: 0, doubled: 0, keptButArrived: 0, outOfOrder: 0, wrongLedgers: 0 })
  expect(figures.unknown.arrivedTwice).toBe(figures.fates.doubles)
  // Each fault was met, or this says nothing.
  expect(Object.entries(figures.fates).filter(([, times]) => times === 0)).toEqual([])
  expect(figures.diedRuns).toBeGreaterThan(0)
}, 120_000)

describe('the process is killed', () => {
  let community: Community
  let folder: string
  let matter: Matter
  const waiting: Promise<ChildProcess>[] = []
  const raise = () => {
    const child = fork(path.join(folder, 'timer.cjs'), { execArgv: [], stdio: 'ignore' })
    return once(child, 'message').then(() => child)
  }
  const sent = () => path.join(folder, 'sent')
  const takenOf = (id: Id) => (existsSync(sent()) ? readFileSync(sent(), 'utf8').split('\n').filter((line) => line === id).length : 0)

  beforeAll(async () => {
    community = await openCommunity({ templates: { answered: { id: 'template-answered' } } })
    matter = await fileAs(community, 'zhou')
    await deliverDue(community.surroundings)
    await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', 'openid-zhou', $1, $2)`, [accounts.zhou, community.now()])
    folder = mkdtempSync(path.join(tmpdir(), 'zhangxinhui-outbox-'))
    buildSync({ entryPoints: ['tests/reliability/killableTimer.ts'], bundle: true, platform: 'node', format: 'cjs', external: ['pg-native', 'pg-cloudflare'], outfile: path.join(folder, 'timer.cjs') })
    for (let count = 0; count < 3; count += 1) waiting.push(raise())
  })
  afterAll(async () => {
    for (const child of await Promise.all(waiting)) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
    await community.close()
  })

  async function runIn(statement: number, when: TimerJob['when']): Promise<number | undefined> {
    const child = await waiting.shift()!
    waiting.push(raise())
    let statements: number | undefined
    child.once('message', (said) => { statements = said as number })
    child.send({ appUrl: community.database.appUrl, now: community.now(), sent: sent(), statement, when } satisfies TimerJob)
    await once(child, 'exit')
    // Until PostgreSQL has seen that nobody is there any more: a row it still holds is passed over.
    while ((await community.rows(`select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and locktype = 'virtualxid' and pid <> pg_backend_pid()`)).length > 0);
    return statements
  }

  async function queueOne(): Promise<Id> {
    const id = randomUUID()
    await community.rows(`insert into notice_credit (account_id, template, change, why, at) values ($1, 'answered', 1, 'granted', $2)`, [accounts.zhou, community.now()])
    await community.rows(`insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, next_at) values ($1, $2, $3, 'demandAnswered', 'demand', $4, '灯', $5, 'queued', $5)`,
      [matter.committeeId, id, accounts.zhou, matter.demandId, community.now()])
    return id
  }
  const stateOf = async (id: Id) => (await community.rows<{ state: string }>('select state from notice where id = $1', [id]))[0]!.state

  test('before and after every statement: WeChat is asked once at most, and what nobody knows is unknown and stays so', async () => {
    const whole = await queueOne()
    const statements = (await runIn(0, 'before'))!
    expect([await stateOf(whole), takenOf(whole)]).toEqual(['sent', 1])
    expect(statements).toBeGreaterThan(9)
    const ends: Record<string, number> = {}
    for (let statement = 1; statement <= statements; statement += 1) {
      for (const when of ['before', 'after'] as const) {
        const id = await queueOne()
        await runIn(statement, when)
        // The next runs of the timer: at once, and when the claim has run out.
        for (const minutes of [0, 6, 1]) {
          community.later({ minutes })
          await deliverDue({ ...community.surroundings, wechat: { live: true, send: async ({ noticeId }) => { appendFileSync(sent(), `${noticeId}\n`); return 'sent' } } })
        }
        const end = `${await stateOf(id)}, arrived ${takenOf(id)}`
        ends[end] = (ends[end] ?? 0) + 1
      }
    }
    console.log(`outbox: killed at ${statements * 2} points: ${JSON.stringify(ends)}`)
    expect(Object.keys(ends).filter((end) => !['sent, arrived 1', 'unknown, arrived 0', 'unknown, arrived 1'].includes(end))).toEqual([])
    expect(ends['unknown, arrived 1']).toBeGreaterThan(0)
    expect(ends['unknown, arrived 0']).toBeGreaterThan(0)
  }, 90_000)
})

describe('the ledger of consents', () => {
  let community: Community
  beforeAll(async () => { community = await openCommunity({ connections: 16, templates: { answered: { id: 'template-answered' }, taken: { id: 'template-taken' } } }) })
  afterAll(() => community.close())

  const balance = async () => (await community.rows<{ balance: number }>(`select balance from notice_credit where account_id = $1 and template = 'answered' order by seq desc limit 1`, [accounts.zhou]))[0]?.balance ?? 0
  const matterless = randomUUID()
  const spend = () => withConnection(community.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const rows = await tx.send(`insert into notice_credit (account_id, template, change, why, committee_id, notice_id, at) values ($1, 'answered', -1, 'spent', $2, gen_random_uuid(), $3) returning seq`, [accounts.zhou, matterless, community.now()])
    await tx.send('commit')
    return rows.length
  })

  test('sixteen spend five: five get one, and never is less than nothing left', async () => {
    for (let time = 0; time < 5; time += 1) await community.as('zhou').notice.grant({ answers: { answered: 'accept' } })
    const got = await Promise.all(Array.from({ length: 16 }, spend))
    expect(got.reduce((sum, one) => sum + one, 0)).toBe(5)
    expect(await balance()).toBe(0)
  })

  test('sixteen grants and sixteen spendings at once add up, row upon row', async () => {
    const both = await Promise.all([
      ...Array.from({ length: 16 }, () => community.as('zhou').notice.grant({ answers: { answered: 'accept', taken: 'reject' } }).then(() => 0)),
      ...Array.from({ length: 16 }, spend),
    ])
    expect(await balance()).toBe(16 - both.reduce((sum, one) => sum + one, 0))
    const rows = await community.rows<{ seq: number; change: number; balance: number }>(`select seq, change, balance from notice_credit where account_id = $1 and template = 'answered' order by seq`, [accounts.zhou])
    rows.forEach((row, index) => expect(row).toMatchObject({ seq: index + 1, balance: (rows[index - 1]?.balance ?? 0) + row.change }))
    expect(Math.min(...rows.map((row) => row.balance))).toBe(0)
    expect(await community.rows(`select from notice_credit where account_id = $1 and template = 'taken'`, [accounts.zhou])).toEqual([])
  })

  test('nobody writes what they were not given: not by spending for themselves, not for another, not over what stands', async () => {
    const as = (sql: string, values: unknown[]) => withConnection(community.pool, async (tx) => {
      await tx.send('begin; set local role zx_app')
      await tx.send(`select set_config('app.account', $1, true)`, [accounts.zhou])
      return tx.send(sql, values)
    }).then(() => 'done', (error: Error) => error.message)
    const grant = `insert into notice_credit (account_id, template, change, why, at) values ($1, 'answered', 1, 'granted', now())`
    expect(await as(grant, [accounts.zheng])).toContain('row-level security')
    expect(await as(`insert into notice_credit (account_id, template, change, why, at) values ($1, 'answered', 9, 'granted', now())`, [accounts.zhou])).toContain('check constraint')
    expect(await as(`update notice_credit set balance = 9 where account_id = $1`, [accounts.zhou])).toContain('permission denied')
    expect(await as(`delete from notice_credit where account_id = $1`, [accounts.zhou])).toContain('permission denied')
  })

  test('one is asked for what is missing, for nothing where no message leaves, and not again for ninety days after a no', async () => {
    const asked = async () => (await community.as('li').notice.asking({ moment: 'filed' })).templates.map(({ name }) => name)
    expect(await asked()).toEqual([])
    const matter = await fileAs(community, 'li')
    expect(await community.as('li').notice.asking({ moment: 'answer' })).toEqual({ templates: [{ name: 'taken', id: 'template-taken' }, { name: 'answered', id: 'template-answered' }], left: 0 })
    expect(await community.as('li').notice.grant({ answers: { taken: 'accept', answered: 'reject', rate: 'ban' } })).toEqual({ granted: ['taken'] })
    expect(await asked()).toEqual([])
    await community.rows(`update notice_ask set refused_at = refused_at - interval '90 days' where account_id = $1`, [accounts.li])
    expect(await asked()).toEqual(['answered'])
    expect(await community.as('li').notice.grant({ answers: { answered: 'accept' } })).toEqual({ granted: ['answered'] })
    expect(await community.as('li').notice.asking({ moment: 'filed' })).toEqual({ templates: [], left: 1 })
    expect(await community.rows(`select template, refused_at is not null as refused from notice_ask where account_id = $1 order by 1`, [accounts.li])).toEqual([
      { template: 'answered', refused: false }, { template: 'rate', refused: true }, { template: 'taken', refused: false },
    ])
    await community.as('li').demand.withdraw(matter)
  })
})

describe('those who serve', () => {
  let community: Community
  const provider = new FaultyWeChat(1, () => 'takes')
  const one = (id: string) => ({ id, words: 'thing1' })
  beforeAll(async () => {
    community = await openCommunity({ templates: { taken: one('t'), work: one('w'), due: one('d'), today: one('m') }, wechat: provider.run().wechat })
    for (const name of ['zhou', 'wang', 'chen'] as const) await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', $1, $2, $3)`, [`openid-${name}`, accounts[name], community.now()])
    for (let time = 0; time < 3; time += 1) await community.as('wang').notice.grant({ answers: { taken: 'accept', work: 'accept', due: 'accept', today: 'accept' } })
    await deliverDue(community.surroundings)
  })
  afterAll(() => community.close())
  const lastOf = (name: string) => (provider.messages.get(`openid-${name}`) ?? []).at(-1)
  const countOf = (name: string) => (provider.messages.get(`openid-${name}`) ?? []).length
  const deliver = () => deliverDue(community.surroundings)

  test('are called about something new, and land where it waits; the words name nobody and nothing', async () => {
    const matter = await fileAs(community, 'zhou', '我家 201 的楼道灯不亮')
    await deliver()
    expect(lastOf('wang')).toMatchObject({ templateId: 'w', page: `leader/demand/index?committeeId=${matter.committeeId}&demandId=${matter.demandId}`, data: { thing1: { value: '有一件新的事等您看看' } } })
    await community.as('wang').demand.handOver({ ...matter, to: { accountId: accounts.chen }, reason: '' })
    const before = countOf('wang')
    // chen takes it: wang is told in the inbox, and not by a message about “your matter”.
    await community.as('chen').demand.takeOver(matter)
    await deliver()
    expect(countOf('wang')).toBe(before)
    expect(await community.rows(`select state from notice where subject_id = $1 and to_id = $2 and about = 'demandTaken'`, [matter.demandId, accounts.wang])).toEqual([{ state: 'kept' }])
  })

  test('get the morning’s list, which opens the inbox; and nothing at night but a danger', async () => {
    community.setClock('2026-11-23T00:30:00.000Z')
    await makeDigests(community.surroundings)
    await deliver()
    expect(lastOf('wang')).toMatchObject({ templateId: 'm', page: 'leader/inbox/index', data: { thing1: { value: '今天的清单好了，点开看看' } } })
    community.setClock('2026-11-23T13:30:00.000Z')
    const before = countOf('wang')
    await fileAs(community, 'zhou')
    await deliver()
    expect(countOf('wang')).toBe(before)
    await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words('楼道里有煤气味', 'danger') })
    await deliver()
    expect([countOf('wang'), lastOf('wang')!.templateId]).toEqual([before + 1, 'w'])
  })

  test('who allowed none has it all in the inbox, and is asked', async () => {
    expect(countOf('chen')).toBe(0)
    expect(await community.as('chen').notice.asking({ moment: 'work' })).toEqual({ templates: [{ name: 'work', id: 'w' }, { name: 'due', id: 'd' }, { name: 'today', id: 'm' }], left: 0 })
    expect((await community.as('zhou').notice.asking({ moment: 'wish' })).templates).toEqual([])
    expect((await community.as('wang').notice.asking({ moment: 'wish' })).left).toBe(1)
  })
})

describe('at night', () => {
  let community: Community
  const provider = new FaultyWeChat(1, () => 'takes')
  beforeAll(async () => {
    community = await openCommunity({ templates: { taken: { id: 't', number: 'character_string2' }, answered: { id: 'a' } }, wechat: provider.run().wechat })
    await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', 'openid-zhou', $1, $2)`, [accounts.zhou, community.now()])
    for (let time = 0; time < 9; time += 1) await community.as('zhou').notice.grant({ answers: { taken: 'accept', answered: 'accept' } })
  })
  afterAll(() => community.close())
  const arrived = () => (provider.arrived.get('openid-zhou') ?? []).length
  const at = (time: string) => community.setClock(new Date(`${time}:00+08:00`).toISOString())

  test('what was answered at half past nine reaches the inbox at once and the phone at eight', async () => {
    const matter = await fileAs(community, 'zhou')
    at('2026-11-20T21:30')
    await community.as('wang').demand.answer({ ...matter, text: '灯换好了，您看看。' })
    expect((await community.as('zhou').notice.list({})).items.map((line) => line.subjectId)).toContain(matter.demandId)
    const before = arrived()
    for (const time of ['2026-11-20T21:31', '2026-11-20T23:59', '2026-11-21T00:00', '2026-11-21T07:59']) {
      at(time)
      await deliverDue(community.surroundings)
      expect([time, arrived()]).toEqual([time, before])
    }
    at('2026-11-21T08:00')
    await deliverDue(community.surroundings)
    expect(arrived()).toBe(before + 1)
  })

  test('a danger goes out at once, before what waits for the morning', async () => {
    at('2026-11-22T20:30')
    const calm = await fileAs(community, 'zhou')
    const danger = await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words('楼道里有煤气味', 'danger') })
    await deliverDue(community.surroundings)
    at('2026-11-22T21:10')
    await community.as('wang').demand.accept(calm)
    at('2026-11-22T21:20')
    await community.as('wang').demand.accept({ committeeId: danger.committeeId, demandId: danger.id })
    const before = arrived()
    await deliverDue(community.surroundings)
    expect(arrived()).toBe(before + 1)
    const states = await community.rows(`select state, number from notice where subject_id = any($1) and to_id = $2 order by at`, [[calm.demandId, danger.id], accounts.zhou])
    expect(states).toEqual([{ state: 'queued', number: expect.stringMatching(/^ZX-2026-/) }, { state: 'sent', number: danger.number }])
    at('2026-11-23T08:00')
    await deliverDue(community.surroundings)
    expect(arrived()).toBe(before + 2)
  })
})
