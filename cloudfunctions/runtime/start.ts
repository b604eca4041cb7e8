/** `npm start`: PostgreSQL, the server and the H5 app on this machine, with demonstration data. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import pg from 'pg'
import { openPool } from '../database/connection'
import { AlreadyRunning } from '../database/embedded'
import { asOwner, migrate } from '../database/migrate'
import { databasePlace } from '../database/places'
import { reseal } from '../database/reseal'
import { seedDemonstration } from '../database/seed/demonstration'
import { diskFiles } from './files'
import { host } from './http'
import { sealsFromEnvironment } from './keys'
import { holdSafety, listSafety } from './safety'
import type { Seals } from './seal'
import { listDemonstration } from './session'
import { aboutFromEnvironment, surroundingsOf } from './surroundings'
import { turn } from './timer'
import { noWeChat } from './wechat'

const root = path.resolve(import.meta.dirname, '../..')
const h5 = process.env.ZXH_H5 ?? path.join(root, 'dist/h5')
const wantedPort = Number(process.env.PORT ?? 8787)
const say = (words: string) => console.log(words)

/** The timer of the cloud runs every minute; here people watch, so it runs every five seconds. */
const tick = 5_000

async function seedIfEmpty(adminUrl: string, seals: Seals): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await asOwner(client, () => client.query<{ empty: boolean }>('select not exists (select from committee) as empty'))
    if (rows[0]!.empty) {
      say('正在准备演示数据 …')
      await seedDemonstration(client, { now: new Date(), seals })
    }
  } finally {
    await client.end()
  }
}

async function buildH5IfNeeded(): Promise<void> {
  if (existsSync(path.join(h5, 'index.html'))) return
  say('第一次启动，正在生成网页（约半分钟）…')
  const { buildH5 } = await import('../../config/build')
  buildH5()
}

async function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A busy port gives way to a free one, unless it was asked for by name.
      if (error.code === 'EADDRINUSE' && process.env.PORT === undefined && port !== 0) resolve(listen(server, 0))
      else reject(error)
    })
    server.listen(port, process.env.HOST ?? '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

async function main(): Promise<void> {
  await buildH5IfNeeded()
  const data = process.env.ZXH_DATA ?? path.join(root, '.data')
  // Asked before anything is started. A database of the operator's own has keys of the operator's own.
  const seals = sealsFromEnvironment(process.env, process.env.DATABASE_URL ? null : data)
  const place = await databasePlace(process.env, data)
  // A migration can give a field a sealed place; what lies there plain is moved by us.
  if ((await migrate(place.adminUrl, { appUrl: place.appUrl })).length > 0) await reseal(place.adminUrl, seals)
  // A server of the operator's own gets no invented people unless asked.
  if (place.embedded || process.env.ZXH_DEMONSTRATION === '1') await seedIfEmpty(place.adminUrl, seals)
  const pool = openPool(place.appUrl, 10)
  const demonstration = (await listDemonstration({ pool })).length > 0
  const surroundings = surroundingsOf({ pool, wechat: noWeChat, seals, files: diskFiles(path.join(data, 'files')), safety: process.env.ZXH_SAFETY === 'hold' ? holdSafety : listSafety, about: aboutFromEnvironment(process.env, demonstration) })
  const app = host({ surroundings, h5, secure: process.env.ZXH_HTTPS === '1', trustProxy: process.env.ZXH_TRUST_PROXY === '1' })
  const server = createAdaptorServer({ fetch: app.fetch })
  const port = await listen(server, wantedPort)
  const address = `http://${process.env.HOST ?? '127.0.0.1'}:${port}`
  place.announce(address)

  let working: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    working = working.then(() => turn(surroundings))
  }, tick)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(timer)
    // Requests in hand are finished; browsers keep idle connections open for ever.
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    await working
    await pool.end()
    await place.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  say(`掌心汇已经开始服务：${address}`)
  if (demonstration) say(`换一个人看看：${address}/enter`)
}

main().catch((error: unknown) => {
  console.error(error instanceof AlreadyRunning ? error.message : error)
  process.exit(1)
})
