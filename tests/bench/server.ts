/**
 * `npm run bench`: the server card as JSON lines. A time is only ever a ratio of two things done by turns in the same run, or says that
 * it is not. `--households=100000` fills the scale lines (1,000,000 for the whole card); `--quick` measures a tenth as often;
 * `--scale` gives the scale lines alone, `--only=household/` the methods alone that begin so.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '../../cloudfunctions/database/connection'
import { startEmbedded, type Embedded } from '../../cloudfunctions/database/embedded'
import { asOwner, migrate, withClient } from '../../cloudfunctions/database/migrate'
import { seedDemonstration } from '../../cloudfunctions/database/seed/demonstration'
import { seedLarge } from '../../cloudfunctions/database/seed/large'
import type { Seals } from '../../cloudfunctions/runtime/seal'
import { serve, type Caller } from '../../cloudfunctions/runtime/serve'
import { tokenHash } from '../../cloudfunctions/runtime/session'
import { surroundingsOf, type Surroundings } from '../../cloudfunctions/runtime/surroundings'
import { noWeChat } from '../../cloudfunctions/runtime/wechat'
import { kilobytesOf, readAtStart } from '../cloud/pieces'
import { chunshen, commands, openCommunity, opening, type Name, type Path } from '../fixtures/community'
import { arrange, forgetAsking, words, type Act } from '../fixtures/scene'
import { seals as places, testKey } from '../fixtures/seals'
import { idsIn, record, renewed, replay, type Batch } from './recording'

const root = join(import.meta.dirname, '../..')
const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
const households = Number(option('households') ?? 100_000)
const only = option('only')
const rounds = process.argv.includes('--quick') ? 60 : 600

/** As costly as the real ones, but bound to no row: the bare loop says the same texts again for others. */
const seals: Seals = {
  ...places,
  seal: ({ committeeId, field }, text) => places.seal({ committeeId, field, rowId: committeeId }, text),
  open: ({ committeeId, field }, sealed) => places.open({ committeeId, field, rowId: committeeId }, sealed),
}

const say = (line: Record<string, unknown>) => console.log(JSON.stringify(line))
const round = (value: number) => Math.round(value * 1000) / 1000

/** Middle of some times in milliseconds. */
function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

type Work<Given> = (given: Given) => Promise<unknown>

/** Runs two things by turns and returns the median of each, so both meet the same machine; what `prepare` gives them is not timed. */
async function byTurns<Given = void>(count: number, one: Work<Given>, other: Work<Given>, prepare?: () => Promise<Given>, warm = 20): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < 2 * (count + warm); i += 1) {
    // One, other, other, one.
    const which = ((i + 1) >> 1) % 2
    const given = (await prepare?.()) as Given
    const from = performance.now()
    await (which === 0 ? one : other)(given)
    times[which]!.push(performance.now() - from)
  }
  return [median(times[0].slice(warm)), median(times[1].slice(warm))]
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

async function recorded(pool: pg.Pool, work: () => Promise<unknown>): Promise<Batch[]> {
  const client = await pool.connect()
  const listening = record(client)
  client.release()
  await work()
  listening.stop()
  return listening.batches
}

interface People { leader: string; filer: string; officer: string; committeeId: string; demandId: string; householdId: string; buildingId: string }

/** A leader with open demands, someone who filed one of them, and an officer of that committee. */
async function peopleOf(place: Place): Promise<People> {
  const { rows } = await place.admin.query<People>(`
    select d.owner_id as leader, d.filed_by as filer, d.committee_id as "committeeId", d.id as "demandId", d.household_id as "householdId",
      (select building_id from household h where h.committee_id = d.committee_id and h.id = d.household_id) as "buildingId",
      (select account_id from post p where p.committee_id = d.committee_id and kind = 'officer' and until is null order by id limit 1) as officer
    from demand d join post p on p.account_id = d.owner_id and p.kind = 'leader' and p.until is null
    where d.status = 'accepted' and d.household_id is not null order by d.filed_at desc limit 1`)
  return rows[0]!
}

const here = { committeeId: chunshen.committeeId }

/** Reads of the demonstration, each by one it is made for. */
const reads = (demandId: string, meetingId: string): [Path, Name, Record<string, unknown>][] => [
  ['account/home', 'zhou', {}], ['demand/get', 'zhou', { ...here, demandId }], ['demand/get', 'wang', { ...here, demandId }], ['demand/listMine', 'zhou', {}],
  ['demand/listInbox', 'wang', {}], ['demand/listCommittee', 'chen', here], ['demand/overview', 'tang', here], ['demand/lookAlikes', 'zhou', { ...here, text: '二楼楼道灯不亮', place: '' }],
  ['demand/suggestJoins', 'wang', { ...here, demandId }], ['demand/listRatings', 'tang', here], ['meeting/next', 'tang', here], ['meeting/get', 'tang', { ...here, meetingId }],
  ['organization/listCalendar', 'tang', { ...here, year: '2026' }], ['organization/roster', 'tang', here], ['household/listOfBlock', 'wang', {}], ['notice/list', 'zhou', {}], ['template/list', 'wang', here],
  ['safety/list', 'tang', here], ['photo/listOfDemand', 'zhou', { ...here, demandId }],
]

