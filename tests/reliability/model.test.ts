/** Random steps of nine people in two committees on two demands: the server does what the tables of the model say, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCommunity, opening, type Community } from '../fixtures/community'
import { table } from './model/oracle'
import { runModel } from './model/run'
import { slowDue } from './model/slowClock'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

test('three hundred sequences: every legal step was taken, every illegal one refused, and all that was read was right', async () => {
  const counted = await runModel(community, { sequences: 300, seed: 20261120, opening, dueOf: slowDue })
  console.log(`${counted.sequences} sequences, ${counted.commands} commands, ${counted.taken.size} edges taken, ${counted.refused.size} refused`)
  expect(counted.sequences).toBeGreaterThanOrEqual(300)
  // Where a meeting or another demand leads is walked by their own tests.
  const reached = (status: string) => !['atMeeting', 'declined', 'merged'].includes(status)
  const legal = [...table].flatMap(([step, marks]) => [...marks].flatMap(([status, mark]) => (mark !== '.' && reached(status) && !(status === 'withdrawn' && step === 'reply') ? [`${status} ${step}`] : [])))
  expect(legal.filter((edge) => !counted.taken.has(edge))).toEqual([])
}, 400_000)
