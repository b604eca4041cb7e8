import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWorkingMinutes, calendarWith, closesAt, dayAfter, dayOf, isOfficeHour, minuteOf, momentOf, officialCalendar, opensNext, workingDayAfter, workingMinutesBetween } from './calendar'

/** A moment as people in Shanghai write it. */
const at = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()

test.each([
  ['2026-02-13 16:00', 8, '2026-02-24 09:00'],
  ['2026-09-30 16:40', 4, '2026-10-08 14:10'],
  ['2026-10-09 16:30', 8, '2026-10-12 09:30'],
  ['2026-10-02 21:10', 4, '2026-10-08 14:30'],
])('%s and %i working hours are due %s', (from, hours, due) => {
  expect(afterWorkingMinutes(officialCalendar, at(from), hours * 60)).toBe(at(due))
})

test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s is a make-up workday', (day) => {
  expect(officialCalendar.isWorkingDay(day)).toBe(true)
})

test('five working days from Friday the 20th of November end on Friday the 27th', () => {
  expect(workingDayAfter(officialCalendar, '2026-11-20', 5)).toBe('2026-11-27')
})

test('the National Day week does not count', () => {
  expect(workingDayAfter(officialCalendar, '2026-09-30', 1)).toBe('2026-10-08')
})

test('a year nobody has announced yet is provisional', () => {
  expect([officialCalendar.isProvisional('2026-12-31'), officialCalendar.isProvisional('2027-01-01')]).toEqual([false, true])
})

test('lunch is not an office hour, and the afternoon opens next', () => {
  expect(isOfficeHour(officialCalendar, at('2026-11-20 12:00'))).toBe(false)
  expect(opensNext(officialCalendar, at('2026-11-20 12:00'))).toBe(at('2026-11-20 13:30'))
  expect(opensNext(officialCalendar, at('2026-11-20 18:00'))).toBe(at('2026-11-23 08:30'))
  expect(closesAt(at('2026-11-20 09:00'))).toBe(at('2026-11-20 11:30'))
})

test('working time equals a slow count, minute by minute', () => {
  const slow = (from: string, minutes: number) => {
    let clock = Date.parse(from)
    for (let left = minutes; left > 0; clock += 60_000) {
      const here = new Date(clock + 8 * 3_600_000)
      const minute = here.getUTCHours() * 60 + here.getUTCMinutes()
      const open = (minute >= 510 && minute < 690) || (minute >= 810 && minute < 1020)
      if (open && officialCalendar.isWorkingDay(here.toISOString().slice(0, 10))) left -= 1
    }
    return new Date(clock).toISOString()
  }
  fc.assert(fc.property(fc.integer({ min: 0, max: 365 * 1440 }), fc.integer({ min: 1, max: 1200 }), (offset, minutes) => {
    const from = new Date(Date.parse('2026-01-01T00:00:00Z') + offset * 60_000).toISOString()
    expect(afterWorkingMinutes(officialCalendar, from, minutes)).toBe(slow(from, minutes))
  }), { numRuns: 150 })
})

const own = calendarWith([{ day: '2026-11-23', working: false }, { day: '2026-11-28', working: true }, { day: '2026-10-10', working: false }])

test('a committee’s own days lie over the official ones, both ways', () => {
  expect(['2026-11-23', '2026-11-28', '2026-10-10', '2026-11-24', '2026-11-29'].map((day) => own.isWorkingDay(day))).toEqual([false, true, false, true, false])
  expect([workingDayAfter(own, '2026-11-20', 1), workingDayAfter(own, '2026-11-27', 1), workingDayAfter(own, '2026-10-09', 1)]).toEqual(['2026-11-24', '2026-11-28', '2026-10-12'])
  expect(opensNext(own, at('2026-11-20 18:00'))).toBe(at('2026-11-24 08:30'))
  expect(isOfficeHour(own, at('2026-11-23 09:00'))).toBe(false)
  expect(calendarWith([{ day: '2027-03-01', working: true }]).isProvisional('2027-03-01')).toBe(true)
})

test('office minutes between two moments', () => {
  expect(workingMinutesBetween(officialCalendar, at('2026-11-20 11:00'), at('2026-11-20 14:00'))).toBe(60)
  expect(workingMinutesBetween(officialCalendar, at('2026-11-20 16:00'), at('2026-11-23 09:00'))).toBe(90)
  expect(workingMinutesBetween(own, at('2026-11-20 16:00'), at('2026-11-24 09:00'))).toBe(90)
  expect(workingMinutesBetween(officialCalendar, at('2026-11-20 16:00'), at('2026-11-20 16:00'))).toBe(0)
  expect(workingMinutesBetween(officialCalendar, at('2026-11-20 16:00'), at('2026-11-20 10:00'))).toBe(0)
})

test('so many office minutes later, so many office minutes lie between, whatever days are one’s own', () => {
  const days = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 400 }).map((n) => dayAfter('2026-01-01', n)), working: fc.boolean() }), { selector: (one) => one.day, maxLength: 40 })
  fc.assert(fc.property(days, fc.integer({ min: 0, max: 365 * 1440 }), fc.integer({ min: 1, max: 3000 }), (ownDays, offset, minutes) => {
    const from = new Date(Date.parse('2026-01-01T00:00:00Z') + offset * 60_000).toISOString()
    const calendar = calendarWith(ownDays)
    expect(workingMinutesBetween(calendar, from, afterWorkingMinutes(calendar, from, minutes))).toBe(minutes)
  }), { numRuns: 300 })
})

test('days and minutes are Shanghai’s at any hour of UTC', () => {
  expect([dayOf('2026-11-20T16:30:00.000Z'), minuteOf('2026-11-20T16:30:00.000Z')]).toEqual(['2026-11-21', 30])
  expect(momentOf('2026-11-21', 30)).toBe('2026-11-20T16:30:00.000Z')
})
