import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { shortDay } from '../../src/ui/dates'
import { chunshen } from '../fixtures/community'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let wang: Person
let lamp: { committeeId: string; demandId: string }

beforeAll(async () => {
  town = await openTown()
  const mine = await town.community.as('zhou').demand.listMine({})
  lamp = { committeeId: chunshen.committeeId, demandId: mine.items.find(({ status }) => status === 'accepted')!.id }
  // People of the street have no line on the page of the demonstration.
  await town.community.rows(`insert into demonstration (account_id, seq, part, title, about) select $1, max(seq) + 1, 'staff', '平安办', '' from demonstration`, [cast.mengShouye.id])
  wang = await town.as('wang', { viewport: desktop })
}, opening)
afterAll(() => town?.close())

/** The lamp, found by what was said and opened beside the list. */
async function opensLamp(person: Person): Promise<void> {
  await person.presses('/')
  await person.page.keyboard.insertText('楼道灯不亮三天')
  const rows = person.page.getByRole('region', { name: '等我办' }).getByRole('button').filter({ hasText: '号楼' })
  await person.until(async () => (await rows.count()) === 1 && (await rows.filter({ hasText: '楼道灯不亮三天' }).count()) === 1, 'sees one row')
  await person.presses('Escape', 'Enter')
  await person.sees('首问责任人')
}

test('王芳 finds the lamp in her inbox and asks 周女士; the clock stands until she answers', async () => {
  await wang.opens('leader/inbox')
  await opensLamp(wang)
  await wang.presses('r')
  await wang.tabsTo('问居民', 'Shift+Tab')
  await wang.presses('Enter', 'r')
  await wang.page.keyboard.type('拐角那盏也不亮，还是只有二楼？')
  await wang.presses('Control+Enter')
  await wang.sees('问出去了，居民回答之前时间先停着', '等居民补充')
  const asked = await town.community.as('wang').demand.get(lamp)
  expect([asked.status, asked.dueAt, asked.steps.includes('resume')]).toEqual(['asked', null, true])

  await town.later({ minutes: 40 })
  await town.community.as('zhou').demand.add({ ...lamp, text: '只有二楼。' })
  expect((await town.community.as('wang').demand.get(lamp)).status).toBe('accepted')
})

test('she hands it to the paired section, which gives it back with a reason', async () => {
  await wang.opens('leader/inbox')
  await opensLamp(wang)
  await wang.presses('t')
  await wang.sees('转交给谁', '接下之前，还是王芳管着')
  await wang.tabsTo(/^街道$/)
  await wang.presses('Enter')
  await wang.tabsTo(/^孟守业/)
  await wang.presses('Enter')
  await wang.tabsTo('为什么转交')
  await wang.page.keyboard.type('线路是公共区域的，安全的事请一起看。')
  await wang.tabsTo('转给孟守业')
  await wang.presses('Enter')
  await wang.sees('想转给孟守业，还没接下', '没接下之前，王芳管着')

  await town.tick()
  const meng = await town.as(cast.mengShouye, { viewport: desktop })
  await meng.opens('leader/inbox')
  await opensLamp(meng)
  await meng.sees('线路是公共区域的')
  await meng.tabsTo('退回')
  await meng.presses('Enter')
  await meng.tabsTo('为什么退回')
  await meng.page.keyboard.type('楼道灯由物业维修，不归我们。')
  await meng.tabsTo(/^退回$/)
  await meng.presses('Enter')
  await meng.until(async () => (await town.community.as('wang').demand.get(lamp)).offeredTo === null, 'has given it back')

  await wang.opens('leader/inbox')
  await opensLamp(wang)
  await wang.sees('孟守业（对口科室）退了回来：楼道灯由物业维修，不归我们。')
})

test('she asks for more time, the director grants it, and 周女士 reads the new day', async () => {
  const before = (await town.community.as('wang').demand.get(lamp)).dueAt!
  await wang.tabsTo(/^更多$/)
  await wang.presses('Enter')
  await wang.tabsTo(/^申请延长/)
  await wang.presses('Enter')
  await wang.tabsTo('为什么要多用些时间')
  await wang.page.keyboard.type('要等业委会同意换线。')
  await wang.tabsTo('送去定')
  await wang.presses('Enter')
  await wang.sees('送去定了，没同意之前日子不变', '等主任或书记定')

  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/overview')
  await tang.tabsTo(/^申请延长，等人定，\d+ 件/)
  await tang.presses('Enter')
  await tang.sees('共 2 件')
  await tang.presses('/')
  await tang.page.keyboard.insertText('楼道灯不亮三天')
  await tang.sees('看到 1 件，共 1 件')
  await tang.presses('Escape', 'Enter')
  await tang.sees('要等业委会同意换线。', '等您定')
  await tang.tabsTo('同意延长')
  await tang.presses('Enter')
  await tang.tabsTo('跟居民怎么说')
  await tang.page.keyboard.type('换线要业委会先同意，多用几天。')
  await tang.tabsTo(/^同意延长$/)
  await tang.presses('Enter')
  await tang.sees('延长了，居民能看到新的日子')

  const after = (await town.community.as('zhou').demand.get(lamp)).dueAt!
  expect(after > before).toBe(true)
  const zhou = await town.as('zhou')
  await zhou.opens('resident/demand', lamp)
  await zhou.sees(`${shortDay(before)} 改到 ${shortDay(after)}`, '换线要业委会先同意，多用几天。')
  await zhou.doesNotSee('要等业委会同意换线。', '送去定')
})

test('Enter opens the row she chose, also when fresh news drew the list anew beneath the keyboard', async () => {
  await wang.opens('leader/inbox')
  await wang.presses('ArrowDown')
  await wang.page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await wang.presses('Enter')
  await wang.sees('首问责任人')
})

test('the small help says which keys there are', async () => {
  await wang.opens('leader/inbox')
  await wang.tabsTo('键盘怎么用')
  await wang.presses('Enter')
  await wang.sees('转交', '送出', 'Ctrl Enter')
  await wang.presses('Escape')
  await wang.doesNotSee('Ctrl Enter')
})
