import { expect, test } from 'vitest'
import { dayChoices, spanOf, spanWords, timeChoices } from './doorWording'

const evening = Date.parse('2026-10-02T21:05:00+08:00')

test('days begin today in Shanghai, also when it is still yesterday in UTC', () => {
  expect(dayChoices(evening).map(({ value }) => value)).toEqual(['2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'])
  expect(dayChoices(Date.parse('2026-10-03T00:30:00+08:00'))[0]!.value).toBe('2026-10-03')
})

test('times that have passed are not offered', () => {
  expect(timeChoices('2026-10-02', evening)[0]!.value).toBe('21:00')
  expect(timeChoices('2026-10-03', evening)[0]!.value).toBe('00:00')
  expect(timeChoices('2026-10-03', evening)).toHaveLength(144)
})

test('a span is told by its day and both ends', () => {
  const { fromAt, untilAt } = spanOf('2026-10-02', '21:40', '120')
  expect([fromAt, untilAt]).toEqual(['2026-10-02T13:40:00.000Z', '2026-10-02T15:40:00.000Z'])
  expect(spanWords(fromAt, untilAt)).toBe('10月2日 21:40–23:40')
  expect(spanWords(fromAt, new Date(Date.parse(untilAt) + 3_600_000).toISOString())).toBe('10月2日 21:40–10月3日 0:40')
})
