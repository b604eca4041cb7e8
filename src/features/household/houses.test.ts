import { expect, test } from 'vitest'
import type { HouseCell } from '../../../contract/houseMap'
import { homesOf, mostHomes, partsOf } from './houseSections'
import { cellWords, contactWords, dueLine, livesWords, reachShort } from './houseWording'

const now = '2026-11-20T05:00:00.000Z'
const home = (room: string, more: Partial<HouseCell> = {}): HouseCell => ({
  id: room, room, floor: /^\d{3,4}$/.test(room) ? Number(room.slice(0, -2)) : null, class: 'B', vacant: false, reach: 'recent', reachedAt: '2026-11-02T03:00:00.000Z', openDemands: 0, asksVisit: false, ...more,
})
const building = (floors: number, doors: number) => Array.from({ length: floors * doors }, (_, n) => home(`${Math.floor(n / doors) + 1}${String((n % doors) + 1).padStart(2, '0')}`))

test('a building stands with its highest floor on top, what tells no floor below', () => {
  const [part] = partsOf([home('101'), home('1203'), home('门卫'), home('602'), home('601')])
  expect(part!.floors.map(({ word, homes }) => [word, homes.map(({ room }) => room)])).toEqual([['12层', ['1203']], ['6层', ['602', '601']], ['1层', ['101']], ['其他', ['门卫']]])
})

test('is drawn in parts of whole floors, none with more homes than a phone holds', () => {
  expect(partsOf(building(9, 6)).map(({ word, floors }) => [word, floors.length])).toEqual([['9–4层', 6], ['3–1层', 3]])
  expect(partsOf(building(6, 20)).map(({ word }) => word)).toEqual(['6层', '5层', '4层', '3层', '2层', '1层'])
  const huge = partsOf(building(2, 90))
  expect(huge.map(({ word }) => word)).toEqual(['2层', '2层 第 2 段', '2层 第 3 段', '1层', '1层 第 2 段', '1层 第 3 段'])
  for (const parts of [partsOf(building(33, 12)), partsOf(building(2, 90))]) {
    expect(parts.every(({ floors }) => floors.reduce((sum, { homes }) => sum + homes.length, 0) <= mostHomes)).toBe(true)
    expect(new Set(parts.flatMap(({ floors }) => floors.map(({ key }) => key))).size).toBe(parts.flatMap(({ floors }) => floors).length)
  }
  expect(partsOf([])).toEqual([])
})

test('whom one has not reached is found without the homes that stand empty', () => {
  const homes = [home('101', { reach: 'never' }), home('102', { reach: 'long' }), home('103'), home('104', { reach: 'never', vacant: true }), home('105', { openDemands: 1 }), home('106', { asksVisit: true, class: 'A' })]
  expect(homesOf(homes, 'unreached').map(({ room }) => room)).toEqual(['101', '102'])
  expect(homesOf(homes, 'waiting').map(({ room }) => room)).toEqual(['105', '106'])
  expect(homesOf(homes, 'A').map(({ room }) => room)).toEqual(['106'])
})

test('a door is read out whole, and never with a kind of care', () => {
  expect(cellWords(home('602', { class: 'A', openDemands: 1, asksVisit: true }), now)).toBe('602室，A 线上联系，11月2日 联系过，1 件在办，约走访')
  expect(cellWords(home('101', { class: 'C', reach: 'never', reachedAt: null }), now)).toBe('101室，C 常去看看，还没联系过')
  expect(cellWords(home('103', { vacant: true, reach: 'never' }), now)).toBe('103室，B 一般走访，空着')
})

test('the words of a line', () => {
  expect([contactWords({ inApp: true, hasPhone: true, hasEmail: false }), contactWords({ inApp: false, hasPhone: false, hasEmail: false })]).toEqual(['小程序，电话（遮住）', '没有留'])
  expect([dueLine({ on: '2026-11-18', why: 'review', late: true }, now), dueLine({ on: '2026-11-25', why: 'contact', late: false }, now)]).toEqual(['该复核，过了 2 天', '11月25日 该联系'])
  const short = (reachedAt: string | null, reach: HouseCell['reach'] = 'recent') => reachShort({ reach, reachedAt }, now)
  expect([short('2026-11-20T01:00:00.000Z'), short('2026-11-02T03:00:00.000Z'), short('2026-07-02T03:00:00.000Z'), short('2025-07-02T03:00:00.000Z', 'long'), short(null, 'never')]).toEqual(['今天联系过', '18天前联系', '半年内联系', '好久没联系', '还没联系过'])
  expect([livesWords({ names: ['周＊', '李＊', '王＊'], people: 4 }), livesWords({ names: ['周＊'], people: 1 }), livesWords({ names: [], people: 0 })]).toEqual(['周＊、李＊、王＊ 等，4 人', '周＊，1 人', '没有登记的人'])
})
