import { expect, test } from 'vitest'
import { dueNow, watchAt } from './watch'

const made = '2026-11-20T05:00:00.000Z'
const booked = { state: 'booked' as const, startsAt: '2026-11-25T11:30:00.000Z', endsAt: '2026-11-25T11:50:00.000Z', lastAt: made }

test('a day and an hour before, and an hour after the end', () => {
  const moments = [made]
  for (let next = watchAt(booked, made); next; next = watchAt(booked, next)) moments.push(next)
  expect(moments.slice(1)).toEqual(['2026-11-24T11:30:00.000Z', '2026-11-25T10:30:00.000Z', '2026-11-25T12:50:00.000Z'])
})

test('agreed on for today, there is no reminder of tomorrow', () => {
  expect(watchAt({ ...booked, lastAt: '2026-11-25T05:00:00.000Z' }, '2026-11-25T05:00:00.000Z')).toBe('2026-11-25T10:30:00.000Z')
})

test('a timer that was late says the latest alone', () => {
  expect(dueNow(booked, '2026-11-24T11:30:00.000Z', '2026-11-24T11:31:00.000Z')).toBe('tomorrow')
  expect(dueNow(booked, '2026-11-24T11:30:00.000Z', '2026-11-25T10:40:00.000Z')).toBe('soon')
  expect(dueNow(booked, '2026-11-24T11:30:00.000Z', '2026-11-26T00:00:00.000Z')).toBe('miss')
})

test('a wish nobody answered is recalled after a day, and only what waits is watched', () => {
  const asked = { state: 'asked' as const, startsAt: null, endsAt: null, lastAt: made }
  expect(watchAt(asked, made)).toBe('2026-11-21T05:00:00.000Z')
  expect(watchAt(asked, '2026-11-21T05:00:00.000Z')).toBeNull()
  for (const state of ['proposed', 'held', 'summarised', 'confirmed', 'cancelled', 'missed'] as const) expect(watchAt({ ...booked, state }, made)).toBeNull()
})
