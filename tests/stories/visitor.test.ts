import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, opening, type Town } from './town'
import type { Person } from './person'

let town: Town
let visitor: Person
beforeAll(async () => {
  town = await openTown()
  visitor = await town.as('visitor')
}, opening)
afterAll(() => town?.close())

test('who is not signed in reads what the committee can do', async () => {
  await visitor.sees('今天接待您的是 陈敏', '先看看也行', '居委会能办什么，不用登录都能看')
  await visitor.taps('服务')
  await visitor.types('搜事项', 'jzz')
  await visitor.taps(/^居住证签注/)
  await visitor.sees('居住证签注', '谁能办', '去哪里', '带上这些', '怎么办')
  await visitor.doesNotSee('登录已过期')
})

test.each([['resident/file-demand', '说件事'], ['pages/messages', '消息'], ['resident/my-household', '我家'], ['resident/join-household', '加入一户'], ['resident/complaint', '意见']] as const)('%s (%s) says how to come in', async (place, _title) => {
  await visitor.opens(place)
  await visitor.sees('还不知道您是谁', '从微信里打开掌心汇', '021-0000-0001')
})

test('what belongs to somebody is not there for them', async () => {
  await visitor.opens('pages/me')
  await visitor.sees('先看看也行', '关于掌心汇')
  expect(await visitor.mayTap('我说的事')).toBe(false)
  const mine = await town.community.as('zhou').demand.listMine({})
  const { id: demandId, committeeId } = mine.items[0]!
  await visitor.opens('resident/demand', { demandId, committeeId })
  await visitor.sees('看不到这件事')
  await visitor.opens('leader/inbox')
  await visitor.sees('这一页给办事的人用')
  await visitor.opens('staff/overview')
  await visitor.sees('这一页给办事的人用')
})
