import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarWith, dayAfter, dayOf, momentOf, officialCalendar } from '../../organization/rules/calendar'
import { defaultTime, nextMeetingDay, weekdayOf } from './when'

const thursday = defaultTime
const at = (day: string, hour: number) => momentOf(day, hour * 60)
const next = (now: string, lastHeld: string | null = null, calendar = officialCalendar) => nextMeetingDay(calendar, thursday, now, lastHeld)

test('from a Friday the next meeting is on Thursday', () => {
  expect(next(at('2026-11-20', 13))).toBe('2026-11-26')
})

test('on the day itself it is today, also when it begins late; once held, or with the offices closed, in a week', () => {
  expect(next(at('2026-11-26', 9))).toBe('2026-11-26')
  expect(next(at('2026-11-26', 15))).toBe('2026-11-26')
  expect(next(at('2026-11-26', 15), '2026-11-26')).toBe('2026-12-03')
  expect(next(at('2026-11-26', 17))).toBe('2026-12-03')
  expect(nextMeetingDay(officialCalendar, { weekday: 4, minute: 19 * 60 }, at('2026-11-26', 18), null)).toBe('2026-11-26')
})

test('a meeting held a day early leaves the day of the week where it is', () => {
  expect(next(at('2026-11-25', 18), '2026-11-25')).toBe('2026-11-26')
})

test('in a holiday it moves to the first working day after it', () => {
  // 2026-10-01 is a Thursday; the offices open again on Thursday 10-08.
  expect(next(at('2026-09-30', 10))).toBe('2026-10-08')
  expect(next(at('2026-10-03', 10))).toBe('2026-10-08')
  // 2026-02-19 is a Thursday of the Spring Festival, which ends on Monday the 23rd.
  expect(next(at('2026-02-16', 10))).toBe('2026-02-24')
})

test('the committee closes on that Thursday: Friday', () => {
  const closed = calendarWith([{ day: '2026-11-26', working: false }])
  expect(next(at('2026-11-20', 13), null, closed)).toBe('2026-11-27')
  expect(next(at('2026-11-27', 9), null, closed)).toBe('2026-11-27')
  expect(next(at('2026-11-27', 18), null, closed)).toBe('2026-12-03')
})

const day = fc.integer({ min: 0, max: 3 * 365 }).map((days) => dayAfter('2025-01-01', days))
const hour = fc.integer({ min: 0, max: 23 })
const time = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1439 }) })
const closings = fc.array(fc.record({ day, working: fc.boolean() }), { maxLength: 40 })

test('always a working day, never past, and the very first on which a weekly meeting falls, by a slow count', () => {
  fc.assert(fc.property(day, hour, time, closings, (today, hours, when, own) => {
    const calendar = calendarWith(own)
    const now = at(today, hours)
    const found = nextMeetingDay(calendar, when, now, null)
    expect(calendar.isWorkingDay(found)).toBe(true)
    expect(found >= dayOf(now)).toBe(true)
    // All meetings from ten weeks before, one a week, in order.
    const held: string[] = []
    for (let one = dayAfter(today, -70); held.length < 24; one = dayAfter(one)) {
      if (weekdayOf(one) !== when.weekday) continue
      let moved = one
      while (!calendar.isWorkingDay(moved)) moved = dayAfter(moved)
      held.push(moved)
    }
    const first = hours * 60 >= Math.max(17 * 60, when.minute + 180) ? dayAfter(today) : today
    expect(found).toBe(held.filter((one) => one >= first).sort()[0])
  }), { numRuns: 300 })
})
