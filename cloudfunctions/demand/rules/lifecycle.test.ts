import { expect, test } from 'vitest'
import { DemandStatus, DemandStep } from '../../../contract/demand'
import { Refusal } from '../../../contract/refusal'
import { statusAfter, stepsFrom, type LaterStep } from './lifecycle'

const statuses = DemandStatus.options
const steps = DemandStep.options.filter((step): step is LaterStep => step !== 'file')

test('every status but the first is led to by some step, and every step leads somewhere', () => {
  const reached = new Set<string>(['submitted'])
  for (const from of statuses) for (const step of stepsFrom(from)) reached.add(statusAfter(from, step))
  expect([...reached].sort()).toEqual([...statuses].sort())
  for (const step of steps) expect(statuses.some((from) => stepsFrom(from).includes(step))).toBe(true)
})

test('a step that is not open is refused by name', () => {
  for (const from of statuses) {
    for (const step of steps) {
      if (stepsFrom(from).includes(step)) continue
      expect(() => statusAfter(from, step)).toThrow(Refusal)
    }
  }
})

test('a reply takes a new demand up; an answer waits for the resident; nothing but a note follows the end', () => {
  expect(statusAfter('submitted', 'reply')).toBe('accepted')
  expect(statusAfter('accepted', 'answer')).toBe('answered')
  expect(stepsFrom('closed')).toEqual(['note'])
  expect(stepsFrom('withdrawn')).toEqual(['note'])
})
