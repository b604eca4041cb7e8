/** What was acknowledged is there after every kind of end, and one folder is served by one process. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import * as os from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AlreadyRunning, startEmbedded, stopOrphan, type Embedded } from '../../cloudfunctions/database/embedded'
import { withClient } from '../../cloudfunctions/database/migrate'

let dir: string
let child: ChildProcess | undefined
let again: Embedded | undefined

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-restart-'))
  fs.chmodSync(dir, 0o755)
})
afterEach(async () => {
  if (child) await kill(child)
  if (again) await again.stop()
  else await stopOrphan(dir)
  child = again = undefined
  fs.rmSync(dir, { recursive: true, force: true })
})

/** Another process that holds the folder, as `npm start` does. */
async function startChild(): Promise<Pick<Embedded, 'adminUrl' | 'appUrl' | 'port'>> {
  child = spawn(process.execPath, ['--import', 'tsx', 'tests/reliability/holdDatabase.ts', dir], { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors = createInterface(child.stderr!)[Symbol.asyncIterator]()
  const said = once(createInterface(child.stdout!), 'line') as Promise<[string]>
  const ended = once(child, 'exit').then(async () => { throw new Error((await errors.next()).value) })
  ended.catch(() => undefined)
  return JSON.parse((await Promise.race([said, ended]))[0])
}

async function kill(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  process.kill('SIGKILL')
  await once(process, 'exit')
}

const promise = (url: string, word: string) => withClient(url, (client) => client.query(`create table if not exists promise (word text); insert into promise values ('${word}')`))
const promises = (url: string) => withClient(url, async (client) => (await client.query<{ word: string }>('select word from promise order by word')).rows.map((row) => row.word))
const postmasterPid = () => Number(fs.readFileSync(path.join(dir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

test('our process is killed: the next start takes PostgreSQL over, with all that was committed and nothing that was not', async () => {
  const first = await startChild()
  await promise(first.adminUrl, 'kept')
  const left = postmasterPid()
  await withClient(first.adminUrl, async (client) => {
    await client.query(`begin; insert into promise values ('never committed')`)
    await kill(child!)
  })
  again = await startEmbedded(dir)
  expect(postmasterPid()).toBe(left)
  expect(again.port).toBe(first.port)
  expect(await promises(again.adminUrl)).toEqual(['kept'])
})

test('the machine stops: PostgreSQL dies with us, and the next start recovers from its log', async () => {
  const first = await startChild()
  await promise(first.adminUrl, 'kept')
  const left = postmasterPid()
  process.kill(left, 'SIGKILL')
  await kill(child!)
  again = await startEmbedded(dir)
  expect(postmasterPid()).not.toBe(left)
  expect(await promises(again.adminUrl)).toEqual(['kept'])
})

test('a pid left in the lock file belongs to another program by now: it is left alone, and the database starts', async () => {
  const first = await startEmbedded(dir, { port: 0 })
  await promise(first.adminUrl, 'kept')
  await first.stop()
  fs.writeFileSync(path.join(dir, 'postgres/postmaster.pid'), `${process.ppid}\n${dir}/postgres\n1\n${first.port}\n\n127.0.0.1\n\nready\n`)
  again = await startEmbedded(dir)
  expect(await promises(again.adminUrl)).toEqual(['kept'])
})

test('a second start while the first lives is refused with the address of the first, which goes on', async () => {
  const first = await startChild()
  await promise(first.adminUrl, 'kept')
  const refused = await startEmbedded(dir).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AlreadyRunning)
  expect(refused).toMatchObject({ address: 'http://127.0.0.1:8787', pid: child!.pid })
  expect((refused as Error).message).toContain('已经在运行：http://127.0.0.1:8787')
  expect(await promises(first.adminUrl)).toEqual(['kept'])
})

test('cut off by the server, the living one takes its lock again', async () => {
  const first = await startChild()
  await withClient(first.adminUrl, (client) => client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zhangxinhui server lock'`))
  await wait(500)
  await expect(startEmbedded(dir)).rejects.toThrow(AlreadyRunning)
})

test('two first starts at once: one serves, the other is refused, the folder is whole', async () => {
  const both = await Promise.allSettled([startChild(), wait(400).then(() => startEmbedded(dir, { port: 0 }))])
  if (both[1].status === 'fulfilled') again = both[1].value
  const served = both.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  const refused = both.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []))
  expect(refused).toEqual([expect.stringContaining('AlreadyRunning')])
  await promise(served[0]!.adminUrl, 'kept')
})

test('a busy port gives way to a free one', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const { port } = busy.address() as { port: number }
  again = await startEmbedded(dir, { port })
  busy.close()
  expect(again.port).not.toBe(port)
  await promise(again.adminUrl, 'kept')
})

test('it listens on this machine alone, writes through to the disk, and keeps its passwords to its owner', async () => {
  again = await startEmbedded(dir, { port: 0 })
  const setting = (name: string) => withClient(again!.adminUrl, async (client) => (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]!.value)
  expect(await setting('listen_addresses')).toBe('127.0.0.1')
  expect(await Promise.all(['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'].map(setting))).toEqual(['on', 'on', 'on', 'on'])
  expect(await setting('max_connections')).toBe('60')
  expect(await setting('server_encoding')).toBe('UTF8')
  expect(fs.statSync(path.join(dir, 'passwords.json')).mode & 0o777).toBe(0o600)
  const { login } = JSON.parse(fs.readFileSync(path.join(dir, 'passwords.json'), 'utf8')) as { login: string }
  await expect(withClient(again.appUrl.replace(login, 'guessed'), async () => undefined)).rejects.toThrow('password authentication failed')
})
