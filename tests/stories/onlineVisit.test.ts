/** A household where everybody works: from the code on its leaflet to a summary they confirm, without anybody at the door. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, chunshen } from '../fixtures/community'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let xu: Person
let wang: Person
let label: string

beforeAll(async () => {
  town = await openTown()
  const line = (await town.community.as('wang').household.listOfBlock({})).items.find(({ members, wish }) => members === 0 && wish.hours === null)!
  label = line.label
  // The leaflet lies in the letterbox; whoever types its code lives there.
  const { code } = await town.community.as('wang').household.makeCode({ committeeId: chunshen.committeeId, householdId: line.id })
  await town.community.as('xu').household.useCode({ code, name: '许晓', relation: 'tenant' })
  xu = await town.as('xu')
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

test('许先生 finds an evening of 王芳’s in four taps, and says how', async () => {
  await xu.opens('pages/home')
  const before = xu.tapped
  await xu.taps(/^约线上走访/)
  await xu.sees('和王芳聊 20 分钟', '不上门，聊完有小结给您确认', '怎么聊', '哪一天', '几点开始')
  await xu.taps('微信通话')
  await xu.taps('19:30')
  await xu.taps(/^约 \d+月\d+日/)
  expect(xu.tapped - before).toBe(4)
  await xu.sees('约好了', '19:30', '王芳不上门', '放进日历')
})

test('the time is gone for others, and 王芳 reads who, when and how', async () => {
  await wang.opens('leader/visits')
  await wang.sees('接下来', label, '约好了')
  await wang.taps(new RegExp(`^${label}`))
  await wang.sees('微信通话', '聊的时候可以想着', '亮身份', '不打分', '这个月可以说的', '自己记的')
})

test('he says a word beforehand; she writes what came of it, with a need and somebody who may help', async () => {
  await xu.types('跟王芳说一句', '晚上孩子睡了再打')
  await xu.taps('说一句')
  await xu.sees('晚上孩子睡了再打')
  await wang.opens('leader/visits')
  await wang.taps(new RegExp(`^${label}`))
  await wang.sees('晚上孩子睡了再打')
  await wang.taps('写小结')
  await wang.types('聊了什么', '许先生刚租下，想知道居住证怎么办，楼下单车乱停。')
  await wang.taps('加一件要办的')
  await wang.types('什么事，想怎么解决', '楼下单车乱停，挡了门。')
  await wang.taps('加一样愿意帮忙的')
  await wang.types('愿意帮什么', '会修电脑')
  await wang.taps('给对方看')
  await wang.sees('等对方看小结', '已经有人办的')
})

test('he says what is not right, she mends it, he confirms; the need is his and has a day', async () => {
  await town.tick()
  await xu.opens('pages/messages')
  await xu.sees('王芳写好了小结，您看对不对')
  await xu.taps(/线上走访/)
  await xu.taps('有不对的')
  await xu.types('哪里不对', '是电动车，不是单车')
  await xu.taps('告诉王芳')
  await xu.sees('聊过了，小结写好给您')
  await wang.opens('leader/visits')
  await wang.taps(new RegExp(`^${label}`))
  await wang.taps('写小结')
  await wang.types('聊了什么', '许先生刚租下，想知道居住证怎么办，楼下电动车乱停。')
  await wang.taps('给对方看')
  await xu.opens('resident/my-visits')
  await xu.taps(/和王芳线上走访/)
  await xu.sees('楼下电动车乱停', '会修电脑')
  await xu.taps('愿意')
  await xu.sees('您愿意帮忙：会修电脑')
  await xu.taps('记得对')
  await xu.sees('小结确认了')
  await xu.opens('resident/my-demands')
  await xu.sees('楼下单车乱停')
  expect(await town.community.rows(`select channel, filed_by, entered_by from demand where title like '楼下单车乱停%'`)).toEqual([{ channel: 'onlineVisit', filed_by: accounts.xu, entered_by: accounts.wang }])
  expect(xu.foreign).toEqual(new Set())
})
