import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { isSnoozed, latestSnooze, snoozeChoices } from './snooze'

/** Friday 13:00; due on the next Friday at 17:00. */
const friday = '2026-11-20T05:00:00.000Z'
const demand = { urgency: 'ordinary' as const, dueAt: '2026-11-27T09:00:00.000Z' }

test('choices are two office hours on, and the mornings of the next, the second and the fifth working day', () => {
  expect(snoozeChoices(officialCalendar, demand, friday)).toEqual(['2026-11-20T07:30:00.000Z', '2026-11-23T00:30:00.000Z', '2026-11-24T00:30:00.000Z', '2026-11-27T00:30:00.000Z'])
})

test('in the evening the first choice is when the offices open again', () => {
  expect(snoozeChoices(officialCalendar, demand, '2026-11-20T12:00:00.000Z')).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-24T00:30:00.000Z', '2026-11-27T00:30:00.000Z'])
})

test('never past the warning three hours before the deadline, never danger', () => {
  expect(latestSnooze(demand)).toBe('2026-11-27T06:00:00.000Z')
  expect(snoozeChoices(officialCalendar, { ...demand, dueAt: '2026-11-23T03:00:00.000Z' }, friday)).toEqual(['2026-11-20T07:30:00.000Z'])
  expect(snoozeChoices(officialCalendar, { ...demand, dueAt: '2026-11-20T08:00:00.000Z' }, friday)).toEqual([])
  expect(snoozeChoices(officialCalendar, { ...demand, urgency: 'danger' }, friday)).toEqual([])
})

test('it comes back at its time, when somebody else speaks, and when the deadline comes nearer', () => {
  const snooze = { until: '2026-11-24T00:30:00.000Z', madeAt: friday }
  const quiet = { ...demand, lastAt: '2026-11-20T04:00:00.000Z', lastByMe: false }
  const monday = '2026-11-23T02:00:00.000Z'
  expect(isSnoozed(snooze, quiet, monday)).toBe(true)
  expect(isSnoozed(snooze, quiet, '2026-11-24T00:30:00.000Z')).toBe(false)
  expect(isSnoozed(snooze, { ...quiet, lastAt: '2026-11-21T04:00:00.000Z' }, monday)).toBe(false)
  expect(isSnoozed(snooze, { ...quiet, lastAt: '2026-11-21T04:00:00.000Z', lastByMe: true }, monday)).toBe(true)
  expect(isSnoozed(snooze, { ...quiet, dueAt: '2026-11-23T04:00:00.000Z' }, monday)).toBe(false)
})
