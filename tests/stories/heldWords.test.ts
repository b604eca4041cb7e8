import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let demand: { demandId: string; committeeId: string }
const answer = '贴在楼道里招揽百家乐的小广告，今天都清掉了。'

beforeAll(async () => {
  // The platform of WeChat, as it would look at words: what it calls risky goes nowhere.
  town = await openTown(undefined, { safety: (own) => ({ asks: () => false, check: async (text, openid) => (text.includes('加我微信领钱') ? 'refused' : own.check(text, openid)) }) })
  const mine = await town.community.as('zhou').demand.listMine({})
  demand = { demandId: mine.items.find(({ status }) => status === 'accepted')!.id, committeeId: chunshen.committeeId }
}, opening)
afterAll(() => town?.close())

test('王芳 answers with a word of the list; it is kept, and says that another reads it first', async () => {
  const wang = await town.as('wang')
  await wang.opens('leader/demand', demand)
  await wang.types('写给居民', answer)
  await wang.taps('答复并请确认')
  await wang.sees('等另一位看一遍', '待审', '正在看一遍，看过就送到', answer)

  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', demand)
  await zhou.doesNotSee('百家乐', '待审', '解决了吗')
})

test('唐主任 finds it among what waits, reads it and lets it go; only then 周女士 reads it, and is asked', async () => {
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/overview')
  await tang.taps(/^待审/)
  await tang.sees('王芳（块长）写给居民的', answer, '碰到了词表里的词')
  await tang.taps('放行王芳（块长）写给居民的')
  await tang.sees('放行了，王芳的话送到了')
  await town.tick()

  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', demand)
  await zhou.sees(answer, '解决了', '还没解决')
  await zhou.doesNotSee('待审')
})

test('what the platform will not have is refused with what to do, and not a letter of it is lost', async () => {
  const zhou = await town.as('zhou')
  const { demandId } = { demandId: (await town.community.as('zhou').demand.file({ ...chunshen, kind: 'request', text: '楼下的信箱又坏了，请来看看。', place: '', urgency: 'ordinary', visibility: 'committee' })).id }
  await zhou.opens('resident/demand', { demandId, committeeId: chunshen.committeeId })
  await zhou.types('补充一句，或问一句', '加我微信领钱')
  await zhou.taps('补充一句')
  await zhou.sees('这段话里有不能发的内容，改一改再送')
  expect(await zhou.field('补充一句，或问一句').inputValue()).toBe('加我微信领钱')
  expect(JSON.stringify(await town.community.as('wang').demand.get({ demandId, committeeId: chunshen.committeeId }))).not.toContain('领钱')
  await zhou.types('补充一句，或问一句', '信箱的门关不上')
  await zhou.taps('补充一句')
  await zhou.until(async () => (await zhou.field('补充一句，或问一句').inputValue()) === '', 'the words do not leave the box')
  expect(JSON.stringify(await town.community.as('wang').demand.get({ demandId, committeeId: chunshen.committeeId }))).toContain('信箱的门关不上')
})
