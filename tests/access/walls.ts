/** A table of commands and reads walked twice: by both walls, and with the application's own check off, so that row security alone must stand in the same place. */
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../contract/refusal'
import type { Community } from '../fixtures/community'
import { picture } from '../fixtures/scene'
import { line, outcomeOf, type Cell } from './table'

interface Walk {
  table: readonly Cell[]
  /** Asked when the tests run: it is opened before them. */
  community: () => Community
  /** Makes anew what the lines speak of. */
  freshly: () => Promise<void>
  ask: (walls: Community, cell: Cell) => Promise<Answer>
  /** The second wall has no word of its own. Whether this answer is how it stops that cell; by default a fault, a refusal by name, or an empty list. */
  stopped?: (cell: Cell, answer: Answer) => boolean
  /** What a refused call writes all the same when row security alone stands, by table. */
  writtenAlone?: readonly string[]
}

const inSilence = ({ expected }: Cell, answer: Answer) => expected !== 'NotSignedIn' && (['fault', 'NotFound', 'NotAllowed'].includes(outcomeOf(answer)) || isEmpty(answer))

/** A list of nothing. */
export const isEmpty = (answer: Answer) => answer.ok && (answer.output as { items?: unknown[] }).items?.length === 0

/** Two tests for each of the two: nobody else gets in and nothing changes; and those pass whom it concerns. */
export function walkBothWalls({ table, community, freshly, ask, stopped = inSilence, writtenAlone = [] }: Walk): void {
  const [refused, passing] = [table.filter(({ expected }) => expected !== 'ok'), table.filter(({ expected }) => expected === 'ok')]

  describe.each(['both walls', 'row security alone'])('%s', (which) => {
    const alone = which === 'row security alone'
    const walls = () => (alone ? community().withoutFirstWall() : community())
    const found = async (cell: Cell) => {
      const answer = await ask(walls(), cell)
      return line(cell, alone && cell.expected !== 'ok' && stopped(cell, answer) ? cell.expected : outcomeOf(answer))
    }
    const written = async () => Object.entries(await picture(community())).filter(([name]) => !alone || !writtenAlone.includes(name))

    test('stop everybody else, and nothing is changed', async () => {
      await freshly()
      const before = await written()
      const seen: string[] = []
      for (const cell of refused) seen.push(await found(cell))
      expect(seen).toEqual(refused.map((cell) => line(cell, cell.expected)))
      expect(await written()).toEqual(before)
    })

    test('let those pass whom it concerns', async () => {
      const seen: string[] = []
      for (const cell of passing) {
        await freshly()
        seen.push(await found(cell))
      }
      expect(seen).toEqual(passing.map((cell) => line(cell, 'ok')))
    })
  })
}
