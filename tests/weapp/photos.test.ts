/** Photos on the built mini-program: chosen, made small, kept on the phone, sent in pieces, gone on with after a break. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { asOwner, withClient } from '../../cloudfunctions/database/migrate'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { jpeg } from '../fixtures/pictures'
import { ensureBuilt } from './built'
import { boot, until, type CloudCall, type Phone } from './harness'
import { startServer, type Server } from './server'

let root: string
let database: TestDatabase
let server: Server
beforeAll(async () => {
  root = ensureBuilt('weapp')
  database = await freshDatabase()
  server = await startServer(database, seededAt)
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

const rows = () => withClient(database.adminUrl, (client) => asOwner(client, async () => (await client.query<{ state: string; with: boolean }>(
  `select state, demand_id is not null as with from photo where by_id = $1 and made_at >= $2 order by made_at, id`, [cast.zhouLan.id, seededAt])).rows))

async function formOn(phone: Phone, words: string) {
  const form = phone.open('resident/file-demand')
  await form.type('发生了什么？想怎么解决？', words)
  return form
}

test('two photos go in pieces while one writes, break off, go on, and are with the words', async () => {
  let broken = true
  let pieces = 0
  const ask = server.as(cast.zhouLan)
  const cloud = async (call: CloudCall) => {
    if (call.path === 'photo/put') {
      pieces += 1
      // The third piece gets through and its answer does not; then nothing for a while.
      if (broken && pieces >= 3) {
        if (pieces === 3) await ask(call)
        throw Object.assign(new Error('cut'), { errMsg: 'cloud.callFunction:fail request:fail', errCode: -1 })
      }
    }
    return ask(call)
  }
  const phone = boot(root, { server: cloud, at: seededAt })
  phone.camera.push(jpeg({ gps: true, noise: true }), jpeg())
  const form = await formOn(phone, '楼道的窗玻璃裂了，怕掉下来')
  await form.tap('加照片')
  await form.sees('%')
  expect(phone.asked.filter(({ name }) => name === 'compressImage').map(({ options }) => options)).toEqual([{ quality: 80, compressedHeight: 1600 }, { quality: 80, compressedHeight: 1600 }])
  await until(() => pieces >= 3, () => 'the pieces')
  await form.tap('交给王芳')
  await phone.on('resident/demand-sent')
  expect(await rows()).toMatchObject([{ state: 'uploading' }])
  broken = false
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const found = await rows()
    if (found.length === 2 && found.every((row) => row.state === 'uploaded' && row.with)) break
    await new Promise((go) => setTimeout(go, 100))
  }
  expect(await rows()).toEqual([{ state: 'uploaded', with: true }, { state: 'uploaded', with: true }])
  // Nothing of them is left on the phone but what the camera holds.
  await until(() => [...phone.files.keys()].every((name) => name.startsWith('http://tmp/')), () => [...phone.files.keys()].join())
  expect(phone.complaints()).toEqual([])
  phone.end()
})

test('one that is no photo stays with its reason, can be taken away, and holds no words back', async () => {
  const phone = boot(root, { server: server.as(cast.zhouLan), at: seededAt })
  phone.camera.push(Buffer.from('<svg onload="alert(1)"></svg>'))
  const form = await formOn(phone, '信报箱的灯一闪一闪的')
  await form.tap('加照片')
  await form.sees('这不是照片，打不开。换一张，或者只送文字')
  await form.tap('去掉第 1 张照片')
  await form.seesNot('这不是照片')
  await form.tap('交给王芳')
  await phone.on('resident/demand-sent')
  expect(phone.complaints()).toEqual([])
  phone.end()
})
