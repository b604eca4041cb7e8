/** What nobody can answer alone: taken to the meeting, decided there, told to the resident, and asked for again a week later. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAs, type Matter } from '../fixtures/scene'
import { auditPage, pc } from './audit'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let tang: Person
let zhou: Person
let wall: Matter
let shed: Matter
let corner: Matter

beforeAll(async () => {
  town = await openTown()
  wall = await fileAs(town.community, 'zhou', '11号楼 201室外墙渗水，我电话 13812345678')
  shed = await fileAs(town.community, 'zhou', '车棚晚上没有灯，取车要摸黑')
  corner = await fileAs(town.community, 'zhou', '楼下空着一块地，能不能做个小花园')
  tang = await town.as('tang', { viewport: desktop })
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

test('王芳 takes it to the meeting; 周女士 reads the day and why', async () => {
  const wang = await town.as('wang')
  await wang.opens('leader/demand', wall)
  await wang.taps('更多')
  await wang.taps(/^上例会/)
  await wang.types('为什么要上例会', '外墙归物业和业委会，要坐下来一起定。')
  await wang.taps('带到例会')
  await wang.sees('放进例会了')
  await zhou.opens('resident/demand', wall)
  await zhou.sees('11月26日 例会', '外墙归物业和业委会，要坐下来一起定。', '王芳接着管')
  for (const matter of [shed, corner]) await town.community.as('wang').demand.takeToMeeting({ ...matter, reason: '要大家一起定。' })
})

test('on Thursday 唐敏芝 opens the meeting; what was given to 王芳 last time stands first', async () => {
  await town.later({ days: 6, minutes: 55 })
  await tang.opens('staff/meeting')
  await tang.seesInOrder('下次例会 11月26日（周四） 14:00', '上次交办的', '非机动车棚充电', '带到例会的', '11号楼 201室外墙渗水', '超期的')
  await tang.taps('现在开会')
  await tang.taps('王芳（块长）')
  await tang.taps('陈敏（值班工作人员）')
  await tang.taps('开会')
  await tang.sees('正在开，唐敏芝主持，3 人到会')
})

test('by keyboard alone: opened, decided against, and gone from the agenda', async () => {
  const at = () => tang.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
  await tang.presses('ArrowDown')
  expect(await at()).toContain('非机动车棚充电')
  for (let steps = 0; !(await at()).includes('外墙渗水') && steps < 12; steps += 1) await tang.presses('ArrowDown')
  expect(await at()).toContain('外墙渗水')
  await tang.presses('Enter')
  await tang.sees('理由：外墙归物业和业委会，要坐下来一起定。')
  await tang.presses('Control+Enter')
  await tang.sees('还差一步：选怎么定')
  await tang.types('情况（可以不写）', '业委会维修金还没有批。')
  await tang.taps('暂时办不了')
  await tang.types('为什么办不了、什么时候再议，写给居民看', '维修金批下来之前动不了外墙，明年三月再议。')
  await tang.presses('Control+Enter')
  await tang.sees('定了，居民能看到', '已经定的')
  expect(await tang.mayTap(/外墙渗水.*带到例会/)).toBe(false)
})

test('another is given to 王芳, who is there and has it at once; a third becomes an idea for the fund', async () => {
  await tang.taps(/^车棚晚上没有灯/)
  await tang.taps('定人去办')
  await tang.types('要办什么，居民会看到', '王芳去和物业量线，装两盏感应灯。')
  await tang.chooses('谁来办', '王芳（块长），在会上')
  await tang.taps('就这么定')
  await tang.sees('还差一步：选哪天前')
  await tang.chooses('哪天前', '12月2日（周三）')
  await tang.taps('就这么定')
  await tang.sees('“车棚晚上没有灯，取车要摸黑”定了')

  await tang.taps(/^楼下空着一块地/)
  await tang.taps('列入自治金备选')
  await tang.types('怎么列入，写给居民看', '列入自治金备选，开春请大家一起看图。')
  await tang.taps('就这么定')
  await tang.sees('“楼下空着一块地，能不能做个小花园”定了')
  expect(await town.community.rows('select from fund_idea where demand_id = $1', [corner.demandId])).toHaveLength(1)
})

test('the meeting closes; its minutes name nobody who asked, and fit on paper', async () => {
  await tang.taps('散会')
  await tang.sees('散会了', '下次例会 12月3日')
  await tang.taps('开过的会')
  await tang.sees('2026年11月26日', '定了 3 件')
  await tang.taps('2026年11月26日 的例会，定了 3 件')
  await tang.sees('到会：唐敏芝（主任）、王芳（块长）、陈敏（值班工作人员）', '维修金批下来之前动不了外墙')
  await tang.taps('会议记录，可以打印')
  await tang.sees('工作例会记录', '暂时办不了：维修金批下来之前动不了外墙', '11号楼 ×室外墙渗水，我电话 〔号码〕', '王芳，12月2日 前')
  await tang.doesNotSee('周女士', '201室', '13812345678')
  await tang.page.emulateMedia({ media: 'print' })
  expect(await tang.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.side, .minutes-print')].filter((one) => one.getClientRects().length > 0).length)).toBe(0)
  expect(await tang.page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.minutes-paper')!).fontSize))).toBeGreaterThanOrEqual(20)
  await tang.page.emulateMedia({ media: 'screen' })
})

test('周女士 reads the reasons, and may say that it is not solved', async () => {
  await town.tick()
  await zhou.opens('pages/messages')
  await zhou.sees('例会议过，暂时办不了，理由在里面')
  await zhou.opens('resident/demand', wall)
  await zhou.sees('11月26日 例会议过，暂时办不了。理由和会议记录在这里', '业委会维修金还没有批。', '维修金批下来之前动不了外墙，明年三月再议。')
  await zhou.doesNotSee('唐敏芝')
  await zhou.taps('还没解决')
  await zhou.types('还差什么？', '先用布挡一挡也行，下雨就往屋里流。')
  await zhou.taps('交给王芳')
  await zhou.sees('您说还没解决，王芳接着办')
  await zhou.opens('resident/demand', shed)
  await zhou.sees('11月26日 例会议过', '王芳去和物业量线，装两盏感应灯。', '12月2日')
})

test('a week later the agenda begins with what was given to 王芳; she says that it is done', async () => {
  await town.later({ days: 7 })
  const wang = await town.as('wang')
  await wang.opens('staff/meeting')
  await wang.taps(/^车棚晚上没有灯/)
  await wang.sees('11月26日 例会交给王芳，12月2日 前，过了')
  await tang.opens('staff/meeting')
  await tang.seesInOrder('上次交办的', '车棚晚上没有灯', '超期的')
  await wang.types('办得怎么样（可以不写）', '两盏感应灯装好了。')
  await wang.taps('办好了')
  await wang.sees('“车棚晚上没有灯，取车要摸黑”办好了')
  await tang.opens('staff/meeting')
  await tang.sees('下次例会')
  expect(await tang.mayTap(/车棚晚上没有灯.*上次交办/)).toBe(false)
})

test('a committee with nothing before it says so', async () => {
  const qin = await town.as('qin', { viewport: desktop })
  await town.community.rows(`update demand set due_at = due_at + interval '90 days' where committee_id = (select committee_id from staff where account_id = (select id from account where name = '秦月娥'))`)
  await qin.opens('staff/meeting')
  await qin.sees('这周没有要议的')
})

test('at 1280 and 1920, opened, nothing runs over and everything can be read and heard', async () => {
  const found: string[] = []
  await tang.opens('staff/meeting')
  await tang.taps('现在开会')
  await tang.taps('开会')
  await tang.sees('正在开')
  await tang.presses('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await tang.settles()
  for (const width of [1280, 1920]) {
    await tang.page.setViewportSize({ width, height: 800 })
    found.push(...(await tang.page.evaluate(auditPage, pc)).map((line) => `${width}: ${line}`))
  }
  const { violations } = await new AxeBuilder({ page: tang.page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  found.push(...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id} ${nodes[0]!.html.slice(0, 120)}`))
  expect(found).toEqual([])
})
