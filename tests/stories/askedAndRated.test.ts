import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let zhou: Person
let demandId: string
const at = () => ({ committeeId: chunshen.committeeId, demandId })

beforeAll(async () => {
  town = await openTown()
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

test('周女士 says it; what it is about is told by the words and asks for no tap', async () => {
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么', '11号楼的电梯门关到一半会弹开。')
  await zhou.sees('听起来是说', '里面有人吗')
  await zhou.taps('交给王芳')
  await zhou.sees('已收到', '预计 11月27日（周五）前答复您')
  const { items } = await town.community.as('zhou').demand.listMine({})
  expect(items[0]!.category?.slug).toBe('lift')
  demandId = items[0]!.id
})

test('asked, she finds the question in a box, and while she has not answered nothing is due', async () => {
  const wang = town.community.as('wang')
  await wang.demand.ask({ ...at(), text: '是左边那台还是右边那台？' })
  await zhou.opens('resident/demand', at())
  await zhou.sees('等您补充', '王芳（块长）想问您', '是左边那台还是右边那台？', '等一句话', '等您回')
  await zhou.doesNotSee('11月27日 前')
})

test('three days later she answers: the clock goes on, and the new day is shown', async () => {
  await town.later({ days: 3 })
  await zhou.opens('resident/demand', at())
  await zhou.types('补充一句', '左边那台。')
  await zhou.taps('补充一句')
  await zhou.sees('办理中', '左边那台。')
  await zhou.doesNotSee('想问您，')
  const { dueAt, thread } = await town.community.as('zhou').demand.get(at())
  expect(dueAt! > '2026-11-27T09:00:00.000Z').toBe(true)
  expect(thread.at(-1)).toMatchObject({ step: 'add', due: { old: '2026-11-27T09:00:00.000Z', new: dueAt } })
  await zhou.taps(/看 \d+ 步/)
  await zhou.sees('11月27日 改到 11月30日', '预计答复', '11月30日 前')
})

test('answered, she says it is solved and is asked once how it was; nobody makes her', async () => {
  await town.community.as('wang').demand.answer({ ...at(), text: '维保换了传感器，试过十次。' })
  await zhou.opens('resident/demand', at())
  await zhou.sees('维保换了传感器', '前没回，就先记作“未评价”')
  await zhou.taps('解决了')
  await zhou.sees('这次办得怎么样？', '很不满意')
  await zhou.taps('就这样评')
  await zhou.sees('先选一个，或者点“不评了”')
  await zhou.taps('很不满意')
  await zhou.sees('主任会看到，由别的人跟您联系')
  await zhou.taps('态度不好')
  await zhou.types('还想说的', '问了三次才有人理。')
  await zhou.taps('就这样评')
  await zhou.sees('您评了“很不满意”', '态度不好', '问了三次才有人理。', '主任会跟进')
  await zhou.doesNotSee('说说办得怎么样')
})

test('王芳 reads nothing of it and has nothing to say there; the director reads it and is the one who speaks', async () => {
  await town.tick()
  const wang = await town.as('wang')
  await wang.opens('leader/demand', at())
  await wang.sees('居民说解决了')
  await wang.doesNotSee('很不满意', '问了三次才有人理', '评价')
  expect(await wang.mayTap('发送')).toBe(false)

  const tang = await town.as('tang')
  await tang.opens('staff/ratings')
  await tang.sees('很不满意，11号楼的电梯门关到一半会弹开', '问了三次才有人理')
  await tang.doesNotSee('王芳')
  await tang.taps('很不满意，11号楼的电梯门关到一半会弹开')
  await tang.sees('居民评了“很不满意”', '只有主任和书记看得到')
  await tang.types('写给居民', '我是主任，这件事我来跟，下午给您打电话。')
  await tang.taps('发送')
  await tang.sees('我是主任，这件事我来跟')
  await zhou.opens('resident/demand', at())
  await zhou.sees('我是主任，这件事我来跟')
})

test('what she says next goes to somebody else, and says so', async () => {
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么', '信箱的门又掉了。')
  expect(await zhou.mayTap('交给王芳')).toBe(false)
})
