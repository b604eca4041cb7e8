/** The answer of a command, kept 30 days for a phone that asks again: it may hold a number that lies sealed everywhere else, so it is sealed too. */
import type { Id } from '../../contract/values'
import type { SealPlace, Seals } from './seal'

/** What the database itself reads of an answer (photo/store.ts finds by it what was said with a key): ids and steps, never a word. */
interface Outline {
  id?: unknown
  committeeId?: unknown
  thread?: { id: unknown; mine: unknown; step: unknown }[]
}

interface Kept extends Outline { sealed: string }

/** Under a key of the person whose answer it is: receipts belong to people, not to committees. */
export const answerPlace = (accountId: Id, key: string): SealPlace => ({ committeeId: accountId, field: 'receipt.answer', rowId: key })

export function sealAnswer(seals: Seals, place: SealPlace, answer: unknown): Kept {
  const { id, committeeId, thread } = (answer ?? {}) as Outline
  return { id, committeeId, ...(thread && { thread: thread.map((entry) => ({ id: entry.id, mine: entry.mine, step: entry.step })) }), sealed: seals.seal(place, JSON.stringify(answer ?? null)) }
}

/** Answers of before were kept as they are. */
export function openAnswer(seals: Seals, place: SealPlace, kept: unknown): unknown {
  const sealed = (kept as Partial<Kept> | null)?.sealed
  return typeof sealed === 'string' ? JSON.parse(seals.open(place, sealed)) : kept
}
