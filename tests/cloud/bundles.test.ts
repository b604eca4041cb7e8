/** What is deployed, as it is deployed: each bundle in a fresh process, on a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { asOwner, withClient } from '../../cloudfunctions/database/migrate'
import { cast, people, type CastMember } from '../../cloudfunctions/database/seed/people'
import { chunshenli } from '../../cloudfunctions/database/seed/places'
import type { Demand } from '../../contract/demand/demand'
import type { ImportLook } from '../../contract/import'
import type { InputOf, OutputOf, Path } from '../../src/api/client'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { testKey } from '../fixtures/seals'
import { tableOf } from '../fixtures/tables'
import { ensureBuilt } from '../weapp/built'
import { bind, openidOf } from '../weapp/server'
import { startInstance, type Instance } from './instance'
import { kilobytesOf, readAtStart } from './pieces'

const { committeeId } = chunshenli
type Name = 'api' | 'jobs' | 'reports'
const behind = Date.now() - seededAt.getTime()

let built: string
let database: TestDatabase
let env: Record<string, string>
let api: Instance
let jobs: Instance
let reports: Instance

beforeAll(async () => {
  built = ensureBuilt('cloud')
  database = await freshDatabase()
  await bind(database.adminUrl, people)
  env = { DATABASE_URL: database.appUrl, ZXH_KEYS: testKey, CLOCK_BEHIND_MS: String(behind) }
  ;[api, jobs, reports] = await Promise.all([start('api'), start('jobs'), start('reports')])
}, 60_000)
afterAll(async () => {
  await Promise.all([api, jobs, reports].map((one) => one?.stop()))
  await database?.drop()
})

const start = (name: Name, more: Record<string, string> = {}) => startInstance(path.join(built, name), { ...env, ...more })

type Refused = { ok: false; refusal: string }

/** As the phone calls it; the platform adds `userInfo` to the event. */
function ask<P extends Path>(who: CastMember | string, method: P, input: InputOf<P>, key?: string) {
  const openid = typeof who === 'string' ? who : openidOf(who)
  return api.call<{ ok: true; output: OutputOf<P> } | Refused>(openid, { path: method.join('/'), input, key, userInfo: { appId: 'wx0000000000000000', openId: openid } })
}

async function done<P extends Path>(who: CastMember | string, method: P, input: InputOf<P>, key?: string): Promise<OutputOf<P>> {
  const answer = await ask(who, method, input, key)
  if (!answer.ok) throw new Error(`${method.join('/')}: ${JSON.stringify(answer)}`)
  return answer.output
}

const fileDemand = (who: CastMember | string, text: string): Promise<Demand> =>
  done(who, ['demand', 'file'], { committeeId, kind: 'request', text, place: '', urgency: 'ordinary', visibility: 'committee' }, randomUUID())

const rows = <Row extends object>(sql: string, values: unknown[] = []) =>
  withClient(database.adminUrl, (client) => asOwner(client, async () => (await client.query(sql, values)).rows as Row[]))

