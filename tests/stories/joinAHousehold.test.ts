import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let xu: Person
let chen: Person
let wang: Person
let home: { building: string; room: string; label: string }
let code = ''

beforeAll(async () => {
  town = await openTown()
  const line = (await town.community.as('wang').household.listOfBlock({})).items.find(({ members }) => members === 0)!
  const [building = '', room = ''] = line.label.split(' ')
  home = { building, room: room.replace('室', ''), label: line.label }
  xu = await town.as('xu')
  chen = await town.as('chen')
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

test('许先生 lives in no household yet: what he says goes to 陈敏, who receives today', async () => {
  await xu.taps('说件事')
  await xu.sees('您还没有入户，先交给值班的人', '陈敏')
  await xu.types('发生了什么', '新租的房子水表一直在转，关了总阀也转。')
  await xu.taps('交给陈敏')
  await xu.sees('已收到', '陈敏先接着', '还不知道住在哪一块')
})

test('陈敏 places it in a block in two taps, and keeps it until 王芳 takes it', async () => {
  await chen.opens('staff/desk')
  await chen.sees('新租的房子水表一直在转')
  const before = chen.tapped
  await chen.taps('新租的房子水表一直在转，关了总阀也转，交给哪一块')
  await chen.taps(/^3块/)
  await chen.sees('交给了王芳，接下之前陈敏管着')
  expect(chen.tapped - before).toBe(2)
  await xu.opens('resident/my-demands')
  await xu.sees('正在转给王芳', '没接下之前，陈敏继续负责')

  await wang.opens('leader/inbox')
  await wang.taps('新租的房子水表一直在转')
  await wang.sees('没接下之前，陈敏管着')
  await wang.taps('我来办')
  await wang.sees('办理中')
  await xu.opens('resident/my-demands')
  await xu.sees('王芳在办')
})

test('he asks to join, and reads who decides', async () => {
  await xu.opens('pages/me')
  await xu.taps(/^我家/)
  await xu.taps('加入一户')
  await xu.sees('不用等人确认')
  await xu.taps('没有码，请块长确认')
  await xu.sees('块长确认您住在这里，才算入户')
  await xu.taps('交给块长确认')
  await xu.sees('还差楼号。有了它才知道交给哪位块长', '还差室号', '还差姓名')
  await xu.chooses('哪号楼', home.building)
  await xu.types('几室', home.room)
  await xu.types('怎么称呼您', '许晓')
  await xu.taps('租客')
  await xu.taps('交给块长确认')
  await xu.sees('交给王芳了', '王芳（块长）确认以后，消息里会告诉您')
  await xu.opens('resident/my-household')
  await xu.sees('等人确认', home.label, '等王芳确认')
})

test('王芳 confirms, after reading what that means', async () => {
  await wang.opens('leader/join-requests')
  await wang.sees('许晓，租客', home.label)
  await wang.taps('同意许晓加入')
  await wang.sees('同意以后，许晓能替这户说事')
  await wang.taps('同意加入')
  await wang.sees(`同意了，许晓现在是 ${home.label} 的人`)
  await town.tick()
})

test('许先生 is told, and what he says now goes to 王芳 at once', async () => {
  await xu.opens('pages/messages')
  await xu.sees('王芳确认了，您已经在这一户')
  await xu.opens('pages/home')
  await xu.sees('您的块长 王芳')
  await xu.taps('说件事')
  await xu.types('发生了什么', '门口的鞋柜被邻居挪走了，想找回来。')
  await xu.taps('交给王芳')
  await xu.sees('已收到', '王芳先接着', '管这一块')
  await xu.doesNotSee('还没有入户')
})

test('who was not confirmed reads why', async () => {
  const told = await town.community.rows<{ account_id: string }>(`select account_id from join_request where state = 'refused'`)
  expect(told).toHaveLength(1)
  const asked = (await town.community.as('wang').household.listRequests({})).items[0]!
  await wang.opens('leader/join-requests')
  await wang.taps(`不同意${asked.name}加入`)
  await wang.taps('不同意，说明理由')
  await wang.sees('写一句为什么，对方会看到')
  await wang.types('为什么不同意', '问过房东，没有这位租客。')
  await wang.taps('不同意，说明理由')
  await wang.sees(`没有同意${asked.name}加入 ${asked.label}，理由已经告诉对方`)
})

test('王芳 prints a code for a door, and what it is for stands on the sheet', async () => {
  await wang.opens('leader/households')
  const line = (await town.community.as('wang').household.listOfBlock({})).items.filter(({ members }) => members === 0)[1]!
  home = { ...home, label: line.label }
  await wang.types('搜楼号、室号', line.label)
  await wang.taps(new RegExp(`^${line.label}`))
  await wang.taps('入户码，谁搬走了')
  await wang.sees('印一张入户码', '用一次就作废')
  await wang.taps('印一张')
  await wang.sees(`${line.label} 的入户码`, '只能用一次', '不要拍给外人')
  code = (await wang.page.locator('.code-signs').textContent())!.trim()
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/)
})

test('许先生 moved there: opening the link does nothing, a wrong code says how often more, the right one lets him in', async () => {
  await xu.opens('resident/join-household', { code: code.replace(' ', '') })
  await xu.sees('不用等人确认')
  expect(await town.community.rows('select from household_code where used_at is not null')).toEqual([])
  await xu.types('入户码', 'zzzz-zzzz')
  await xu.types('怎么称呼您', '许晓')
  await xu.taps('租客')
  await xu.taps('加入这一户')
  await xu.sees('没有这个码，看看有没有抄错', '还能试 4 次')
  await xu.types('入户码', code.toLowerCase())
  await xu.taps('加入这一户')
  await xu.sees(`您在 ${home.label} 了`)
})

test('he leaves again, and reads first what becomes of what he said', async () => {
  await xu.opens('resident/my-household')
  await xu.taps(`离开 ${home.label}`)
  await xu.sees('照样有人办，答复照样给您')
  await xu.taps('离开这一户')
  await xu.sees(`您离开了 ${home.label}`)
})
