import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let zhou: Person
let wang: Person
let number: string

beforeAll(async () => {
  town = await openTown()
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

const gate = '11号楼门禁刷卡没反应。晚上回家只能等别人开门，能不能先留个值班电话？'

test('周女士 says it in four taps and one text, and reads the number, who has it, and by when', async () => {
  await zhou.taps('说件事')
  await zhou.sees('求助 5 个工作日内答复：11月27日（周五） 前')
  await zhou.types('发生了什么', gate)
  await zhou.taps('交给王芳')
  await zhou.sees('已收到', '王芳先接着，预计 11月27日（周五）前答复您', '为什么这样交的', '王芳（3块 块长）')
  expect(zhou.tapped).toBeLessThanOrEqual(4)
  number = (await zhou.words()).match(/ZX-2026-\d{6}/)![0]
})

test('王芳 finds it on top of what she was told, and answers in three taps', async () => {
  await town.tick()
  wang = await town.as('wang')
  await wang.taps('消息')
  await wang.seesInOrder('11号楼门禁刷卡没反应', '有人说了一件事', '10号楼下的长椅断了一条木板')
  await wang.taps('11号楼门禁刷卡没反应')
  await wang.sees(number, '11号楼 201室 周女士', '这户请不要上门', gate)
  await wang.types('写给居民', '读卡器换好了，您晚上回来刷一下试试。')
  await wang.taps('答复并请确认')
  await wang.sees('等居民确认', '读卡器换好了，您晚上回来刷一下试试。')
  expect(wang.tapped).toBeLessThanOrEqual(3)
})

test('周女士 is told, and finds that it is not solved: what is missing goes back to 王芳', async () => {
  await town.tick()
  await zhou.opens('pages/messages')
  await zhou.taps('11号楼门禁刷卡没反应')
  await zhou.sees('王芳（块长）的答复', '读卡器换好了', '您看看，解决了吗？')
  await zhou.taps('还没解决')
  await zhou.types('还差什么', '白天能刷开，晚上十点以后还是不行。')
  await zhou.taps('交给王芳')
  await zhou.sees('再办一次', '您说还没解决，王芳接着办', '白天能刷开，晚上十点以后还是不行。')
  expect(await zhou.mayTap('解决了')).toBe(false)
})

test('王芳 reads what is missing and answers again; 周女士 says it is solved, and only then it is', async () => {
  await town.tick()
  await wang.opens('leader/inbox')
  await wang.taps('11号楼门禁刷卡没反应')
  await wang.sees('白天能刷开，晚上十点以后还是不行。')
  await wang.types('写给居民', '夜间模式关掉了，物业当着我的面试了三次，都能开。')
  await wang.taps('答复并请确认')
  await wang.sees('等居民确认')
  await wang.doesNotSee('居民说解决了')

  await zhou.opens('resident/my-demands')
  await zhou.taps('11号楼门禁刷卡没反应')
  await zhou.sees('夜间模式关掉了')
  await zhou.taps('解决了')
  await zhou.sees('您说解决了', '您说解决了。有变化随时再说')
  expect(await zhou.mayTap('还没解决')).toBe(false)

  await wang.opens('leader/inbox')
  await wang.doesNotSee('11号楼门禁刷卡没反应')
  await wang.taps('已了结')
  await wang.sees('11号楼门禁刷卡没反应', '居民说解决了')
})
