import { expect, test } from 'vitest'
import { freshnessOf, nextCheckAfter } from './freshness'

test('a year on is the same day, and the last of February for the day that is not there', () => {
  expect(['2026-11-24', '2024-02-29', '2023-02-28'].map(nextCheckAfter)).toEqual(['2027-11-24', '2025-02-28', '2024-02-28'])
})

test('on the day of its check it is not late yet; thirty days before, staff see it come', () => {
  expect(['2026-11-23', '2026-11-24', '2026-12-24', '2026-12-25'].map((day) => freshnessOf(day, '2026-11-24'))).toEqual(['late', 'soon', 'soon', 'fresh'])
})
