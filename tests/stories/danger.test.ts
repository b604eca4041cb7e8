import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => { town = await openTown() }, opening)
afterAll(() => town?.close())

const smell = '二楼楼道里有燃气味。越来越重，不敢开灯。'

test('where there is danger 周女士 is told whom to call first, and within the hour somebody is in touch', async () => {
  const zhou = await town.as('zhou')
  await zhou.taps('说件事')
  await zhou.taps('隐患')
  await zhou.taps('有危险')
  await zhou.sees('先打 119、110、120', '14:05 前先联系您')
  await zhou.types('发生了什么', smell)
  await zhou.taps('交给王芳')
  await zhou.sees('已收到', '王芳先接着')
  await zhou.seesInOrder('王芳（3块 块长）', '陈敏（值班工作人员）', '唐敏芝（主任）')
  expect(zhou.tapped).toBeLessThanOrEqual(4)
})

test.each(['wang', 'chen', 'tang'] as const)('%s is told at once, and finds it before everything else', async (name) => {
  await town.tick()
  const person = await town.as(name)
  await person.taps('消息')
  await person.seesInOrder('二楼楼道里有燃气味', '有危险，马上看')
  await person.taps('二楼楼道里有燃气味')
  await person.sees(smell, '有危险', '11号楼 201室 周女士')
  if (name === 'wang') {
    await person.opens('leader/inbox')
    await person.seesInOrder('有危险，先去看', '二楼楼道里有燃气味', '过了日子，今天给个说法')
  }
})

test('李强 of the next block is not concerned', async () => {
  const li = await town.as('li')
  await li.opens('pages/messages')
  await li.doesNotSee('燃气味')
})
