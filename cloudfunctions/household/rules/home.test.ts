import { describe, expect, test } from 'vitest'
import type { HouseholdWish } from '../../../contract/archive'
import { fitsMerge, fitsSplit, mayUndo, mergedTenure, mergedWish, wholeSteps } from './home'

const said = (part: Partial<HouseholdWish>): HouseholdWish => ({ noHomeVisits: false, channels: [], hours: null, never: [], language: null, ...part })

describe('two households that become one', () => {
  test.each([[false, false, false], [true, false, true], [false, true, true], [true, true, true]])('decline visits %s, %s: then %s', (mine, theirs, declined) => {
    const wish = mergedWish(said({ noHomeVisits: mine, channels: ['phone', 'door'] }), said({ noHomeVisits: theirs, channels: ['door'] }))
    expect([wish.noHomeVisits, wish.never.includes('door'), wish.channels.includes('door')]).toEqual([declined, declined, !declined])
  })
  test('are reached in a way both like, and in none that one of them never wants', () => {
    expect(mergedWish(said({ channels: ['phone', 'app'], never: ['email'] }), said({ channels: ['wechat', 'app', 'email'], hours: '周末', language: '上海话' })))
      .toEqual({ noHomeVisits: false, channels: ['app', 'phone', 'wechat'], hours: '周末', never: ['email'], language: '上海话' })
    expect(mergedWish(said({ channels: ['phone'] }), said({ never: ['phone'] })).channels).toEqual([])
  })
  test('stand in one building, and neither is closed', () => {
    const one = { live: true, buildingId: 'b', householdId: 'h' }
    expect(fitsMerge(one, { ...one, householdId: 'o' })).toBe(true)
    for (const other of [one, { ...one, householdId: 'o', live: false }, { ...one, householdId: 'o', buildingId: 'c' }]) expect(fitsMerge(one, other)).toBe(false)
  })
  test('are lived in as the one that goes on, unless nothing is known of it', () => {
    expect([mergedTenure('owner', 'tenant'), mergedTenure('unknown', 'tenant'), mergedTenure('vacant', 'shared')]).toEqual(['owner', 'tenant', 'shared'])
  })
})

test('somebody goes, somebody stays, and nobody else is named', () => {
  expect(['a', 'a,b', '', 'a,x', 'a,a'].map((chosen) => fitsSplit(['a', 'b'], chosen.split(',').filter(Boolean)))).toEqual([true, false, false, false, true])
})

test('for thirty days, the last one, and once', () => {
  const change = { kind: 'merge' as const, at: '2026-11-20T05:00:00.000Z', undone: false, last: true }
  expect(mayUndo(change, '2026-12-20T05:00:00.000Z')).toBe(true)
  expect(mayUndo(change, '2026-12-20T05:00:00.001Z')).toBe(false)
  for (const part of [{ kind: 'split' as const }, { undone: true }, { last: false }]) expect(mayUndo({ ...change, ...part }, change.at)).toBe(false)
})

test('who decides may, where somebody lives; of what is closed nobody', () => {
  expect(wholeSteps('leader', { live: true, living: 2 })).toEqual(['split', 'merge', 'moveOut'])
  expect(wholeSteps('director', { live: true, living: 1 })).toEqual(['merge', 'moveOut'])
  expect(wholeSteps('leader', { live: true, living: 0 })).toEqual(['merge'])
  expect([wholeSteps('leader', { live: false, living: 2 }), wholeSteps('officer', { live: true, living: 2 }), wholeSteps('home', { live: true, living: 2 })]).toEqual([[], [], []])
})
