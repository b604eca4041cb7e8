/** A visit that is agreed on goes into the phone's own calendar; whoever does not let it has the words to copy. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { ensureBuilt } from './built'
import { boot } from './harness'
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

test('added with an hour of warning; denied, the same in words that can be copied; nobody is named', async () => {
  const { items } = await server.read(cast.wangFang, ['visit', 'listHosted'], {})
  const booked = items.find(({ state }) => state === 'booked')!
  const phone = boot(root, { server: server.as(cast.wangFang), at: seededAt })
  phone.denied.add('addPhoneCalendar')
  const page = phone.open('leader/visit', { committeeId: booked.committeeId, visitId: booked.id })
  await page.tap('放进手机日历')
  await page.sees('没有放进日历。线上走访：')
  await page.tap('复制这一句')
  await page.sees('复制好了')
  phone.denied.clear()
  await page.tap('再试一次')
  await page.sees('放进手机日历了，提前一小时提醒')
  const added = phone.asked.filter(({ name }) => name === 'addPhoneCalendar').map(({ options }) => options)
  expect(added).toHaveLength(2)
  expect(added[1]).toMatchObject({ title: '线上走访', startTime: Date.parse(booked.startsAt!) / 1000, alarm: true, alarmOffset: 3600 })
  const copied = String(phone.asked.find(({ name }) => name === 'setClipboardData')!.options.data)
  expect(copied).toMatch(/^线上走访：\d+月\d+日（周.）\d\d:\d\d 到 \d\d:\d\d，.+。不上门$/)
  expect(JSON.stringify([added, copied])).not.toMatch(/号楼|周岚|王芳|郑/)
  expect(phone.complaints()).toEqual([])
  phone.end()
})
