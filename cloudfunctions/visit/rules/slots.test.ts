import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { hoursOf, isAway, meets, slotDays, spanOf, timesToPublish, wishedChannel } from './slots'

/** Friday 13:00 in Shanghai. */
const now = '2026-11-20T05:00:00.000Z'
const evening = '2026-11-25T11:30:00.000Z'
const slot = (id: string, startsAt: string, visitId: string | null = null) => ({ id, startsAt, minutes: 20, visitId })
const free = { busy: [], leaves: [], wish: { hours: null }, calendar: officialCalendar, now, days: 14 }

const at = fc.integer({ min: 0, max: 14 * 24 * 12 }).map((n) => new Date(Date.parse(now) + n * 300_000).toISOString())
const minutes = fc.constantFrom(10, 20, 30, 45, 60)

test('of two spans that touch neither meets the other', () => {
  expect(meets(spanOf(evening, 20), spanOf('2026-11-25T11:50:00.000Z', 20))).toBe(false)
  expect(meets(spanOf(evening, 20), spanOf('2026-11-25T11:49:00.000Z', 20))).toBe(true)
})

test('what falls into leave or is past is not there; what somebody has is struck through', () => {
  const days = slotDays({
    ...free,
    slots: [slot('a', evening), slot('b', '2026-11-25T12:00:00.000Z', 'v'), slot('c', '2026-11-26T11:30:00.000Z'), slot('d', '2026-11-20T05:30:00.000Z')],
    leaves: [{ since: '2026-11-26T00:00:00.000Z', until: '2026-11-27T00:00:00.000Z' }],
  })
  expect(days.flatMap((day) => day.slots.map((one) => [day.day, one.id, one.taken]))).toEqual([['2026-11-25', 'a', false], ['2026-11-25', 'b', true]])
  expect(days.filter((day) => day.away).map((day) => day.day)).toEqual(['2026-11-26'])
  expect(days.slice(0, 3).map((day) => day.working)).toEqual([true, false, false])
})

test('a talk with another that is not in a slot takes the times it meets', () => {
  const [, , , , , wednesday] = slotDays({ ...free, slots: [slot('a', evening), slot('b', '2026-11-25T12:00:00.000Z')], busy: [{ startsAt: '2026-11-25T11:45:00.000Z', endsAt: '2026-11-25T11:55:00.000Z' }] })
  expect(wednesday!.slots.map((one) => [one.id, one.taken])).toEqual([['a', true], ['b', false]])
})

test('the household’s own hours come first', () => {
  const [, , , , , wednesday] = slotDays({ ...free, slots: [slot('noon', '2026-11-25T04:00:00.000Z'), slot('evening', evening)], wish: { hours: '工作日 19:00–21:30' } })
  expect(wednesday!.slots.map((one) => [one.id, one.wished])).toEqual([['evening', true], ['noon', false]])
})

test.each([
  ['工作日 19:00–21:30', evening, true], ['工作日 19:00–21:30', '2026-11-21T11:30:00.000Z', false], ['周末', '2026-11-21T02:00:00.000Z', true], ['周末', evening, false],
  ['9:00-11:00', '2026-11-25T02:00:00.000Z', true], ['9:00-11:00', '2026-11-25T03:00:00.000Z', false], ['工作日 19:00–21:30，周末 10:00-18:00', '2026-11-22T03:00:00.000Z', true],
  ['看情况', evening, true], [null, evening, true],
])('%s at %s: %s', (hours, moment, fits) => { expect(hoursOf(hours)(moment, officialCalendar)).toBe(fits) })

test('a way the household has ruled out, or never named, is not theirs', () => {
  const lin = { channels: ['app'] as const, never: ['phone', 'door'] as const }
  const wish = { channels: [...lin.channels], never: [...lin.never] }
  expect([wishedChannel(wish, 'app'), wishedChannel(wish, 'phone'), wishedChannel(wish, 'wechat'), wishedChannel({ channels: [], never: [] }, 'email'), wishedChannel({ channels: [], never: ['phone'] }, 'phone')]).toEqual([true, false, false, true, false])
})

test('a week again leaves out days the offices are closed, and says nothing twice', () => {
  // Wednesday before New Year 2027 would be repeated into it.
  expect(timesToPublish({ times: [evening, evening], minutes: 20, weeks: 3, existing: [], calendar: officialCalendar, now })).toEqual([evening, '2026-12-02T11:30:00.000Z', '2026-12-09T11:30:00.000Z'])
  const closed = { ...officialCalendar, isWorkingDay: (day: string) => day !== '2026-12-02' && officialCalendar.isWorkingDay(day) }
  expect(timesToPublish({ times: [evening], minutes: 20, weeks: 3, existing: [], calendar: closed, now })).toEqual([evening, '2026-12-09T11:30:00.000Z'])
})

test('published times of one host never meet each other, whatever is asked for', () => {
  fc.assert(fc.property(fc.array(at, { maxLength: 40 }), minutes, fc.integer({ min: 1, max: 8 }), fc.array(at, { maxLength: 10 }), (times, length, weeks, had) => {
    const existing = had.map((one) => spanOf(one, 20))
    const spans = timesToPublish({ times, minutes: length, weeks, existing, calendar: officialCalendar, now }).map((one) => spanOf(one, length))
    for (const [n, one] of spans.entries()) {
      expect(one.startsAt > now).toBe(true)
      expect([...spans.slice(n + 1), ...existing].filter((other) => meets(one, other))).toEqual([])
    }
    // Nothing is lost: what was asked for and is not there met something, is past, or falls on a closed day.
    for (const wanted of times) if (wanted > now && !spans.some((one) => one.startsAt === wanted)) expect([...spans, ...existing].some((one) => meets(one, spanOf(wanted, length)))).toBe(true)
  }), { numRuns: 200 })
})

test('what is offered is free: no slot that is not taken meets a talk or leave', () => {
  const span = fc.tuple(at, minutes).map(([from, length]) => spanOf(from, length))
  fc.assert(fc.property(fc.array(at, { maxLength: 30 }), fc.array(span, { maxLength: 8 }), fc.array(span, { maxLength: 3 }), (times, busy, away) => {
    const leaves = away.map(({ startsAt, endsAt }) => ({ since: startsAt, until: endsAt }))
    const days = slotDays({ ...free, slots: times.map((time, n) => slot(`${n}`, time)), busy, leaves })
    for (const one of days.flatMap((day) => day.slots)) {
      expect(isAway(spanOf(one.startsAt, one.minutes), leaves)).toBe(false)
      expect(one.taken).toBe(busy.some((other) => meets(other, spanOf(one.startsAt, one.minutes))))
    }
  }), { numRuns: 200 })
})