const noticesOf = (subjectId: string) => rows<{ state: string; attempts: number; done: boolean }>('select state, attempts, done_at is not null as done from notice where subject_id = $1', [subjectId])
const run = (instance = jobs) => instance.call<{ ok: boolean; done: Record<string, unknown> }>(null, { Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-20T05:00:00Z', Message: '' })

describe('api', () => {
  test('a demand goes from the resident to the block leader and back, and is solved by the resident’s word', async () => {
    const filed = await fileDemand(cast.zhouLan, '楼下的晾衣架歪了，刮风会掉')
    expect(filed).toMatchObject({ status: 'submitted', owner: { name: '王芳' }, number: expect.stringMatching(/^ZX-2026-\d{6}$/) })
    const inbox = await done(cast.wangFang, ['demand', 'listInbox'], { filter: 'mine' })
    expect(inbox.items.map(({ id }) => id)).toContain(filed.id)
    const place = { committeeId, demandId: filed.id }
    expect(await done(cast.wangFang, ['demand', 'answer'], { ...place, text: '换好了，您看看' }, randomUUID())).toMatchObject({ status: 'answered' })
    expect((await done(cast.zhouLan, ['demand', 'get'], place)).thread.at(-1)).toMatchObject({ text: '换好了，您看看', by: { name: '王芳' } })
    expect(await done(cast.zhouLan, ['demand', 'confirm'], place, randomUUID())).toMatchObject({ status: 'closed' })
  })

  test('the neighbour next door finds nothing there', async () => {
    const filed = await fileDemand(cast.zhouLan, '家里水表走得太快')
    expect(await ask(cast.zhengTao, ['demand', 'get'], { committeeId, demandId: filed.id })).toMatchObject({ ok: false, refusal: 'NotFound' })
  })

  test('the same key files it once', async () => {
    const key = randomUUID()
    const input = { committeeId, kind: 'request', text: '楼道窗户关不上', place: '', urgency: 'ordinary', visibility: 'committee' } as const
    const both = await Promise.all([done(cast.zhouLan, ['demand', 'file'], input, key), done(cast.zhouLan, ['demand', 'file'], input, key)])
    expect(both[1].id).toBe(both[0].id)
    expect(await rows('select id from demand where text = $1', [input.text])).toHaveLength(1)
  })

  test('who calls is what the platform says; what the event says of it is ignored', async () => {
    const wang = openidOf(cast.wangFang)
    const event = { path: 'account/me', input: {}, openid: wang, OPENID: wang, WX_OPENID: wang, userInfo: { openId: wang }, credential: { kind: 'weapp', value: wang } }
    expect(await api.call(openidOf(cast.zhouLan), event)).toMatchObject({ ok: true, output: { name: '周女士', posts: [] } })
    expect(await api.call(null, event)).toMatchObject({ ok: false, refusal: 'NotSignedIn' })
  })

  test('calls of many people that meet in one warm instance each get their own answer', async () => {
    const callers = [cast.zhouLan, cast.wangFang, cast.chenMin, cast.zhangApo, cast.zhengTao, cast.linJing]
    const answers = await Promise.all([...callers, ...callers].map((who) => done(who, ['account', 'me'], {})))
    expect(answers.map(({ name }) => name)).toEqual([...callers, ...callers].map(({ called }) => called))
  })

  test('an openid met for the first time becomes a person, whose words go to the duty desk', async () => {
    const me = await done('openid-new', ['account', 'me'], {})
    expect(me).toMatchObject({ memberships: [], posts: [] })
    const filed = await fileDemand('openid-new', '刚搬来，想问垃圾几点扔')
    expect(filed.owner).toMatchObject({ name: '陈敏', post: 'officer' })
    expect((await done('openid-new', ['account', 'me'], {})).accountId).toBe(me.accountId)
    expect((await done(cast.chenMin, ['demand', 'listCommittee'], { committeeId, filter: 'desk' })).items.map(({ id }) => id)).toContain(filed.id)
  })

  test('what is no call is refused, not a fault', async () => {
    for (const event of [null, {}, 'demand/file', { path: 7 }, { path: 'x'.repeat(200) }]) expect(await api.call(openidOf(cast.zhouLan), event)).toMatchObject({ ok: false, refusal: 'BadInput' })
    for (const name of ['demand/nothing', 'demand/constructor', '__proto__/file', 'demand/file/more']) expect(await api.call(openidOf(cast.zhouLan), { path: name, input: {} })).toMatchObject({ ok: false, refusal: 'NotFound' })
  })

  test('without its database it says that it is a fault of ours, and lives', async () => {
    const lost = await start('api', { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none' })
    for (let time = 0; time < 2; time += 1) expect(await lost.call(openidOf(cast.zhouLan), { path: 'account/me', input: {} })).toEqual({ ok: false, fault: expect.any(String) })
    await lost.stop()
  })
})

describe('api while the platform’s check of words is slow, down or in doubt', () => {
  /** What the platform says of a text that holds the word. */
  const WORDS = JSON.stringify({ 慢慢: 'slow', 断线: 'silent', 限流: 45009, 久没来: 61010, 拿不准: 'review', 不能说: 'risky' })
  const place = { kind: 'request', place: '', urgency: 'ordinary', visibility: 'neighbours' } as const
  let instance: Instance
  // Of its own: what is said here is neither counted against nor sent by the others.
  let apart: TestDatabase
  beforeAll(async () => {
    apart = await freshDatabase()
    await bind(apart.adminUrl, people)
    instance = await start('api', { WORDS, DATABASE_URL: apart.appUrl })
  })
  afterEach(() => rowsApart('delete from rate'))
  afterAll(async () => {
    await instance?.stop()
    await apart?.drop()
  })
  const rowsApart = <Row extends object>(sql: string, values: unknown[] = []) =>
    withClient(apart.adminUrl, (client) => asOwner(client, async () => (await client.query(sql, values)).rows as Row[]))
  const say = <Output>(who: CastMember, name: string, input: object, key: string | undefined = randomUUID()) =>
    instance.call<{ ok: true; output: Output } | Refused>(openidOf(who), { path: name, input: { committeeId, ...input }, key })
  const filed = (text: string, key = randomUUID(), who: CastMember = cast.zhouLan) => say<Demand>(who, 'demand/file', { ...place, text }, key)
  /** s; the platform ends a function after so long (docs/deployment.md). */
  const limit = 20

  test.each([['慢慢', 'unchecked'], ['断线', 'unchecked'], ['限流', 'unchecked'], ['久没来', 'unchecked'], ['拿不准', 'doubtful']])('%s: the demand is there at once, its words wait, and nothing is lost', async (word, doubt) => {
    const text = `门口的路灯${word}，晚上看不见台阶`
    const key = randomUUID()
    const began = performance.now()
    const answer = await filed(text, key)
    expect(performance.now() - began).toBeLessThan(limit * 1000)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const { id: demandId } = answer.output
    expect(answer.output).toMatchObject({ text, safety: 'pending', owner: { name: '王芳' } })
    expect(await rowsApart('select safety, doubt from demand_entry where demand_id = $1', [demandId])).toEqual([{ safety: 'pending', doubt }])
    // Sent again by a phone that heard no answer: the same demand.
    expect(await filed(text, key)).toMatchObject({ ok: true, output: { id: demandId } })
    expect(await rowsApart('select from demand where text = $1', [text])).toHaveLength(1)
    // Who works on it reads it; the neighbour is not offered it.
    expect(await say(cast.wangFang, 'demand/get', { demandId })).toMatchObject({ ok: true, output: { text } })
    const offered = async () => JSON.stringify(await say(cast.zhengTao, 'demand/lookAlikes', { text, place: '' }))
    expect(await offered()).not.toContain(demandId)
    const held = await say<{ items: { id: string; demandId: string; text: string; why: string }[] }>(cast.chenMin, 'safety/list', {})
    const line = held.ok ? held.output.items.find((one) => one.demandId === demandId) : undefined
    expect(line).toMatchObject({ text, why: doubt })
    expect(await say(cast.chenMin, 'safety/decide', { demandId, entryId: line!.id, decision: 'release', reason: '' })).toMatchObject({ ok: true, output: { safety: 'passed' } })
    expect(await offered()).toContain(demandId)
  })

  test('an answer that nobody could look at is kept, reaches the resident when another has read it, and not before', async () => {
    const own = await filed('信箱的门关不上')
    const demandId = own.ok ? own.output.id : ''
    const words = '慢慢修，明天换好'
    expect(await say(cast.wangFang, 'demand/answer', { demandId, text: words })).toMatchObject({ ok: true })
    const read = async () => JSON.stringify(await say(cast.zhouLan, 'demand/get', { demandId }))
    expect(await read()).not.toContain(words)
    const [entry] = await rowsApart<{ id: string }>(`select id from demand_entry where demand_id = $1 and safety = 'pending'`, [demandId])
    await say(cast.chenMin, 'safety/decide', { demandId, entryId: entry!.id, decision: 'release', reason: '' })
    expect(await read()).toContain(words)
  })

  test('what the platform calls risky is refused in words, and nothing of it is kept', async () => {
    const text = '这里写着不能说的话'
    expect(await filed(text)).toMatchObject({ ok: false, refusal: expect.any(String) })
    expect(await rowsApart('select from demand where text = $1', [text])).toEqual([])
  })

  test('ten people who speak while it is slow wait beside each other, not one after another', async () => {
    const began = performance.now()
    const many = [cast.zhouLan, cast.zhengTao, cast.zhangApo, cast.linJing, cast.heJun, cast.xuXiao, cast.wangFang, cast.chenMin, cast.liQiang, cast.xuLei]
    const answers = await Promise.all(many.map((who, n) => filed(`慢慢亮的灯，第 ${n} 盏`, randomUUID(), who)))
    expect(performance.now() - began).toBeLessThan(limit * 1000)
    expect(answers.map(({ ok }) => ok)).toEqual(many.map(() => true))
  })
})

test('none of the three works without keys, and each says what to do', async () => {
  const advice = /npm run db -- key.*ZXH_KEYS/s
  for (const name of ['jobs', 'reports'] as const) await expect(start(name, { ZXH_KEYS: '' })).rejects.toThrow(advice)
  const keyless = await start('api', { ZXH_KEYS: '' })
  await expect(keyless.call(null, { path: 'organization/committees', input: {} })).rejects.toThrow(advice)
  await keyless.stop()
})

describe('jobs', () => {
  test('settles what is queued, and nothing twice', async () => {
    await run()
    const filed = await fileDemand(cast.zhouLan, '大门口积水')
    expect(await noticesOf(filed.id)).toEqual([{ state: 'queued', attempts: 0, done: false }])
    expect(await run()).toMatchObject({ ok: true, done: { deliver: 1 } })
    // Without WeChat it stays in the inbox of the app, and says so.
    expect(await noticesOf(filed.id)).toEqual([{ state: 'kept', attempts: 1, done: true }])
    expect(await run()).toMatchObject({ ok: true, done: { deliver: 0 } })
    expect(await noticesOf(filed.id)).toEqual([{ state: 'kept', attempts: 1, done: true }])
  })

  test('a person who calls it gets nothing done', async () => {
    const filed = await fileDemand(cast.zhouLan, '信箱的锁坏了')
    expect(await jobs.call(openidOf(cast.tangHui), {})).toEqual({ ok: false })
    expect(await noticesOf(filed.id)).toEqual([{ state: 'queued', attempts: 0, done: false }])
  })

  describe('with WeChat', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-sent-'))
    const SENT = path.join(folder, 'sent')
    const sent = () => (fs.existsSync(SENT) ? fs.readFileSync(SENT, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { touser: string; page: string; templateId: string; data: unknown }) : [])
    const ANSWERS = JSON.stringify({ [openidOf(cast.zhengTao)]: 43101, [openidOf(cast.linJing)]: 45009, [openidOf(cast.heJun)]: 'silent' })
    const withWeChat = (minutesLater = 0) => start('jobs', { SENT, ANSWERS, CLOCK_BEHIND_MS: String(behind - minutesLater * 60_000), WX_TEMPLATES: JSON.stringify({ answered: 'template-answered' }) })
    afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

    async function queue(to: CastMember[]): Promise<string> {
      const subject = randomUUID()
      for (const { id } of to) {
        await rows(`insert into notice_credit (account_id, template, change, why, at) values ($1, 'answered', 1, 'granted', $2)`, [id, seededAt])
        await rows(`insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at)
          values ($1, $2, $3, 'demandAnswered', 'demand', $4, '楼道灯', '王芳', $5, 'queued', $5)`, [committeeId, randomUUID(), id, subject, seededAt])
      }
      return subject
    }
    const stateOf = async (subject: string, { id }: CastMember) =>
      (await rows<{ state: string; attempts: number; wait: number }>(`select state, attempts, extract(epoch from next_at - $3)::int as wait from notice where subject_id = $1 and to_id = $2`, [subject, id, seededAt]))[0]!

    test('what WeChat took, refused, put off or left unsaid stands in the notice', async () => {
      await run()
      const subject = await queue([cast.zhouLan, cast.zhengTao, cast.linJing, cast.heJun])
      const instance = await withWeChat()
      expect(await run(instance)).toMatchObject({ ok: true, done: { deliver: 4 } })
      expect(await stateOf(subject, cast.zhouLan)).toMatchObject({ state: 'sent', attempts: 1 })
      expect(await stateOf(subject, cast.zhengTao)).toMatchObject({ state: 'kept', attempts: 1 })
      expect(await stateOf(subject, cast.heJun)).toMatchObject({ state: 'unknown', attempts: 1 })
      const late = await stateOf(subject, cast.linJing)
      expect(late).toMatchObject({ state: 'queued', attempts: 1 })
      expect(late.wait).toBeGreaterThanOrEqual(60)
      // Not due yet, so nobody is asked again.
      expect(await run(instance)).toMatchObject({ ok: true, done: { deliver: 0 } })
      expect(sent()).toHaveLength(4)
      await instance.stop()
      const minutesLater = await withWeChat(5)
      expect(await run(minutesLater)).toMatchObject({ ok: true, done: { deliver: 1 } })
      expect(await stateOf(subject, cast.linJing)).toMatchObject({ state: 'queued', attempts: 2 })
      await minutesLater.stop()
      expect(sent().map(({ touser }) => touser).toSorted()).toEqual([cast.zhengTao, cast.heJun, cast.zhouLan, cast.linJing, cast.linJing].map(openidOf).toSorted())
      expect(sent()[0]).toMatchObject({ templateId: 'template-answered', page: `resident/demand/index?committeeId=${committeeId}&demandId=${subject}` })
      // A locked screen is read by anybody.
      expect(JSON.stringify(sent().map(({ data }) => data))).not.toMatch(/王芳|周|楼道灯|号楼|室/)
    })

    test('two runs at once send each once', async () => {
      const before = sent().length
      const subject = await queue([cast.zhouLan, cast.zhangApo, cast.xuXiao, cast.shenJie])
      const [one, other] = await Promise.all([withWeChat(), withWeChat()])
      const both = await Promise.all([run(one), run(other)])
      expect(both.map(({ ok }) => ok)).toEqual([true, true])
      expect(Number(both[0]!.done.deliver) + Number(both[1]!.done.deliver)).toBe(4)
      expect(sent().length - before).toBe(4)
      expect(await noticesOf(subject)).toEqual(Array.from({ length: 4 }, () => ({ state: 'sent', attempts: 1, done: true })))
      await Promise.all([one.stop(), other.stop()])
    })
  })
})

describe('reports', () => {
  const event = { path: 'demands.xlsx', input: { committeeId, why: '周会用' } }

  test('the officer of the committee gets its demands as a workbook', async () => {
    const answer = await reports.call<{ ok: true; output: { name: string; type: string; base64: string } }>(openidOf(cast.chenMin), event)
    expect(answer).toMatchObject({ ok: true, output: { name: expect.stringMatching(/\.xlsx$/) } })
    const parts = unzip(Buffer.from(answer.output.base64, 'base64'))
    const [lamp] = (await done(cast.zhouLan, ['demand', 'listMine'], {})).items.filter(({ title }) => title.includes('楼道灯'))
    expect(Object.keys(parts)).toContain('xl/workbook.xml')
    expect(Object.values(parts).join('\n')).toContain(lamp!.number)
  })

  test('nobody else does', async () => {
    expect(await reports.call(openidOf(cast.zhouLan), event)).toMatchObject({ ok: false, refusal: expect.stringMatching(/^Not(Allowed|Found)$/) })
    expect(await reports.call(openidOf(cast.qinLan), event)).toMatchObject({ ok: false, refusal: expect.stringMatching(/^Not(Allowed|Found)$/) })
    expect(await reports.call(null, event)).toEqual({ ok: false, refusal: 'NotSignedIn' })
    expect(await reports.call(openidOf(cast.chenMin), { path: 'people.xlsx', input: {} })).toEqual({ ok: false, refusal: 'BadInput' })
    expect(await reports.call(openidOf(cast.chenMin), { ...event, input: { committeeId } })).toEqual({ ok: false, refusal: 'BadInput' })
  })

  test('households too, fifty to an officer and all to the director, each with its row in the log', async () => {
    const homes = { path: 'households.xlsx', input: { committeeId, list: 'A', why: '冬季走访排班' } }
    expect(await reports.call(openidOf(cast.chenMin), homes)).toEqual({ ok: false, refusal: 'TooManyHouseholds' })
    expect(await reports.call(openidOf(cast.tangHui), homes)).toMatchObject({ ok: true, output: { name: expect.stringMatching(/^住户-A类.*\.xlsx$/) } })
    expect(await rows(`select what, rows, why from export_log where by_id = $1 order by at desc limit 1`, [cast.tangHui.id])).toEqual([{ what: 'A', rows: 71, why: '冬季走访排班' }])
  })
})

describe('reports, with a table', () => {
  const call = (by: CastMember, key: string | null, base64: string) => reports.call<{ ok: boolean; refusal?: string; output: ImportLook }>(openidOf(by), { path: 'import', input: { committeeId, fileName: '新住户.xlsx', key, base64 } })

  test('looks at it, brings it in once, and is there for nobody else', async () => {
    const template = await reports.call<{ ok: true; output: { base64: string } }>(openidOf(cast.chenMin), { path: 'import-template.xlsx', input: { committeeId } })
    expect((await call(cast.chenMin, null, template.output.base64)).output.problem).toContain('还没有填东西')
    const filled = Buffer.from(await tableOf({ household: [{ building: '9号楼', room: '1902', tenure: '自住' }] })).toString('base64')
    expect((await call(cast.chenMin, null, filled)).output).toMatchObject({ batch: null, counts: { household: { added: 1 } } })
    const key = randomUUID()
    const [one, again] = [await call(cast.chenMin, key, filled), await call(cast.chenMin, key, filled)]
    expect(one.output.batch).toMatchObject({ by: '陈敏' })
    expect(again).toEqual(one)
    expect(await rows(`select from household where room = '1902'`)).toHaveLength(1)
    expect(await call(cast.zhouLan, null, filled)).toMatchObject({ ok: false, refusal: 'NotFound' })
  })
})

describe('what is deployed beside the code', () => {
  const json = (name: Name, file: string) => JSON.parse(fs.readFileSync(path.join(built, name, file), 'utf8')) as unknown

  test('each may call of WeChat what it calls, and no more; the timer runs every minute', () => {
    expect(json('api', 'config.json')).toEqual({ permissions: { openapi: ['security.msgSecCheck'] } })
    expect(json('jobs', 'config.json')).toEqual({ permissions: { openapi: ['subscribeMessage.send', 'security.mediaCheckAsync'] }, triggers: [{ name: 'everyMinute', type: 'timer', config: '0 */1 * * * * *' }] })
    expect(json('reports', 'config.json')).toEqual({})
  })

  test('those who call WeChat have its SDK installed, and none has another package', () => {
    const installed = (name: Name) => Object.keys((json(name, 'package.json') as { dependencies: object }).dependencies)
    expect({ api: installed('api'), jobs: installed('jobs'), reports: installed('reports') }).toEqual({ api: ['wx-server-sdk'], jobs: ['wx-server-sdk'], reports: [] })
  })

  test('api reads at most 400 KB before it answers, and the piece of each noun only when asked', async () => {
    const atStart = readAtStart(path.join(built, 'api', 'index.js'))
    const all = fs.readdirSync(path.join(built, 'api')).filter((file) => /\.m?js$/.test(file)).map((file) => path.join(built, 'api', file))
    // Times are told, not judged: the machine is shared.
    console.log(`cloud: api ${kilobytesOf(atStart)} KB at start of ${kilobytesOf(all)} KB, its head ready in ${api.loaded.toFixed(0)} ms; jobs ${jobs.loaded.toFixed(0)} ms; reports ${reports.loaded.toFixed(0)} ms`)
    expect(kilobytesOf(atStart)).toBeLessThanOrEqual(400)
    const nouns = all.filter((file) => path.basename(file).startsWith('methods-'))
    expect(nouns.length).toBeGreaterThanOrEqual(10)
    expect(nouns.filter((file) => atStart.has(file))).toEqual([])
    for (const noun of nouns) expect([path.basename(noun), kilobytesOf(new Set([...atStart, ...readAtStart(noun)])) <= 400]).toEqual([path.basename(noun), true])
  })
})

/** The parts of a workbook by name. */
function unzip(zip: Buffer): Record<string, string> {
  const parts: Record<string, string> = {}
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  for (let left = zip.readUInt16LE(end + 10), at = zip.readUInt32LE(end + 16); left > 0; left -= 1) {
    const [method, packed, name, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(data, data + packed)
    parts[zip.toString('utf8', at + 46, at + 46 + name)] = String(method === 8 ? inflateRawSync(bytes) : bytes)
    at += 46 + name + extra + comment
  }
  return parts
}
