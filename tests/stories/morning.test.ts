import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let wang: Person

beforeAll(async () => {
  town = await openTown()
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

test('on Monday morning 王芳 finds in 消息 what waits for her today, reads it, and opens one of them', async () => {
  // Friday 13:05 → Monday 08:31.
  await town.later({ hours: 67, minutes: 26 })
  await town.tick()
  const { counts } = await town.community.as('wang').demand.listInbox({})
  await wang.opens('pages/messages')
  await wang.seesInOrder(`等您 ${counts.mine} 件`, `已经超期 ${counts.late} 件`, '今天的事')
  await wang.taps(/今天的事/)
  await wang.sees('等我办', '过了日子，今天给个说法', `等我 ${counts.mine}`)
  await wang.taps(/楼下电瓶车飞线充电/)
  await wang.sees('答复并请确认', '超期 4 天', '楼下电瓶车飞线充电')
})

test('it comes once a day, and says nothing to one who has nothing waiting', async () => {
  await town.later({ minutes: 10 })
  await town.tick()
  const days = async (name: 'wang' | 'zhou') => (await town.community.as(name).notice.list({})).items.filter(({ subject }) => subject === 'day')
  expect((await days('wang')).map(({ unread }) => unread)).toEqual([1])
  expect(await days('zhou')).toEqual([])
})
