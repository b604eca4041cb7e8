import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { callableAt, callAgainAt, withinHours } from './calling'
import { digestDay } from './digest'

const at = (time: string) => new Date(`${time}:00+08:00`).toISOString()

/** 2026-11-20 is a Friday, 2026-11-22 a Sunday; 2026-10-10, a Saturday, is worked for the holiday before it. */
test.each([
  [null, '2026-11-20T03:00', true],
  ['工作日 19:00–21:30', '2026-11-20T19:00', true], ['工作日 19:00–21:30', '2026-11-20T21:30', false], ['工作日 19:00–21:30', '2026-11-20T18:59', false],
  ['工作日 19:00–21:30', '2026-11-22T20:00', false], ['工作日 19:00–21:30', '2026-10-10T20:00', true], ['周末 9:00-11:00', '2026-11-22T10:00', true], ['周末 9:00-11:00', '2026-11-20T10:00', false],
  ['8:30～11:30', '2026-11-22T09:00', true], ['8：30 至 11：30', '2026-11-22T12:00', false],
  ['上午都行', '2026-11-20T10:00', null], ['', '2026-11-20T10:00', null],
])('%s at %s: %s', (hours, time, within) => expect(withinHours(hours, at(time))).toBe(within))

const one = { phone: '021 5550 0101', hours: null, againAt: null, urgent: false }
test.each([
  ['by day', {}, '2026-11-20T13:00', 'now'],
  ['at night nobody is called', {}, '2026-11-20T21:00', 'later'],
  ['but about a danger', { urgent: true, hours: '工作日 19:00–21:30' }, '2026-11-21T02:00', 'now'],
  ['not outside their hours', { hours: '工作日 19:00–20:00' }, '2026-11-20T13:00', 'later'],
  ['words nobody can read by rule are read by a person', { hours: '下午再说' }, '2026-11-20T13:00', 'now'],
  ['not again at once', { againAt: at('2026-11-20T13:30') }, '2026-11-20T13:00', 'later'],
  ['without a number', { phone: null, urgent: true }, '2026-11-20T13:00', 'noNumber'],
] as const)('%s', (_, more, time, expected) => expect(callableAt({ ...one, ...more }, at(time))).toBe(expected))

test('nobody answered: two hours later and not at night, a danger after ten minutes', () => {
  expect(callAgainAt(at('2026-11-20T13:00'), false)).toBe(at('2026-11-20T15:00'))
  expect(callAgainAt(at('2026-11-20T19:30'), false)).toBe(at('2026-11-21T08:00'))
  expect(callAgainAt(at('2026-11-20T23:00'), true)).toBe(at('2026-11-20T23:10'))
})

test.each([
  ['2026-11-20T08:29', null], ['2026-11-20T08:30', '2026-11-20'], ['2026-11-20T16:59', '2026-11-20'], ['2026-11-20T17:00', null],
  ['2026-11-21T08:30', null], ['2026-10-10T08:30', '2026-10-10'], ['2026-10-01T08:30', null], ['2026-02-14T09:00', '2026-02-14'],
])('the digest at %s is that of %s', (time, day) => expect(digestDay(officialCalendar, at(time))).toBe(day))

test('a committee that is closed has none, one that works on a Saturday has', () => {
  const closed = { ...officialCalendar, isWorkingDay: () => false }
  expect([digestDay(closed, at('2026-11-20T09:00')), digestDay({ ...closed, isWorkingDay: () => true }, at('2026-11-21T09:00'))]).toEqual([null, '2026-11-21'])
})