/**
 * What the bare loop cannot say again: a block has one leader, and each round names another; a code's fingerprint stands once; who left has left; held
 * words are decided once; eighteen photos wait at most; a host talks with one household at a time; a door
 * stands once, and what splits, merges or empties a household moves rows that the next round does not find.
 */
const once: Path[] = ['organization/appoint', 'household/makeCode', 'household/leave', 'household/split', 'household/merge', 'household/moveOut', 'household/undoHomeChange', 'household/undoImport', 'safety/decide', 'photo/put', 'visit/ask', 'visit/accept', 'visit/move']

const isWanted = (method: string) => !only || method.startsWith(only)

async function ratios(database: { adminUrl: string; appUrl: string }): Promise<void> {
  const made = new Set<string>()
  const whole = await openCommunity({ connections: 1, database: { ...database, drop: async () => undefined } })
  const community = whole.with({ seals, newId: () => { const id = randomUUID(); made.add(id); return id } })
  community.setClock(opening)
  const give = async ({ name, path, input }: Act) => {
    const key = randomUUID()
    made.add(key)
    const answer = await community.answerOf(name, path, input, { key })
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer.roundTrips
  }
  const sayRatio = (card: 1 | 2, { name, path }: Act, [ours, bare]: [number, number], roundTrips: number, batches: Batch[]) =>
    say({ card, method: path, who: name, throughputRatio: round(bare / ours), goal: card === 1 ? 0.6 : 0.75, roundTrips, statements: batches.flat().length, ms: round(ours) })

  const { id: demandId } = await community.as('zhou').demand.file({ ...here, ...words() })
  const { items } = await community.as('tang').meeting.list(here)
  for (const [path, name, input] of reads(demandId, items[0]!.id).filter(([method]) => isWanted(method))) {
    const act: Act = { path, name, input }
    let roundTrips = 0
    const batches = await recorded(community.pool, async () => { roundTrips = await give(act) })
    sayRatio(1, act, await byTurns(rounds, () => give(act), () => replay(community.pool, batches)), roundTrips, batches)
  }
  // Each on a matter of its own: a thread that grows with each round would measure its own length.
  for (const path of commands.filter((one) => isWanted(one) && !once.includes(one))) {
    const prepare = async () => {
      await forgetAsking(community)
      return arrange(community, path)
    }
    const act = await prepare()
    made.clear()
    let roundTrips = 0
    const batches = await recorded(community.pool, async () => { roundTrips = await give(act) })
    const own = new Set(made)
    const ids = idsIn(act.input)
    const bare = ({ input }: Act) => replay(community.pool, renewed(batches, own, idsIn(input).map((id, at) => [ids[at]!, id] as const)))
    sayRatio(2, act, await byTurns<Act>(Math.ceil(rounds / 20), give, bare, prepare, 4), roundTrips, batches)
  }
  await whole.close()
}

type Ask = (path: string, input: unknown) => Promise<Caller>
interface Readers { filer: Ask; leader: Ask; officer: Ask; people: People }

async function readersOf(place: Place): Promise<Readers> {
  const people = await peopleOf(place)
  return { people, filer: await sessionOf(place, people.filer), leader: await sessionOf(place, people.leader), officer: await sessionOf(place, people.officer) }
}

/** Every list whose rows one may read by more than one right. */
const lists = ({ filer, leader, officer, people: { committeeId, demandId, householdId, buildingId } }: Readers): [string, Ask, Record<string, unknown>][] => [
  ['demand/listMine', filer, {}], ['demand/listMine', filer, { filter: 'rest' }], ['demand/get', leader, { committeeId, demandId }],
  ['demand/listInbox', leader, {}], ['demand/listInbox', leader, { filter: 'late' }], ['demand/listInbox', leader, { filter: 'rest' }],
  ['demand/listCommittee', officer, { committeeId }], ['demand/listCommittee', officer, { committeeId, filter: 'late' }], ['demand/listCommittee', officer, { committeeId, filter: 'all', search: '第 9' }],
  ['demand/overview', officer, { committeeId }], ['demand/suggestJoins', leader, { committeeId, demandId }], ['demand/listMoved', officer, { committeeId }],
  ['meeting/next', officer, { committeeId }], ['meeting/list', officer, { committeeId }], ['household/listOfBlock', leader, {}], ['household/listRequests', leader, {}],
  ['household/get', filer, { committeeId, householdId }], ['household/history', leader, { committeeId, householdId }], ['household/map', leader, { committeeId, buildingId }],
  ['household/listHouses', officer, { committeeId, list: 'A' }], ['household/listHouses', officer, { committeeId, list: 'careDue' }], ['visit/listHosted', leader, {}], ['visit/listMine', filer, {}],
  ['notice/list', filer, {}], ['notice/phoneList', leader, {}], ['safety/list', officer, { committeeId }], ['template/list', leader, { committeeId }], ['photo/listOfDemand', filer, { committeeId, demandId }],
]

