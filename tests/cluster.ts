/** One PostgreSQL and one template database for a whole test run; vitest calls `setup` once for each project that asks for it. */
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded, stopOrphan } from '../cloudfunctions/database/embedded'
import { migrate, withClient } from '../cloudfunctions/database/migrate'
import { seedDemonstration } from '../cloudfunctions/database/seed/demonstration'
import { seals } from './fixtures/seals'

/** Friday 13:00 in Shanghai, within office hours. */
export const seededAt = new Date('2026-11-20T05:00:00Z')

export interface Cluster {
  /** Any database of the server, as one who may create databases. */
  adminUrl: string
  /** The same server as the login that serves. */
  appUrl: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext { cluster: Cluster }
}

const shared = globalThis as typeof globalThis & { testCluster?: { users: number; ready: Promise<Cluster & { end(): Promise<void> }> } }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testCluster ??= { users: 0, ready: start() }
  shared.testCluster.users += 1
  const { end, ...cluster } = await shared.testCluster.ready
  project.provide('cluster', cluster)
  return async () => {
    if (--shared.testCluster!.users > 0) return
    shared.testCluster = undefined
    await end()
  }
}

async function start() {
  const server = await (process.env.DATABASE_URL ? givenServer(process.env.DATABASE_URL) : ownServer())
  const template = `zx_template_${process.pid}_${randomBytes(3).toString('hex')}`
  try {
    await withClient(server.adminUrl, async (client) => {
      await server.assertOurs(client)
      await client.query(`create database ${template}`)
    })
    const templateUrl = new URL(`/${template}`, server.adminUrl).href
    await migrate(templateUrl, { appUrl: server.appUrl })
    await withClient(templateUrl, (client) => seedDemonstration(client, { now: seededAt, seals }))
  } catch (error) {
    await server.end()
    throw error
  }
  return {
    adminUrl: server.adminUrl,
    appUrl: server.appUrl,
    template,
    async end() {
      await withClient(server.adminUrl, (client) => client.query(`drop database if exists ${template} with (force)`))
      await server.end()
    },
  }
}

type Asking = Parameters<Parameters<typeof withClient>[1]>[0]

/** A cluster of its own in the folder for temporary files, with a port of its own. */
async function ownServer() {
  await sweep()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), prefix))
  fs.chmodSync(dir, 0o755) // the user `postgres` must pass through when we are root
  fs.writeFileSync(path.join(dir, 'owner.pid'), String(process.pid))
  const server = await startEmbedded(dir, { port: 0 })
  await withClient(server.adminUrl, (client) => hurry(client, [server.adminUrl, server.appUrl]))
  return {
    adminUrl: server.adminUrl,
    appUrl: server.appUrl,
    async assertOurs(client: Asking) {
      const { rows } = await client.query<{ at: string }>(`select current_setting('data_directory') as at`)
      if (!rows[0]!.at.startsWith(fs.realpathSync(dir))) throw new Error(`this PostgreSQL is on ${rows[0]!.at}, not ours; nothing was changed`)
    },
    async end() {
      await server.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Nobody pulls its plug: what outlives a crash of PostgreSQL is held by tests with a server of their own, which writes through to the disk. */
async function hurry(client: Asking, urls: string[]): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
  // Nor does anybody guess its passwords, while thousands of connections are opened.
  await client.query('set scram_iterations = 1')
  for (const { username, password } of urls.map((url) => new URL(url))) await client.query(`alter role ${username} password '${password}'`)
}

/** The server of DATABASE_URL, given on purpose: its user needs CREATEDB and CREATEROLE. The login that serves is made for the run. */
async function givenServer(adminUrl: string) {
  const login = `zx_test_${process.pid}`
  const appUrl = new URL(adminUrl)
  appUrl.username = login
  appUrl.password = randomBytes(12).toString('hex')
  await withClient(adminUrl, (client) => client.query(`create role ${login} login noinherit password '${appUrl.password}'`))
  return {
    adminUrl,
    appUrl: appUrl.href,
    async assertOurs(client: Asking) {
      const { rows } = await client.query<{ found: boolean }>('select exists (select from pg_roles where rolname = $1) as found', [login])
      if (!rows[0]!.found) throw new Error('this is not the server that DATABASE_URL names; nothing was changed')
    },
    async end() {
      await withClient(adminUrl, (client) => client.query(`drop role if exists ${login}`))
    },
  }
}

const prefix = 'zhangxinhui-tests-'

/** What killed runs left behind: their PostgreSQL goes on, because it outlives the one who started it. */
async function sweep(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dir = path.join(os.tmpdir(), name)
    try {
      process.kill(Number(fs.readFileSync(path.join(dir, 'owner.pid'), 'utf8')), 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') continue // alive, another user's, or just being made
      await stopOrphan(dir)
      fs.rmSync(dir, { recursive: true, force: true })
    }
  }
}
