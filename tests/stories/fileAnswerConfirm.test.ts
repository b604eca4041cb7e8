import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => { town = await openTown() }, opening)
afterAll(() => town?.close())

test('周女士 files in four taps and one text, 王芳 answers in three, 周女士 says it is solved', async () => {
  const zhou = await town.as('zhou')
  await zhou.taps('说件事')
  await zhou.types('发生了什么', '11号楼门禁刷卡没反应，晚上回家只能等别人开门。')
  await zhou.taps('交给王芳')
  await zhou.sees('已收到', '王芳先接着，预计 11月27日（周五）前答复您')
  expect(zhou.tapped).toBeLessThanOrEqual(4)
  const number = (await zhou.words()).match(/ZX-2026-\d{6}/)?.[0]
  expect(number).toBeDefined()
})
