/** Random steps of nine people in two committees on two demands: the server does what the tables of the model say, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCommunity, opening, type Community } from '../fixtures/community'
import { decided, table } from './model/oracle'
import { runModel } from './model/run'
import { slowDue } from './model/slowClock'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

test('three hundred sequences: every legal step was taken, every illegal one refused, and all that was read was right', async () => {
  const counted = await runModel(community, { sequences: 300, seed: 20261120, opening, dueOf: slowDue })
  console.log(`${counted.sequences} sequences, ${counted.commands} commands, ${counted.taken.size} edges taken, ${counted.refused.size} refused`)
  expect(counted.sequences).toBeGreaterThanOrEqual(300)
  // Nobody but its lead's owner answers one that is joined, there; a meeting may.
  const never = ['merged reply', 'merged answer']
  const edges = (rows: typeof table | typeof decided, word: string) => [...rows].flatMap(([step, marks]) => [...marks].flatMap(([status, mark]) => (mark === '.' ? [] : [`${status} ${word}${step}`])))
  const legal = [...edges(table, ''), ...edges(decided, 'decided ')].filter((edge) => !never.includes(edge))
  expect(legal.filter((edge) => !counted.taken.has(edge))).toEqual([])
}, 400_000)
