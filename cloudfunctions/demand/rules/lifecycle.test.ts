import { expect, test } from 'vitest'
import { DemandStatus, DemandStep } from '../../../contract/demand/life'
import { Refusal } from '../../../contract/refusal'
import { statusAfter, stepsFrom, type LaterStep } from './lifecycle'

const statuses = DemandStatus.options
const steps = DemandStep.options.filter((step): step is LaterStep => step !== 'file' && step !== 'release' && step !== 'reject')

test('every status but the first is led to by some step, and every step leads somewhere', () => {
  const reached = new Set<string>(['submitted'])
  for (const from of statuses) for (const step of stepsFrom(from)) reached.add(statusAfter({ status: from, reopened: 0 }, step))
  expect([...reached].sort()).toEqual([...statuses].sort())
  for (const step of steps) expect(statuses.some((from) => stepsFrom(from).includes(step))).toBe(true)
})

test('a step that is not open is refused by name', () => {
  for (const from of statuses) {
    for (const step of steps) {
      if (stepsFrom(from).includes(step)) continue
      expect(() => statusAfter({ status: from, reopened: 0 }, step)).toThrow(Refusal)
    }
  }
})

test('what comes back to work is reopened work when it was answered before', () => {
  expect([0, 1].map((reopened) => statusAfter({ status: 'asked', reopened }, 'add'))).toEqual(['accepted', 'reopened'])
  expect([0, 2].map((reopened) => statusAfter({ status: 'transferred', reopened }, 'bounce'))).toEqual(['accepted', 'reopened'])
})

test('a reply takes a new demand up; an answer waits for the resident; what was taken back stays so', () => {
  expect(statusAfter({ status: 'submitted', reopened: 0 }, 'reply')).toBe('accepted')
  expect(statusAfter({ status: 'accepted', reopened: 0 }, 'answer')).toBe('answered')
  expect(stepsFrom('withdrawn')).toEqual(['note'])
})
