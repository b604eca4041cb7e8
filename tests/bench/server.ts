/**
 * `npm run bench`: the server card as JSON lines. A time is only ever a ratio of two things done by turns in the same run, or says that
 * it is not. `--households=100000` fills the scale lines (1,000,000 for the whole card); `--quick` measures a tenth as often.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openPool } from '../../cloudfunctions/database/connection'
import { startEmbedded, type Embedded } from '../../cloudfunctions/database/embedded'
import { asOwner, migrate, withClient } from '../../cloudfunctions/database/migrate'
import { seedDemonstration } from '../../cloudfunctions/database/seed/demonstration'
import { seedLarge } from '../../cloudfunctions/database/seed/large'
import { serve, type Caller } from '../../cloudfunctions/runtime/serve'
import { tokenHash } from '../../cloudfunctions/runtime/session'
import { surroundingsOf, type Surroundings } from '../../cloudfunctions/runtime/surroundings'
import { noWeChat } from '../../cloudfunctions/runtime/wechat'
import { seals, testKey } from '../fixtures/seals'
import { record, renewed, replay, type Batch } from './recording'

const root = path.resolve(import.meta.dirname, '../..')
const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
const households = Number(option('households') ?? 100_000)
const rounds = process.argv.includes('--quick') ? 60 : 600

const say = (line: Record<string, unknown>) => console.log(JSON.stringify(line))
const round = (value: number) => Math.round(value * 1000) / 1000

/** Middle of some times in milliseconds. */
function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** Runs two things by turns and returns the median of each; so both meet the same machine. */
async function byTurns(count: number, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  const timed = async (which: 0 | 1, work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    times[which].push(performance.now() - from)
  }
  for (let i = 0; i < count + 20; i += 1) {
    await timed(i % 2 ? 0 : 1, i % 2 ? one : other)
    await timed(i % 2 ? 1 : 0, i % 2 ? other : one)
  }
  return [median(times[0].slice(20)), median(times[1].slice(20))]
}

interface Place {
  surroundings: Surroundings
  pool: pg.Pool
  admin: pg.Pool
  /** Ids made since the last call that cleared them. */
  made: Set<string>
  close(): Promise<void>
}

function placeOf(adminUrl: string, appUrl: string): Place {
  const pool = openPool(appUrl, 1)
  const admin = openPool(adminUrl, 1)
  const made = new Set<string>()
  const surroundings = surroundingsOf({
    pool,
    wechat: noWeChat,
    seals,
    about: { operator: '', supportUnit: '', filingNumber: '', phone: '', version: 'bench', demonstration: true },
    // The counter of calls would refuse a bench; its statement is measured with the rest of a request by `admit`.
    rateLimits: false,
    newId: () => { const id = randomUUID(); made.add(id); return id },
  })
  return { surroundings, pool, admin, made, close: async () => { await pool.end(); await admin.end() } }
}

