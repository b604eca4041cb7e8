import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveState, overlaps, standInLoop, type LeaveSpan } from './leave'

const at = (day: number) => new Date(Date.UTC(2026, 9, day)).toISOString()
const away = (accountId: string, since: number, until: number, standInId: string | null = null): LeaveSpan => ({ accountId, since: at(since), until: at(until), standInId })

test('leave is planned, runs, and is over the moment it ends', () => {
  expect([0, 1, 4, 5].map((day) => leaveState(away('王芳', 1, 5), at(day)))).toEqual(['planned', 'running', 'running', 'over'])
})

test('one leave may begin the moment another ends', () => {
  expect([overlaps(away('王芳', 1, 5), away('王芳', 5, 7)), overlaps(away('王芳', 1, 5), away('王芳', 4, 7))]).toEqual([false, true])
})

test('two who are away at once may not stand in for each other', () => {
  expect(standInLoop(away('李强', 2, 3, '王芳'), [away('王芳', 1, 5, '李强')])).toBe(true)
  expect(standInLoop(away('李强', 6, 8, '王芳'), [away('王芳', 1, 5, '李强')])).toBe(false)
})

test('S1: a stand-in who is away with nobody behind makes no circle', () => {
  expect(standInLoop(away('李强', 2, 3), [away('王芳', 1, 5, '李强')])).toBe(false)
})

test('a circle of three is found, also when it closes only later', () => {
  const others = [away('李强', 1, 9, '徐磊'), away('徐磊', 6, 9, '王芳')]
  expect(standInLoop(away('王芳', 1, 8, '李强'), others)).toBe(true)
  expect(standInLoop(away('王芳', 1, 6, '李强'), others)).toBe(false)
})

test('a circle among others does not hold up one who only leads into it', () => {
  expect(standInLoop(away('王芳', 1, 5, '李强'), [away('李强', 1, 5, '徐磊'), away('徐磊', 1, 5, '李强')])).toBe(false)
})

test('equal to following the stand-ins at every moment', () => {
  const people = ['a', 'b', 'c', 'd']
  const span = fc.record({ accountId: fc.constantFrom(...people), from: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 6 }), standInId: fc.option(fc.constantFrom(...people)) })
    .map(({ accountId, from, days, standInId }) => away(accountId, from, from + days, standInId === accountId ? null : standInId))
  const slow = (leave: LeaveSpan, others: LeaveSpan[]) => Array.from({ length: 16 }, (_, day) => at(day)).some((moment) => {
    if (moment < leave.since || moment >= leave.until) return false
    let next = leave.standInId
    for (let steps = 0; next !== null && steps < 9; steps += 1) {
      if (next === leave.accountId) return true
      next = others.find((other) => other.accountId === next && other.since <= moment && moment < other.until)?.standInId ?? null
    }
    return false
  })
  // Of one person no two leaves meet; takeLeave refuses that first.
  const apart = (spans: LeaveSpan[]) => spans.filter((one, index) => !spans.slice(0, index).some((before) => before.accountId === one.accountId && overlaps(before, one)))
  fc.assert(fc.property(span, fc.array(span, { maxLength: 6 }), (leave, others) => {
    const rest = apart(others.filter((other) => other.accountId !== leave.accountId))
    expect(standInLoop(leave, rest)).toBe(slow(leave, rest))
  }), { numRuns: 2000 })
})
