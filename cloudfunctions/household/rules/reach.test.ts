import { expect, test } from 'vitest'
import { dueOf, floorOf, masked, reachOf } from './reach'

const now = '2026-11-20T05:00:00.000Z'

test('a home is reached again within half a year, one that is cared for within a month', () => {
  expect(reachOf(null, { cared: false, now })).toBe('never')
  expect(reachOf('2026-05-24T05:00:00.000Z', { cared: false, now })).toBe('recent')
  expect(reachOf('2026-05-24T04:59:00.000Z', { cared: false, now })).toBe('long')
  expect(reachOf('2026-10-21T05:00:00.000Z', { cared: true, now })).toBe('recent')
  expect(reachOf('2026-10-21T04:59:00.000Z', { cared: true, now })).toBe('long')
})

test('what is due first is told, and late from the day after', () => {
  expect(dueOf({ reviewOn: '2026-11-18', contactOn: '2026-11-20' }, '2026-11-20')).toEqual({ on: '2026-11-18', why: 'review', late: true })
  expect(dueOf({ reviewOn: '2026-12-18', contactOn: '2026-11-20' }, '2026-11-20')).toEqual({ on: '2026-11-20', why: 'contact', late: false })
  expect(dueOf({ reviewOn: null, contactOn: '2026-11-19' }, '2026-11-20')).toEqual({ on: '2026-11-19', why: 'contact', late: true })
})

test('the room tells the floor, or nothing', () => {
  expect(['602', '1203', '101', '1203A', 'B1', '门卫', '6-602', '12', '12345'].map(floorOf)).toEqual([6, 12, 1, 12, null, null, null, null, null])
})

test('of a name the first sign stands, whatever the length', () => {
  expect(['周岚', '欧阳小满', '王', '𠮷田', ''].map(masked)).toEqual(['周＊', '欧＊', '王＊', '𠮷＊', '＊'])
})
