import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let demand: { demandId: string; committeeId: string }

beforeAll(async () => {
  town = await openTown()
  const mine = await town.community.as('zhou').demand.listMine({})
  demand = { demandId: mine.items.find(({ status }) => status === 'accepted')!.id, committeeId: chunshen.committeeId }
}, opening)
afterAll(() => town?.close())

test('唐敏芝 enters 王芳’s leave; what she has goes to 李强, and 周女士 reads who has it and why', async () => {
  const zhou = await town.as('zhou')
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/roster')
  await tang.sees('3块，块长 王芳', '正在请假')
  await tang.taps('请假')
  await tang.chooses('谁请假', '王芳（块长）')
  await tang.chooses('到哪天', '11月23日（周一）')
  await tang.taps('记下请假')
  await tang.sees('选一位代您')
  await tang.chooses('谁来代', '李强（块长）')
  await tang.sees('11月20日 到 11月23日 不在')
  await tang.taps('记下请假')
  await tang.sees('已经交出去', '王芳，11月20日 到 11月23日', '李强代')

  await zhou.opens('resident/demand', demand)
  await zhou.sees('李强在办', '陈敏一直负责', '王芳请假，11月24日 回来')
  await town.tick()
  await zhou.opens('pages/messages')
  await zhou.sees('现在由李强接着办')
  const li = await town.as('li')
  await li.opens('leader/demand', demand)
  await li.sees('王芳请假，11月24日 回来', '李强')
  await li.opens('leader/leave')
  await li.sees('王芳，11月20日 到 11月23日', '徐磊')

  await town.later({ hours: 2 })
  await tang.opens('staff/roster')
  await tang.taps(/^提前回来：王芳/)
  await tang.taps('回来了')
  await tang.sees('回到手上了')
  await zhou.opens('resident/demand', demand)
  await zhou.sees('王芳在办', '王芳回来了')
})

test('the committee closes on Wednesday: what it moves is shown before it is saved, and the resident reads the new day', async () => {
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/calendar')
  await tang.taps('11月25日（周三），上班')
  await tang.sees('往后移')
  await tang.taps('存下')
  await tang.sees('写一下为什么')
  await tang.types('为什么', '搬迁盘点')
  await tang.taps('存下')
  await tang.sees('已经告诉居民', '不上班：搬迁盘点', '唐敏芝定的')
  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', demand)
  await zhou.sees('11月25日 不上班：搬迁盘点')
  expect((await town.community.as('zhou').demand.get(demand)).dueAt).toBe('2026-11-26T09:00:00.000Z')
})