/** Opens a session for an account, as the demonstration door would. */
async function sessionOf(place: Place, accountId: string): Promise<(path: string, input: unknown) => Promise<Caller>> {
  const token = randomUUID()
  await place.admin.query(`insert into session (token_hash, account_id, opened_at, expires_at) values ($1, $2, now(), now() + interval '1 day')`, [tokenHash(token), accountId])
  return async (method, input) => {
    const key = randomUUID()
    place.made.add(key)
    const caller: Caller = { surroundings: place.surroundings, credential: { kind: 'session', value: tokenHash(token), address: tokenHash('127.0.0.1') }, key }
    const answer = await serve(caller, method, input)
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`)
    return caller
  }
}

async function recorded(place: Place, work: () => Promise<unknown>): Promise<{ batches: Batch[]; made: Set<string> }> {
  place.made.clear()
  const client = await place.pool.connect()
  const listening = record(client)
  client.release()
  await work()
  listening.stop()
  return { batches: listening.batches, made: new Set(place.made) }
}

interface People { leader: string; filer: string; officer: string; committeeId: string; demandId: string }

/** A leader with open demands, someone who filed one of them, and an officer of that committee. */
async function peopleOf(place: Place): Promise<People> {
  const { rows } = await place.admin.query<People>(`
    select d.owner_id as leader, d.filed_by as filer, d.committee_id as "committeeId", d.id as "demandId",
      (select account_id from post p where p.committee_id = d.committee_id and kind = 'officer' and until is null order by id limit 1) as officer
    from demand d join post p on p.account_id = d.owner_id and p.kind = 'leader' and p.until is null
    where d.status = 'accepted' and d.household_id is not null order by d.filed_at desc limit 1`)
  return rows[0]!
}

async function ratios(place: Place): Promise<void> {
  const people = await peopleOf(place)
  const { committeeId, demandId } = people
  const [filer, leader, officer] = [await sessionOf(place, people.filer), await sessionOf(place, people.leader), await sessionOf(place, people.officer)]
  const filing = { committeeId, kind: 'request', text: '楼道灯不亮三天了，晚上看不清。', place: '', urgency: 'ordinary', visibility: 'committee' }
  const calls: [string, 'read' | 'write', typeof filer, unknown][] = [
    ['account/home', 'read', filer, {}],
    ['demand/get', 'read', filer, { committeeId, demandId }],
    ['demand/listInbox', 'read', leader, {}],
    ['demand/listCommittee', 'read', officer, { committeeId }],
    ['demand/file', 'write', filer, filing],
    ['demand/reply', 'write', leader, { committeeId, demandId, text: '我去看过了。' }],
    ['demand/note', 'write', leader, { committeeId, demandId, text: '单号 0457' }],
  ]
  for (const [method, kind, as, input] of calls) {
    let roundTrips = 0
    const { batches, made } = await recorded(place, async () => { roundTrips = (await as(method, input)).roundTrips! })
    // A thread that grows with each round would measure its own length.
    const count = kind === 'write' && method !== 'demand/file' ? Math.min(rounds, 20) : rounds
    const [ours, bare] = await byTurns(count, () => as(method, input), () => replay(place.pool, kind === 'write' ? renewed(batches, made) : batches))
    say({ card: kind === 'read' ? 1 : 2, method, throughputRatio: round(bare / ours), goal: kind === 'read' ? 0.6 : 0.75, roundTrips, statements: batches.flat().length, ms: round(ours) })
  }
}

/** The same statements as zx_app and as one whom row security does not bind. */
async function rowSecurity(place: Place, size: number): Promise<void> {
  const people = await peopleOf(place)
  const [filer, leader, officer] = [await sessionOf(place, people.filer), await sessionOf(place, people.leader), await sessionOf(place, people.officer)]
  const lists: [string, typeof filer, unknown][] = [
    ['demand/listMine', filer, {}],
    ['demand/listInbox', leader, {}],
    ['demand/listCommittee', officer, { committeeId: people.committeeId }],
    ['demand/overview', officer, { committeeId: people.committeeId }],
    ['household/listOfBlock', leader, {}],
    ['notice/list', filer, {}],
  ]
  for (const [method, as, input] of lists) {
    const { batches } = await recorded(place, () => as(method, input))
    // A superuser passes row security; everything else is the same.
    const free = batches.map((batch) => batch.map((statement) => ({ ...statement, ...(statement.name ? { name: `${statement.name}!` } : {}), text: statement.text.replaceAll('set local role zx_app', 'select 1') })))
    const [bound, unbound] = await byTurns(rounds, () => replay(place.admin, batches), () => replay(place.admin, free))
    say({ card: 4, method, households: size, throughputRatio: round(unbound / bound), goal: 0.85, ms: round(bound) })
  }
}

interface Scale { households: number; file: number; inbox: number; archive: number; overview: number }

async function scale(embedded: Embedded, size: number): Promise<Scale> {
  const name = `bench_${size}`
  await withClient(new URL('/postgres', embedded.adminUrl).href, (client) => client.query(`create database ${name}`))
  const adminUrl = new URL(`/${name}`, embedded.adminUrl).href
  const appUrl = new URL(`/${name}`, embedded.appUrl).href
  await migrate(adminUrl, { appUrl })
  const from = performance.now()
  await withClient(adminUrl, (client) => seedLarge(client, { households: size, onProgress: (line) => console.error(line) }))
  await withClient(adminUrl, (client) => client.query('vacuum analyze'))
  console.error(`${size} households in ${Math.round((performance.now() - from) / 1000)} s`)
  const place = placeOf(adminUrl, appUrl)
  try {
    const people = await peopleOf(place)
    const [filer, leader, officer] = [await sessionOf(place, people.filer), await sessionOf(place, people.leader), await sessionOf(place, people.officer)]
    const filing = { committeeId: people.committeeId, kind: 'request', text: '楼道灯不亮三天了。', place: '', urgency: 'ordinary', visibility: 'committee' }
    const [file, inbox] = await byTurns(rounds, () => filer('demand/file', filing), () => leader('demand/listInbox', {}))
    const [archive, overview] = await byTurns(rounds, () => leader('household/listOfBlock', {}), () => officer('demand/overview', { committeeId: people.committeeId }))
    if (size > 1000) await rowSecurity(place, size)
    return { households: size, file, inbox, archive, overview }
  } finally {
    await place.close()
  }
}

/** Size of the bundle, and what loading it adds to an empty Node; median of 15 by turns. */
function bundle(): void {
  const file = path.join(root, 'dist/cloudfunctions/api/index.js')
  spawnSync(path.join(root, 'node_modules/.bin/tsx'), ['config/build.ts', 'cloud'], { cwd: root, stdio: 'ignore' })
  const time = (code: string) => {
    const from = performance.now()
    spawnSync(process.execPath, ['-e', code], { env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ZXH_KEYS: testKey } })
    return performance.now() - from
  }
  const times = Array.from({ length: 15 }, () => [time(`require(${JSON.stringify(file)}); process.exit(0)`), time('process.exit(0)')] as const)
  const added = median(times.map(([loaded]) => loaded)) - median(times.map(([, empty]) => empty))
  say({ card: 6, bundle: 'api', kilobytes: Math.ceil(statSync(file).size / 1024), goalKilobytes: 400, addedLoadMs: round(added), goalMs: 60 })
}

/** 10,000 requests in one process; `npm run bench` gives `--expose-gc`. */
async function memory(place: Place): Promise<void> {
  if (!globalThis.gc) return
  const people = await peopleOf(place)
  const filer = await sessionOf(place, people.filer)
  const work = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      await filer('demand/get', { committeeId: people.committeeId, demandId: people.demandId })
      place.made.clear()
    }
  }
  await work(2000)
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  await work(rounds === 600 ? 10_000 : 1000)
  globalThis.gc()
  say({ card: 7, requests: rounds === 600 ? 10_000 : 1000, grownMegabytes: round((process.memoryUsage().heapUsed - before) / 1024 / 1024), goal: 5 })
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zxh-bench-'))
  const embedded = await startEmbedded(folder, { port: 0 })
  try {
    bundle()
    await migrate(embedded.adminUrl, { appUrl: embedded.appUrl })
    await withClient(embedded.adminUrl, (client) => seedDemonstration(client, { now: new Date(), seals }))
    await withClient(embedded.adminUrl, (client) => asOwner(client, () => client.query('analyze')))
    const place = placeOf(embedded.adminUrl, embedded.appUrl)
    await ratios(place)
    await memory(place)
    await place.close()

    const small = await scale(embedded, 1000)
    const large = await scale(embedded, households)
    for (const what of ['file', 'inbox', 'archive'] as const) {
      say({ card: 5, what, households: [small.households, large.households], ratio: round(large[what] / small[what]), goal: 1.5, ms: [round(small[what]), round(large[what])] })
    }
    say({ card: 8, what: 'overview of one committee', households: large.households, ms: round(large.overview), goalMs: 30, note: 'a time, not a ratio' })
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
