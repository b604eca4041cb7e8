import { expect, test } from 'vitest'
import { ladderFault } from './ladder'

test.each([
  ['director alone', [['director', 0]], null],
  ['the usual one', [['director', 0], ['section', 390], ['head', 1170]], null],
  ['two at once', [['director', 60], ['section', 60]], null],
  ['without a director', [['section', 390]], 'no_director'],
  ['nobody', [], 'no_director'],
  ['somebody twice', [['director', 0], ['director', 390]], 'twice'],
  ['a higher rung earlier', [['director', 390], ['section', 60]], 'order'],
  ['upside down', [['head', 0], ['director', 390]], 'order'],
] as const)('%s', (_, rungs, fault) => {
  expect(ladderFault(rungs.map(([who, afterMinutes]) => ({ who, afterMinutes })))).toBe(fault)
})
