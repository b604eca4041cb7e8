/** 王芳 finds on the map whom she has not reached; the director takes a list out with a reason, and reads in the log who took which. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import { householdAt } from '../fixtures/scene'
import { readBook } from '../fixtures/sheets'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, opening)
afterAll(() => town?.close())

test('王芳 looks at 9号楼, sees whom she has not reached, and goes to one of them', async () => {
  const wang = await town.as('wang')
  await town.community.rows(`delete from visit where household_id = $1`, [await householdAt(town.community, '9号楼 904室')])
  const map = await town.community.as('wang').household.map({ ...chunshen, buildingId: chunshen.building(9) })
  await wang.opens('leader/households')
  await wang.taps('按楼看')
  await wang.sees('9号楼', '图例', `${map.buildings[0]!.unreached} 户该联系了`)
  await wang.taps('该联系了')
  await wang.taps(/^904室，.*还没联系过/)
  await wang.sees('9号楼 904室')
})

test('陈敏 may not take seventy-one households, and is told what to do; the reason stays written', async () => {
  const chen = await town.as('chen', { viewport: desktop })
  await chen.opens('archive/house-lists')
  await chen.taps('A 线上联系')
  await chen.sees('共 71 户')
  await chen.taps('导出表格')
  await chen.taps('导出')
  await chen.sees('写一句用来做什么，主任会看到')
  await chen.field('用来做什么').fill('逐户发消息')
  await chen.taps('导出')
  await chen.sees('一次最多导 50 户。先选一块或一栋楼再导，更多的由主任或书记来导')
  expect(await chen.field('用来做什么').inputValue()).toBe('逐户发消息')
})

test('唐敏芝 takes it with a reason, and sees herself in the log', async () => {
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('archive/house-lists')
  await tang.taps('A 线上联系')
  await tang.sees('共 71 户')
  await tang.taps('导出表格')
  await tang.field('用来做什么').fill('燃气检查改为预约')
  const [download] = await Promise.all([tang.page.waitForEvent('download'), tang.taps('导出')])
  expect(download.suggestedFilename()).toMatch(/^住户-A类-.*\.xlsx$/)
  const { sheets } = readBook(readFileSync((await download.path())!))
  expect(sheets[0]!.rows.length).toBe(74)
  expect(sheets[0]!.rows[0]![0]).toContain('唐敏芝')
  expect(sheets[0]!.rows[0]![0]).toContain('用途：燃气检查改为预约')
  await tang.sees('导好了')
  await tang.opens('staff/exports')
  await tang.sees('唐敏芝导了A 线上联系的住户，71 户', '用途：燃气检查改为预约')
  await tang.doesNotSee('用途：逐户发消息')
})
