import { expect, test } from 'vitest'
import { clock, daysUntil, hourOf, momentWord, nearDay, rowTime, shortDay, weekDay } from './dates'

const friday = '2026-11-27T09:00:00.000Z'

test('the clock is Shanghai’s, whatever the machine says', () => {
  expect([shortDay(friday), weekDay(friday), clock(friday)]).toEqual(['11月27日', '11月27日（周五）', '17:00'])
  expect(shortDay('2026-11-26T16:30:00.000Z')).toBe('11月27日')
  expect(clock('2026-11-26T16:05:00.000Z')).toBe('0:05')
  expect(hourOf('2026-11-26T16:05:00.000Z')).toBe(0)
})

test('a calendar day stays the day it is', () => {
  expect(shortDay('2026-11-20')).toBe('11月20日')
})

test('near days have their words, and another year is named', () => {
  const now = '2026-11-27T01:00:00.000Z'
  expect(nearDay('2026-11-26T15:59:00.000Z', now)).toBe('昨天')
  expect(nearDay('2026-11-26T16:00:00.000Z', now)).toBe('今天')
  expect(nearDay('2026-11-28T01:00:00.000Z', now)).toBe('明天')
  expect(nearDay('2025-11-20T01:00:00.000Z', now)).toBe('2025年11月20日')
  expect(momentWord('2026-11-20T05:05:00.000Z', now)).toBe('11月20日 13:05')
  expect([rowTime(now, now), rowTime('2026-11-20T05:05:00.000Z', now)]).toEqual(['9:00', '11月20日'])
  expect(daysUntil(friday, now)).toBe(0)
})
