/** Access tables as text: a line a method and thing, a column a person. Written by hand; read by `readTable`. */
import type { Answer } from '../../contract/refusal'
import { names, type Name } from '../fixtures/community'

/** ok: may · no: `NotAllowed` · -: `NotFound`, as if it did not exist · in: `NotSignedIn` · other words: that refusal. */
const marks: Record<string, string> = { ok: 'ok', no: 'NotAllowed', '-': 'NotFound', in: 'NotSignedIn' }

export interface Cell { method: string; thing: string; name: Name; expected: string }

/** @throws when a line does not have a mark for each person, or a person has no column */
export function readTable(text: string): Cell[] {
  const [head = [], ...lines] = text.trim().split('\n').map((line) => line.trim().split(/\s+/)).filter((line) => line.length > 1)
  const columns = head.slice(2) as Name[]
  if ([...columns].sort().join() !== [...names].sort().join()) throw new Error(`the columns are not the people: ${columns.join(' ')}`)
  return lines.flatMap(([method = '', thing = '', ...cells]) => {
    if (cells.length !== columns.length) throw new Error(`${method} ${thing}: ${cells.length} marks for ${columns.length} people`)
    return cells.map((mark, index) => ({ method, thing, name: columns[index]!, expected: marks[mark] ?? mark }))
  })
}

export function outcomeOf(answer: Answer): string {
  if (answer.ok) return 'ok'
  return 'refusal' in answer ? answer.refusal : 'fault'
}

/** `method thing name: outcome`, one a line, so that a difference names its cell. */
export const line = (cell: Cell, outcome: string) => `${cell.method} ${cell.thing} ${cell.name}: ${outcome}`
