/** `npm run soak`: what `npm test` does for minutes, here for hours. Prints what was run. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCommunity, opening, type Community } from '../fixtures/community'
import { crowd } from '../reliability/crowd'
import { runModel } from '../reliability/model/run'
import { slowDue } from '../reliability/model/slowClock'

/** A tenth, or any other part, of the whole: `SOAK=0.1 npm run soak`. */
const part = Number(process.env.SOAK ?? 1)
const hours = 12 * 3_600_000

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 16 }) })
afterAll(() => community.close())

test('10,000 sequences of the model', async () => {
  const counted = await runModel(community, { sequences: Math.ceil(10_000 * part), seed: Date.now() & 0xffff, opening, dueOf: slowDue })
  console.log(JSON.stringify({ soak: 'model', sequences: counted.sequences, commands: counted.commands, edges: counted.taken.size, refused: counted.refused.size }))
  expect(counted.taken.size).toBeGreaterThan(60)
}, hours)

test('100,000 operations of sixteen clients on ten demands', async () => {
  community.setClock(opening)
  const { operations, outcomes, wrong } = await crowd(community, Math.ceil(100_000 * part), Math.random)
  console.log(JSON.stringify({ soak: 'crowd', operations, outcomes }))
  expect([outcomes.fault, wrong]).toEqual([undefined, []])
}, hours)
