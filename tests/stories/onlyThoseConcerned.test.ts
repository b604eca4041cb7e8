import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import { openTown, opening, type Town } from './town'

let town: Town
let demandId: string
const { committeeId } = chunshen
const lamp = '11号楼二楼楼道灯不亮三天了'

beforeAll(async () => {
  town = await openTown()
  const mine = await town.community.as('zhou').demand.listMine({})
  demandId = mine.items.find(({ title }) => title.startsWith(lamp))!.id
}, opening)
afterAll(() => town?.close())

test('周女士 opens what she said by its address', async () => {
  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', { demandId, committeeId })
  await zhou.sees(lamp, '王芳在办')
})

test('郑先生 next door reads that it is not for him, and nothing of it', async () => {
  const zheng = await town.as('zheng')
  await zheng.opens('resident/demand', { demandId, committeeId })
  await zheng.sees('看不到这件事', '这件事只有当事人和经办人能看')
  await zheng.doesNotSee('楼道灯', '王芳在办', '这次没取到')
  await zheng.taps('看我说的事')
  await zheng.sees('楼下电瓶车飞线充电')
})

test('an address that never was answers in the same words', async () => {
  const zheng = await town.as('zheng')
  await zheng.opens('resident/demand', { demandId: '0199ffff-ffff-7fff-bfff-ffffffffffff', committeeId })
  await zheng.sees('看不到这件事', '这件事只有当事人和经办人能看')
})

test.each([['李强 of the next block', 'li'], ['秦月娥 of the next committee', 'qin']] as const)('%s cannot open it either', async (_who, name) => {
  const other = await town.as(name)
  await other.opens('leader/demand', { demandId, committeeId })
  await other.sees('这件事看不到', '只有当事人和经办人能看')
  await other.doesNotSee('楼道灯', '周女士', '11号楼')
  await other.opens('leader/inbox')
  await other.doesNotSee('楼道灯')
})

test('a note among those who serve never reaches 周女士', async () => {
  const note = '物业的老赵说配件其实昨天就到了，他忘了，先别写给居民。'
  const wang = await town.as('wang')
  await wang.opens('leader/demand', { demandId, committeeId })
  await wang.taps('内部记录')
  await wang.types('内部记录，居民看不到', note)
  await wang.taps('记下')
  await wang.sees(note, '内部记录，居民看不到')
  await town.tick()

  const zhou = await town.as('zhou')
  const answers: string[] = []
  zhou.page.on('response', (response) => {
    if (response.url().includes('/rpc/')) void response.text().then((text) => answers.push(text), () => {})
  })
  await zhou.opens('resident/demand', { demandId, committeeId })
  await zhou.doesNotSee('老赵', '内部记录', '物业电工最快要下一个工作日来')
  for (const place of ['pages/home', 'pages/messages', 'resident/my-demands'] as const) {
    await zhou.opens(place)
    await zhou.doesNotSee('老赵', '记了一笔')
  }
  expect(answers.length).toBeGreaterThan(3)
  expect(answers.filter((text) => text.includes('老赵') || text.includes('报修单号'))).toEqual([])

  const chen = await town.as('chen')
  await chen.opens('leader/demand', { demandId, committeeId })
  await chen.sees('老赵')
})
