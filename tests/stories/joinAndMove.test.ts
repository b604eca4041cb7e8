/** Two say the same and are worked on together, and apart again; a third belongs to another committee, and its resident reads where it is now. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAs, type Matter } from '../fixtures/scene'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let chen: Person
let zhou: Person
let lamp: Matter
let same: Matter
let gate: Matter

beforeAll(async () => {
  town = await openTown()
  lamp = await fileAs(town.community, 'zheng', '11号楼三楼的感应灯一直亮着，晚上刺眼')
  same = await fileAs(town.community, 'zhou', '11号楼三楼感应灯整夜不灭，照到我家卧室')
  gate = await fileAs(town.community, 'xu', '梅园2号楼的大门关不上，谁都能进来')
  chen = await town.as('chen')
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

test('陈敏 puts two about one lamp together; 周女士 reads that they are, and never whose the other is', async () => {
  await chen.opens('leader/demand', same)
  await chen.taps('并到一件')
  await chen.sees('各人的话和编号都还在', '11号楼三楼的感应灯一直亮着')
  await chen.taps('并到一件')
  await chen.sees('还差一步：选一件')
  await chen.taps(/感应灯一直亮着/)
  await chen.taps('并到一件')
  await chen.sees('一起办，那边说的这里都看得到')
  await town.community.as('wang').demand.reply({ ...lamp, text: '电工明天来调感应时间。' })

  await zhou.opens('resident/demand', same)
  await zhou.sees('一起办，有结果都告诉您', '电工明天来调感应时间。')
  await zhou.doesNotSee('郑', (await town.community.as('wang').demand.get(lamp)).number)
})

test('it was another lamp: apart again, with the day it always had', async () => {
  const before = (await town.community.as('chen').demand.get(lamp)).followers
  await chen.taps('分开')
  await chen.sees('王芳（块长）')
  await zhou.opens('resident/demand', same)
  await zhou.sees('王芳在办', '11月27日')
  const [apart, lead] = [await town.community.as('chen').demand.get(same), await town.community.as('chen').demand.get(lamp)]
  expect([before, lead.followers, apart.joined, apart.status]).toEqual([1, 0, false, 'accepted'])
})

test('what belongs to 梅园 goes there, with why; 小许 reads who has it now, and nobody here finds it any more', async () => {
  await chen.opens('leader/demand', gate)
  await chen.taps('转到别的居委会')
  await chen.sees('转走以后，这边不再能看')
  await chen.taps('转过去')
  await chen.sees('还差一步：选居委会')
  await chen.taps('梅园居委会')
  await chen.types('为什么转', '说的是梅园的大门，归那边管。')
  await chen.taps('转过去')
  await chen.sees('已转到梅园居委会，由那边接着办。这边不再能看。')
  await chen.opens('leader/demand', gate)
  await chen.doesNotSee('大门关不上')

  const xu = await town.as('xu')
  // The link from before the move.
  await xu.opens('resident/demand', gate)
  await xu.sees('大门关不上', '说的是梅园的大门，归那边管。', '转到了梅园居委会')
})
