/** Deadlines of every hour of 2025 to 2027 against a count that knows nothing but a list of days and walks minute by minute. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officialCalendar } from '../../organization/rules/calendar'
import { deadlinesOf, dueOf } from './deadline'

const MINUTE = 60_000
const AHEAD = 8 * 3_600_000
/** Midnight of 2025-01-01 in Shanghai. */
const start = Date.parse('2024-12-31T16:00:00Z')
const days = 365 * 3 + 60

/** State Council notices of 2024-11-12 and 2025-11-04, day by day as they were published; 2027 is not announced: plain weekdays. */
const off = `2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08
  2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07`
const madeUp = '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(' ')

const dayNumber = (day: string) => Math.round((Date.parse(`${day}T00:00:00Z`) - AHEAD - start) / 86_400_000)

/** One cell a minute: 1 while the offices are open. */
const open = new Uint8Array(days * 1440)
/** One cell a day. */
const works = new Uint8Array(days)
for (let day = 0; day < days; day += 1) {
  const weekday = (3 + day) % 7 // 2025-01-01 was a Wednesday
  works[day] = weekday >= 1 && weekday <= 5 ? 1 : 0
}
for (const range of off.split(/\s+/)) {
  const [first = '', last = first] = range.split('..')
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) works[day] = 0
}
for (const day of madeUp) works[dayNumber(day)] = 1
for (let day = 0; day < days; day += 1) {
  if (works[day] === 0) continue
  for (let minute = 510; minute < 1020; minute += 1) if (minute < 690 || minute >= 810) open[day * 1440 + minute] = 1
}

const minuteAt = (moment: number) => Math.floor((moment - start) / MINUTE)
const momentAt = (minute: number) => new Date(start + minute * MINUTE).toISOString()

function slowWorkingDays(from: number, wanted: number): number {
  let day = Math.floor(from / 1440)
  for (let left = wanted; left > 0; ) {
    day += 1
    left -= works[day]!
  }
  return day * 1440 + 1020
}
function slowMinutes(from: number, wanted: number): number {
  let minute = from
  for (let left = wanted; left > 0; minute += 1) left -= open[minute]!
  return minute
}
function slowBetween(from: number, to: number): number {
  let count = 0
  for (let minute = from; minute < to; minute += 1) count += open[minute]!
  return count
}

test('the list of days is the calendar that is used', () => {
  const differ: string[] = []
  for (let day = 0; day < 365 * 3; day += 1) {
    const name = new Date(start + AHEAD + day * 86_400_000).toISOString().slice(0, 10)
    if (officialCalendar.isWorkingDay(name) !== (works[day] === 1)) differ.push(name)
  }
  expect(differ).toEqual([])
})

test('every hour of three years, each kind and danger: equal to the slow count, and never earlier than the hour before', () => {
  const kinds = ['consultation', 'suggestion', 'request', 'complaint', 'hazard', 'danger'] as const
  const wanted = { consultation: 1, suggestion: 1, request: 5, complaint: 5, hazard: 5 } as const
  const wrong: string[] = []
  const last = new Map<string, string>()
  let asked = 0
  for (let hour = 0; hour < 365 * 3 * 24; hour += 1) {
    // Not on the hour, so that no edge of the office day is met by chance only.
    const minute = hour * 60 + (hour * 7) % 60
    const filedAt = momentAt(minute)
    for (const kind of kinds) {
      const danger = kind === 'danger'
      const { dueAt } = deadlinesOf(officialCalendar, { kind: danger ? 'hazard' : kind, urgency: danger ? 'danger' : 'ordinary', filedAt })
      const slow = momentAt(danger ? slowMinutes(minute, 240) : slowWorkingDays(minute, wanted[kind]))
      asked += 1
      if (dueAt !== slow) wrong.push(`${kind} ${filedAt}: ${dueAt}, slowly ${slow}`)
      if (dueAt < (last.get(kind) ?? '')) wrong.push(`${kind} ${filedAt}: earlier than the hour before`)
      last.set(kind, dueAt)
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(asked).toBe(365 * 3 * 24 * 6)
}, 120_000)

test('questions of any length put it off by the office time they took, while it was not late', () => {
  const at = fc.integer({ min: 0, max: 365 * 2 * 1440 })
  fc.assert(fc.property(at, fc.constantFrom(1, 3, 5, 15, null), fc.array(fc.tuple(fc.integer({ min: 0, max: 6 * 1440 }), fc.integer({ min: 1, max: 6 * 1440 })), { maxLength: 3 }), (from, wanted, gaps) => {
    let clock = from
    const pauses = gaps.map(([wait, length]): [number, number] => {
      const pause: [number, number] = [clock + wait, clock + wait + length]
      clock = pause[1]
      return pause
    })
    let due = wanted === null ? slowMinutes(from, 240) : slowWorkingDays(from, wanted)
    for (const [stopped, resumed] of pauses) {
      const left = slowBetween(stopped, due)
      if (left > 0) due = slowMinutes(resumed, left)
    }
    expect(dueOf(officialCalendar, { from: momentAt(from), days: wanted, pauses: pauses.map(([a, b]) => [momentAt(a), momentAt(b)]) })).toBe(momentAt(due))
  }), { numRuns: 300 })
  expect(minuteAt(start)).toBe(0)
})
