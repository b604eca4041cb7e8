import { expect, test } from 'vitest'
import { departAt, isQuiet } from './quiet'

/** A moment of Shanghai's clock. */
const at = (time: string) => new Date(`${time}:00+08:00`).toISOString()

test.each([
  ['2026-11-20T20:59', false], ['2026-11-20T21:00', true], ['2026-11-20T23:59', true], ['2026-11-21T00:00', true], ['2026-11-21T07:59', true], ['2026-11-21T08:00', false], ['2026-11-21T13:00', false],
])('%s is quiet: %s', (time, quiet) => expect(isQuiet(at(time))).toBe(quiet))

test.each([
  ['by day at once', '2026-11-20T13:00', '2026-11-20T13:00'],
  ['one minute before nine at once', '2026-11-20T20:59', '2026-11-20T20:59'],
  ['in the evening the next morning', '2026-11-20T21:00', '2026-11-21T08:00'],
  ['after midnight the same morning', '2026-11-21T00:30', '2026-11-21T08:00'],
  ['one minute before eight in a minute', '2026-11-21T07:59', '2026-11-21T08:00'],
  ['over the end of a month', '2026-11-30T23:00', '2026-12-01T08:00'],
  ['over the end of a year', '2026-12-31T22:00', '2027-01-01T08:00'],
])('what waits leaves %s', (_, from, leaves) => expect(departAt(at(from), false)).toBe(at(leaves)))

test('what is urgent leaves at any hour', () => {
  for (const time of ['2026-11-20T21:10', '2026-11-21T03:00', '2026-11-21T12:00']) expect(departAt(at(time), true)).toBe(at(time))
})

test('over two days, minute by minute: never into the night, never backwards, and at most eleven hours later', () => {
  let last = ''
  for (let minute = 0; minute < 2 * 1440; minute += 1) {
    const from = new Date(Date.parse(at('2026-11-20T00:00')) + minute * 60_000).toISOString()
    const leaves = departAt(from, false)
    expect([from, isQuiet(leaves)]).toEqual([from, false])
    expect(leaves >= from && leaves >= last && Date.parse(leaves) - Date.parse(from) <= 11 * 3_600_000).toBe(true)
    last = leaves
  }
})
