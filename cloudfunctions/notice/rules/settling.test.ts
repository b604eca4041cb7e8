import { expect, test } from 'vitest'
import { settledBy } from './settling'

const now = '2026-11-20T05:00:00.000Z'
const first = { attempts: 0, urgent: false }
const minutesUntil = (at: string) => (Date.parse(at) - Date.parse(now)) / 60_000

test.each([
  ['sent', 'sent', 'spent'], ['unknown', 'unknown', 'spent'], ['noConsent', 'kept', 'forfeited'], ['refused', 'kept', 'returned'], ['retry', 'queued', 'returned'], ['limited', 'queued', 'returned'],
] as const)('%s leaves it %s, and the consent %s', (delivery, state, credit) => expect(settledBy(delivery, first, now)).toMatchObject({ state, credit }))

test('each try waits twice as long as the one before; after the sixth it stays in the inbox', () => {
  expect([0, 1, 2, 3, 4].map((attempts) => minutesUntil(settledBy('retry', { attempts, urgent: false }, now).nextAt))).toEqual([1, 2, 4, 8, 16])
  expect(settledBy('retry', { attempts: 4, urgent: false }, now).state).toBe('queued')
  expect(settledBy('retry', { attempts: 5, urgent: false }, now)).toEqual({ state: 'kept', nextAt: now, credit: 'returned' })
})

test('a try that would fall into the night waits for the morning, unless it is urgent', () => {
  const evening = '2026-11-20T12:58:00.000Z'
  expect(settledBy('retry', { attempts: 2, urgent: false }, evening).nextAt).toBe('2026-11-21T00:00:00.000Z')
  expect(settledBy('retry', { attempts: 2, urgent: true }, evening).nextAt).toBe('2026-11-20T13:02:00.000Z')
})
