import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWorkingMinutes, closesAt, dayOf, isOfficeHour, isProvisional, isWorkingDay, minuteOf, momentOf, opensNext, workingDayAfter } from './calendar'

/** A moment as people in Shanghai write it. */
const at = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()

test.each([
  ['2026-02-13 16:00', 8, '2026-02-24 09:00'],
  ['2026-09-30 16:40', 4, '2026-10-08 14:10'],
  ['2026-10-09 16:30', 8, '2026-10-12 09:30'],
  ['2026-10-02 21:10', 4, '2026-10-08 14:30'],
])('%s and %i working hours are due %s', (from, hours, due) => {
  expect(afterWorkingMinutes(at(from), hours * 60)).toBe(at(due))
})

test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s is a make-up workday', (day) => {
  expect(isWorkingDay(day)).toBe(true)
})

test('five working days from Friday the 20th of November end on Friday the 27th', () => {
  expect(workingDayAfter('2026-11-20', 5)).toBe('2026-11-27')
})

test('the National Day week does not count', () => {
  expect(workingDayAfter('2026-09-30', 1)).toBe('2026-10-08')
})

test('a year nobody has announced yet is provisional', () => {
  expect([isProvisional('2026-12-31'), isProvisional('2027-01-01')]).toEqual([false, true])
})

test('lunch is not an office hour, and the afternoon opens next', () => {
  expect(isOfficeHour(at('2026-11-20 12:00'))).toBe(false)
  expect(opensNext(at('2026-11-20 12:00'))).toBe(at('2026-11-20 13:30'))
  expect(opensNext(at('2026-11-20 18:00'))).toBe(at('2026-11-23 08:30'))
  expect(closesAt(at('2026-11-20 09:00'))).toBe(at('2026-11-20 11:30'))
})

test('working time equals a slow count, minute by minute', () => {
  const slow = (from: string, minutes: number) => {
    let clock = Date.parse(from)
    for (let left = minutes; left > 0; clock += 60_000) {
      const here = new Date(clock + 8 * 3_600_000)
      const minute = here.getUTCHours() * 60 + here.getUTCMinutes()
      const open = (minute >= 510 && minute < 690) || (minute >= 810 && minute < 1020)
      if (open && isWorkingDay(here.toISOString().slice(0, 10))) left -= 1
    }
    return new Date(clock).toISOString()
  }
  fc.assert(fc.property(fc.integer({ min: 0, max: 365 * 1440 }), fc.integer({ min: 1, max: 1200 }), (offset, minutes) => {
    const from = new Date(Date.parse('2026-01-01T00:00:00Z') + offset * 60_000).toISOString()
    expect(afterWorkingMinutes(from, minutes)).toBe(slow(from, minutes))
  }), { numRuns: 150 })
})

test('days and minutes are Shanghai’s at any hour of UTC', () => {
  expect([dayOf('2026-11-20T16:30:00.000Z'), minuteOf('2026-11-20T16:30:00.000Z')]).toEqual(['2026-11-21', 30])
  expect(momentOf('2026-11-21', 30)).toBe('2026-11-20T16:30:00.000Z')
})
