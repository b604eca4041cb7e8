import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { deadlinesOf, dueOf, latenessOf, shownDue } from './deadline'

const at = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()

test('a request of Friday is answered by the close of the Friday after', () => {
  expect(deadlinesOf(officialCalendar, { kind: 'request', urgency: 'ordinary', filedAt: at('2026-11-20 09:10') })).toEqual({
    dueAt: at('2026-11-27 17:00'), contactDueAt: at('2026-11-23 17:00'), provisional: false, workingDays: 5, dueDays: 5, wordDueAt: null,
  })
})

test('a question is answered the next working day, even when asked in the holidays', () => {
  expect(deadlinesOf(officialCalendar, { kind: 'consultation', urgency: 'ordinary', filedAt: at('2026-10-03 10:00') }).dueAt).toBe(at('2026-10-08 17:00'))
})

test('danger on National Day is taken up within the hour, and the office deadline stands beside it', () => {
  const due = deadlinesOf(officialCalendar, { kind: 'hazard', urgency: 'danger', filedAt: at('2026-10-02 21:10') })
  expect([due.contactDueAt, due.wordDueAt, due.dueAt]).toEqual([at('2026-10-02 22:10'), at('2026-10-02 23:10'), at('2026-10-08 14:30')])
})

test('a deadline in a year without an official calendar is provisional', () => {
  expect(deadlinesOf(officialCalendar, { kind: 'request', urgency: 'ordinary', filedAt: at('2026-12-30 09:00') }).provisional).toBe(true)
})

test.each([
  ['2026-11-27 13:00', 'no', 0],
  ['2026-11-27 15:00', 'soon', 0],
  ['2026-11-27 17:30', 'late', 1],
  ['2026-11-30 09:00', 'late', 3],
])('at %s a demand due on the 27th at five is %s', (now, late, daysLate) => {
  expect(latenessOf({ dueAt: at('2026-11-27 17:00'), now: at(now) })).toEqual({ late, daysLate })
})

test('what rests is never late', () => {
  expect(latenessOf({ dueAt: null, now: at('2027-01-01 00:00') })).toEqual({ late: 'none', daysLate: 0 })
})

const clock = (pauses: [string, string][]) => dueOf(officialCalendar, { from: at('2026-11-20 09:10'), days: 5, pauses: pauses.map(([from, to]) => [at(from), at(to)]) })

test('a question puts the deadline off by the office hours it waited for, and nothing else', () => {
  expect(clock([])).toBe(at('2026-11-27 17:00'))
  // A working day from ten to ten.
  expect(clock([['2026-11-24 10:00', '2026-11-25 10:00']])).toBe(at('2026-11-30 17:00'))
  // Asked and answered while the offices were closed.
  expect(clock([['2026-11-24 18:00', '2026-11-25 07:00']])).toBe(at('2026-11-27 17:00'))
  expect(clock([['2026-11-24 10:00', '2026-11-24 11:00'], ['2026-11-25 14:00', '2026-11-25 15:00']])).toBe(at('2026-11-30 10:30'))
})

test('what was late when the resident was asked stays late', () => {
  expect(clock([['2026-11-30 10:00', '2026-12-05 10:00']])).toBe(at('2026-11-27 17:00'))
  expect(shownDue({ status: 'asked', dueAt: at('2026-11-27 17:00'), askedAt: at('2026-11-30 10:00') })).toBe(at('2026-11-27 17:00'))
  expect(shownDue({ status: 'asked', dueAt: at('2026-11-27 17:00'), askedAt: at('2026-11-26 10:00') })).toBe(null)
})
