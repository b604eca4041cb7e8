/** Two archives turn out to be one household, and then not: what was said at either door holds, everybody reads it, and it is taken back whole. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAs, homeOf, type Matter } from '../fixtures/scene'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let wang: Person
let zhou: Person
let lamp: Matter
let zhous: { committeeId: string; householdId: string }
let zhengs: { committeeId: string; householdId: string }

beforeAll(async () => {
  town = await openTown()
  lamp = await fileAs(town.community, 'zhou', '11号楼三楼感应灯整夜不灭，照到我家卧室')
  ;[zhous, zhengs] = [await homeOf(town.community, 'zhou'), await homeOf(town.community, 'zheng')]
  wang = await town.as('wang')
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

test('王芳 takes 周女士’s archive into her neighbour’s: people, matters and the word about the door come along', async () => {
  await wang.opens('archive/household', zhengs)
  await wang.sees('11号楼 202室', 'B 一般走访', '郑涛')
  await wang.taps('把另一户并进来')
  await wang.sees('两户里有一户不要上门，并了以后也不上门', '三十天里可以改回原样')
  await wang.taps('并进 11号楼 202室')
  await wang.sees('写一句为什么')
  await wang.types('同一栋楼的室号，像 12-602', '11-201')
  await wang.taps(/11号楼 201室/)
  await wang.types('为什么', '两套打通住，户口在一起')
  await wang.taps('并进 11号楼 202室')
  await wang.sees('11号楼 201室 并进 11号楼 202室', 'A 线上联系', '这户不要上门', '周岚', '郑涛', '感应灯整夜不灭')

  await wang.opens('archive/household', zhous)
  await wang.sees('这一户并进了 11号楼 202室，人和事都在那边')
  expect(await wang.mayTap('改档案')).toBe(false)
})

test('周女士 is told, finds herself there with her matter, and reads who did it and why', async () => {
  await zhou.opens('pages/messages')
  await zhou.sees('王芳把两户并成了一户，不对可以说')
  await zhou.opens('resident/my-household')
  await zhou.sees('11号楼 202室', '周岚（我）', '没有您点头，不会有人上门')
  await zhou.taps('档案改过什么')
  await zhou.sees('11号楼 201室 并进 11号楼 202室', '王芳记的，他们自己说的。理由：两套打通住，户口在一起')
  await zhou.opens('resident/demand', lamp)
  await zhou.sees('感应灯整夜不灭', '王芳')
})

test('it was not so: all stands as it stood, and the history keeps both', async () => {
  await wang.opens('archive/household', zhengs)
  await wang.taps(/^改回原来的样子（/)
  await wang.taps('改回原来的样子')
  await wang.sees('写一句为什么改回去')
  await wang.types('为什么改回去', '问过了，还是两家')
  await wang.taps('改回原来的样子')
  await wang.sees('B 一般走访', '郑涛')
  await wang.doesNotSee('周岚', '这户不要上门')
  await wang.opens('archive/household', zhous)
  await wang.sees('A 线上联系', '周岚', '感应灯整夜不灭')
  await wang.taps('谁改过什么')
  await wang.sees('11号楼 201室 并进 11号楼 202室', '王芳改回去了：问过了，还是两家')
  await zhou.opens('resident/my-household')
  await zhou.sees('11号楼 201室', '周岚（我）')
  expect((await town.community.rows('select household_id from demand where id = $1', [lamp.demandId]))[0]).toEqual({ household_id: zhous.householdId })
})
