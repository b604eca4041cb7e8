import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let chen: Person
let li: Person
let number: string

beforeAll(async () => {
  town = await openTown()
  chen = await town.as('chen', { viewport: desktop })
}, opening)
afterAll(() => town?.close())

test('何阿婆 has no phone that could do it and calls; 陈敏 writes it down in six taps', async () => {
  await chen.opens('leader/enter')
  const before = chen.tapped
  await chen.types('说了什么', '厨房的水管滴水，地上湿了，怕滑倒。')
  await chen.types('几号楼几室', '7-102')
  await chen.taps('7号楼 102室')
  await chen.sees('听起来是说', '哪一间在漏')
  if (await chen.mayTap('别的人')) await chen.taps('别的人')
  await chen.types('怎么称呼', '何阿婆')
  await chen.types('电话（可以不写）', '021 5550 0107')
  await chen.taps('登记下来')
  await chen.sees('代为登记', '7号楼 102室 何阿婆', '陈敏代为登记，留的电话 021 5550 0107', '漏水和下水', '首问责任人', '李强')
  expect(chen.tapped - before).toBeLessThanOrEqual(6)
  number = (await chen.words()).match(/ZX-2026-\d{6}/)![0]
})

test('李强, who has her block, answers; he tells her by phone', async () => {
  await town.tick()
  li = await town.as('li')
  await li.opens('leader/inbox')
  await li.taps('厨房的水管滴水')
  await li.sees(number, '何阿婆没有用小程序，他说的由您记下')
  await li.types('写给居民', '接头换好了，电话里告诉您了。')
  await li.taps('答复并请确认')
  await li.sees('等居民确认')
})

test('she says it is solved, and 陈敏 writes that down as her word; it is not counted as the resident’s own', async () => {
  await chen.opens('staff/demands', { filter: 'resident' })
  await chen.taps('厨房的水管滴水')
  await chen.taps('他说解决了')
  await chen.sees('居民说解决了（陈敏代记，电话里说的）')
  await chen.opens('staff/overview')
  await chen.sees('代居民记下的')
})

test('without a network it stays on the phone, and goes by itself', async () => {
  await chen.opens('leader/enter')
  await chen.types('说了什么', '想问居住证在哪里签注。')
  await chen.types('怎么称呼', '小何')
  await chen.losesNetwork()
  await chen.taps('登记下来')
  await chen.sees('待上传', '联网自动送出')
  await chen.findsNetwork()
  await chen.sees('代为登记', '想问居住证在哪里签注', '小何没有用小程序')
})
