import { expect, test } from 'vitest'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'
import { staffActs } from './staffActs'

const li = { accountId: 'li', name: '李强', post: 'leader', blockName: '2块', section: null } as const
const owned: DemandStep[] = ['reply', 'note', 'handOver', 'askMoreTime', 'snooze', 'ask', 'answer', 'transfer', 'takeToMeeting', 'join']
const demand = (change: Partial<Demand> = {}) => ({ status: 'accepted', offeredTo: null, steps: owned, snoozed: null, snoozeUntil: ['2026-11-23T00:30:00.000Z'], ...change }) as Demand

test('in reach: answer, take it up, hand it over; the rest under 更多', () => {
  expect(staffActs(demand({ status: 'submitted', steps: [...owned, 'accept'] }))).toEqual({ first: ['answer', 'accept', 'handOver'], more: ['takeToMeeting', 'transfer', 'askMoreTime', 'snooze'] })
})

test('what was offered is taken or given back', () => {
  expect(staffActs(demand({ offeredTo: li, steps: ['note', 'bounce', 'takeOver'], snoozeUntil: [] }))).toEqual({ first: ['takeOver', 'bounce'], more: [] })
})

test('what is outside comes back; who was asked need not be waited for', () => {
  expect(staffActs(demand({ status: 'transferred', steps: [...owned, 'bounce'] })).first).toEqual(['answer', 'bounce'])
  expect(staffActs(demand({ status: 'asked', steps: [...owned, 'resume'] })).first).toEqual(['answer', 'resume'])
})

test('put off, it is taken back in one tap, and not put off again', () => {
  const { first, more } = staffActs(demand({ snoozed: { until: '2026-11-23T00:30:00.000Z', reason: '等配件' } }))
  expect(first).toEqual(['unsnooze', 'answer'])
  expect(more).not.toContain('snooze')
})

test('nothing the server does not offer, and no putting off where there is no time to choose', () => {
  expect(staffActs(demand({ steps: ['note'] }))).toEqual({ first: [], more: [] })
  expect(staffActs(demand({ snoozeUntil: [] })).more).not.toContain('snooze')
})
