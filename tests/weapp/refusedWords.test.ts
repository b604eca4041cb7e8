/** What content safety refuses stays on the phone, with why and what to do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { cloudSafety } from '../../cloudfunctions/runtime/safety'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { ensureBuilt } from './built'
import { boot } from './harness'
import { startServer, type Server } from './server'

let root: string
let database: TestDatabase
let server: Server

/** WeChat's side: risky where somebody asks for money. */
const wechat = () => ({
  DYNAMIC_CURRENT_ENV: 'env',
  init: () => undefined,
  openapi: { security: { msgSecCheck: async ({ content }: { content: string }) => ({ errCode: 0, result: { suggest: content.includes('领钱') ? 'risky' : 'pass' } }) } },
})

beforeAll(async () => {
  root = ensureBuilt('weapp')
  database = await freshDatabase()
  server = await startServer(database, seededAt, { safety: cloudSafety(wechat, () => undefined) })
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

const box = '发生了什么？想怎么解决？'
const mine = async () => (await server.read(cast.zhouLan, ['demand', 'listMine'], {})).items.map(({ title }) => title)

test('a demand the platform will not have is filed by nobody, stays in the form, and goes once it is changed', async () => {
  const phone = boot(root, { server: server.as(cast.zhouLan), at: seededAt })
  const before = await mine()
  await phone.open('pages/home').tap('说件事')
  const form = await phone.on('resident/file-demand')
  await form.type(box, '加我微信领钱，楼下见')
  await form.tap('交给王芳')
  await form.sees('这段话里有不能发的内容，改一改再送。写的都还在')
  expect(await mine()).toEqual(before)
  // Closed and opened again, it is still there.
  const kept = [...phone.storage.entries()]
  expect(JSON.stringify(kept)).toContain('加我微信领钱，楼下见')
  await form.type(box, '楼下的灯又不亮了')
  await form.tap('交给王芳')
  await phone.on('resident/demand-sent')
  expect((await mine())[0]).toContain('楼下的灯又不亮了')
  expect(phone.complaints()).toEqual([])
  expect(server.faults).toEqual([])
  phone.end()
})
