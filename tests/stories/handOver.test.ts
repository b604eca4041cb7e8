import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let zhou: Person
let demand: { demandId: string; committeeId: string }

beforeAll(async () => {
  town = await openTown()
  const mine = await town.community.as('zhou').demand.listMine({})
  demand = { demandId: mine.items.find(({ status }) => status === 'accepted')!.id, committeeId: chunshen.committeeId }
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

test('王芳 offers it to 李强; until he takes it she is answerable, and 周女士 reads both names', async () => {
  const wang = await town.as('wang')
  await wang.opens('leader/demand', demand)
  await wang.taps('转交')
  await wang.sees('对方接下之前，还是', '李强', '徐磊')
  await wang.taps('转交')
  await wang.taps(/^2块/)
  await wang.types('为什么转交', '线路是从 8号楼过来的，您那边熟。')
  await wang.taps('转给李强')
  await wang.sees('想转给李强，还没接下', '没接下之前，王芳管着')

  await zhou.opens('resident/demand', demand)
  await zhou.sees('正在转给李强', '没接下之前，王芳继续负责')
  await zhou.doesNotSee('李强在办')
})

test('李强 finds it, reads why, and takes it; from then on 周女士 reads his name', async () => {
  await town.tick()
  const li = await town.as('li')
  await li.taps('消息')
  await li.taps('11号楼二楼楼道灯不亮三天了')
  await li.sees('线路是从 8号楼过来的，您那边熟。')
  await li.taps('我来办')
  await li.sees('李强（块长）')
  expect(await li.mayTap('我来办')).toBe(false)

  await zhou.opens('resident/demand', demand)
  await zhou.sees('李强在办', '陈敏一直负责')
  await zhou.doesNotSee('正在转给')
  await town.tick()
  await zhou.opens('pages/messages')
  await zhou.sees('李强接手了')
})

test('who comes too late with an answer is told what happened, and keeps the words', async () => {
  const li = await town.as('li')
  await li.opens('leader/demand', demand)
  await li.types('写给居民', '灯修好了，线也换了新的。')
  await town.community.as('zhou').demand.withdraw(demand)
  await li.taps('发送')
  await li.sees('这件事刚有变化', '周女士收回了这件事', '灯修好了，线也换了新的。')
})
