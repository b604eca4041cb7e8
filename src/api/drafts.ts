/** What a person has begun to write, per account. */
import { ownerOfPhone } from './account'
import { readNow, writeNow } from './storage'

const place = 'zx.drafts'
/** More are not begun at once; the oldest goes. */
const most = 20

interface Draft {
  owner: string | null
  name: string
  value: unknown
}

/** @returns false when the phone has no room; what was kept before stays */
export function rememberDraft(name: string, value: unknown): boolean {
  const kept = [...others(name), { owner: ownerOfPhone() ?? null, name, value }]
  return writeNow(place, kept.slice(-most))
}

export function draftOf<T>(name: string): T | undefined {
  return all().find((draft) => draft.name === name && isMine(draft))?.value as T | undefined
}

export function forgetDraft(name: string): void {
  if (draftOf(name) !== undefined) writeNow(place, others(name))
}

function all(): Draft[] {
  return readNow<Draft[]>(place) ?? []
}

function others(name: string): Draft[] {
  return all().filter((draft) => draft.name !== name || !isMine(draft))
}

/** What was begun before signing in belongs to whoever then signs in. */
function isMine({ owner }: Draft): boolean {
  return owner === null || owner === ownerOfPhone()
}