/** The same statements as zx_app and as one whom row security does not bind. */
async function rowSecurity(place: Place, readers: Readers, size: number): Promise<void> {
  for (const [method, as, input] of lists(readers)) {
    const batches = await recorded(place.pool, () => as(method, input))
    // A superuser passes row security; everything else is the same.
    const free = batches.map((batch) => batch.map((statement) => ({ ...statement, ...(statement.name ? { name: `${statement.name}!` } : {}), text: statement.text.replaceAll('set local role zx_app', 'select 1') })))
    const [bound, unbound] = await byTurns(rounds / 2, () => replay(place.admin, batches), () => replay(place.admin, free))
    say({ card: 4, method, ...(input.filter ? { filter: input.filter } : {}), households: size, throughputRatio: round(unbound / bound), goal: 0.85, ms: round(bound) })
  }
}

/** What must cost the same however many live there. */
const scaled = ({ filer, leader, officer, people: { committeeId, demandId, householdId, buildingId } }: Readers): Record<string, [Ask, string, unknown]> => ({
  file: [filer, 'demand/file', { committeeId, kind: 'request', text: '楼道灯不亮三天了。', place: '', urgency: 'ordinary', visibility: 'committee' }],
  note: [leader, 'demand/note', { committeeId, demandId, text: '单号 0457' }],
  inbox: [leader, 'demand/listInbox', {}],
  block: [leader, 'household/listOfBlock', {}],
  archive: [leader, 'household/get', { committeeId, householdId }],
  'own archive': [filer, 'household/get', { committeeId, householdId }],
  history: [leader, 'household/history', { committeeId, householdId }],
  map: [leader, 'household/map', { committeeId, buildingId }],
  houses: [officer, 'household/listHouses', { committeeId, list: 'careDue' }],
  demand: [leader, 'demand/get', { committeeId, demandId }],
  mine: [filer, 'demand/listMine', {}],
  committee: [officer, 'demand/listCommittee', { committeeId }],
  agenda: [officer, 'meeting/next', { committeeId }],
  home: [filer, 'account/home', {}],
  overview: [officer, 'demand/overview', { committeeId }],
})

async function scale(embedded: Embedded, size: number): Promise<Record<string, number>> {
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
    const readers = await readersOf(place)
    const times: Record<string, number> = {}
    for (const [what, [as, path, input]] of Object.entries(scaled(readers))) [times[what]] = await byTurns(rounds / 2, () => as(path, input), async () => undefined)
    if (size > 1000) await rowSecurity(place, readers, size)
    return times
  } finally {
    await place.close()
  }
}

/** What the bundle reads at start, and what loading it adds to an empty Node; median of 15 by turns. */
function bundle(): void {
  const folder = join(root, 'dist/cloudfunctions/api')
  spawnSync(join(root, 'node_modules/.bin/tsx'), ['config/build.ts', 'cloud'], { cwd: root, stdio: 'ignore' })
  const time = (code: string) => {
    const from = performance.now()
    spawnSync(process.execPath, ['-e', code], { env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ZXH_KEYS: testKey } })
    return performance.now() - from
  }
  const times = Array.from({ length: 15 }, () => [time(`import(${JSON.stringify(join(folder, 'answer.mjs'))}).then(() => process.exit(0))`), time('process.exit(0)')] as const)
  const added = median(times.map(([loaded]) => loaded)) - median(times.map(([, empty]) => empty))
  say({ card: 6, bundle: 'api', kilobytes: kilobytesOf(readAtStart(join(folder, 'index.js'))), goalKilobytes: 400, addedLoadMs: round(added), goalMs: 60 })
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

async function onDemonstration(embedded: Embedded): Promise<void> {
  await ratios(embedded)
  const place = placeOf(embedded.adminUrl, embedded.appUrl)
  await memory(place)
  await place.close()
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zxh-bench-'))
  const embedded = await startEmbedded(folder, { port: 0 })
  try {
    bundle()
    await migrate(embedded.adminUrl, { appUrl: embedded.appUrl })
    await withClient(embedded.adminUrl, (client) => seedDemonstration(client, { now: new Date(opening), seals }))
    await withClient(embedded.adminUrl, (client) => asOwner(client, () => client.query('analyze')))
    if (!process.argv.includes('--scale')) await onDemonstration(embedded)
    if (only) return

    const [small, large] = [await scale(embedded, 1000), await scale(embedded, households)]
    for (const [what, ms] of Object.entries(large)) {
      if (what === 'overview') say({ card: 8, what: 'overview of one committee', households, ms: round(ms), goalMs: 30, note: 'a time, not a ratio' })
      else say({ card: 5, what, households: [1000, households], ratio: round(ms / small[what]!), goal: 1.5, ms: [round(small[what]!), round(ms)] })
    }
  } catch (error) {
    // Said before the database stops, which ends every open connection with an error of its own.
    console.error(error)
    process.exitCode = 1
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
