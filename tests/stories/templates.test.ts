import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let chen: Person
let wang: Person
let demand: { demandId: string; committeeId: string }

beforeAll(async () => {
  town = await openTown()
  const mine = await town.community.as('zhou').demand.listMine({})
  demand = { demandId: mine.items.find(({ status }) => status === 'accepted')!.id, committeeId: chunshen.committeeId }
  chen = await town.as('chen', { viewport: desktop })
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

test('陈敏 writes a sentence 春申里 often says, and reads it as residents will', async () => {
  await chen.opens('staff/templates')
  await chen.sees('接下了', '周女士，这件事（ZX-2026-000123）我接下了')
  await chen.taps('新写一条')
  await chen.types('叫什么', '路灯报修')
  await chen.types('怎么说', '{姓名}，路灯报修了。')
  await chen.taps('存下')
  await chen.sees('花括号里只认得')
  await chen.types('怎么说', '{称呼}，路灯归市政管，我报修了（')
  await chen.taps('加上这件事的编号')
  await chen.sees('居民看到的样子', '周女士，路灯归市政管，我报修了（ZX-2026-000123')
  await chen.types('怎么说', '{称呼}，路灯归市政管，我报修了（{编号}），{日期}前修好。')
  await chen.taps('存下')
  await chen.sees('“路灯报修”存好了')
  await chen.taps('改“路灯报修”')
  await chen.types('怎么说', '{称呼}，路灯归市政管，我报修了（{编号}），{日期}前给您回音。')
  await chen.taps('存下')
  await chen.sees('周女士，路灯归市政管，我报修了（ZX-2026-000123），11月27日（周五）前给您回音。')
})

test('王芳 has begun to write; the sentence joins what stands there, filled in for this demand', async () => {
  await wang.opens('leader/demand', demand)
  await wang.types('写给居民', '刚去看过了。')
  await wang.taps(/^用语/)
  await wang.taps(/^路灯报修/)
  const written = await wang.field('写给居民').inputValue()
  expect(written).toMatch(/^刚去看过了。\n周女士，路灯归市政管，我报修了（ZX-2026-\d{6}），.+前给您回音。$/)
  expect(written).not.toMatch(/[{}]/)
  await wang.taps('发送')
  await wang.sees('路灯归市政管，我报修了（ZX-2026-')
})

test('周女士 reads real words and no braces', async () => {
  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', demand)
  await zhou.sees('刚去看过了。', '周女士，路灯归市政管，我报修了')
  await zhou.doesNotSee('{', '}')
})

test('what cannot be filled in is not sent, and says what is missing', async () => {
  await wang.types('写给居民', '您好，{日期}前答复。')
  await wang.taps('发送')
  await wang.sees('还有没填上的：{日期}')
  expect(await wang.field('写给居民').inputValue()).toBe('您好，{日期}前答复。')
  expect(JSON.stringify((await town.community.as('zhou').demand.get(demand)).thread)).not.toContain('{日期}')
})

test('one taken away is gone from the picker; what was answered with it stays', async () => {
  await chen.taps('改“路灯报修”')
  await chen.taps('拿掉这一条')
  await chen.sees('“路灯报修”拿掉了')
  await wang.opens('leader/demand', demand)
  await wang.sees('路灯归市政管，我报修了')
  await wang.taps(/^用语/)
  await wang.sees('办好了，您看看')
  expect(await wang.mayTap(/^路灯报修/)).toBe(false)
})
