/** Whose reads, words and drafts the phone holds: as the server said last. */
import type { Answer } from '../../contract/refusal'
import { startOfRun } from './start'

/** `undefined` until anybody was known on this phone, null while nobody is signed in. */
type Owner = string | null | undefined

let said: { owner: Owner } | undefined
let turn = 0
const watchers = new Set<() => void>()

/** The account the phone believes in; before the server has spoken, the one of last time. */
export function ownerOfPhone(): Owner {
  return said ? said.owner : startOfRun().owner
}

/** Whether the server has said in this run who this is. */
export function isSure(): boolean {
  return said !== undefined
}

/** Counts the people this run has seen; part of the name of every read, so nobody meets what another has read. */
export function turnOfPhone(): number {
  return turn
}

/** Told when the server has said who this is. */
export function watchAccount(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Every answer passes here: some say who is asking. */
export function heard(method: string, answer: Answer): void {
  const owner = ownerIn(method, answer)
  const before = ownerOfPhone()
  if (owner === undefined || (said && owner === before)) return
  said = { owner }
  // Someone who signs in keeps what was read without a name; only another's things go.
  if (before && before !== owner) turn += 1
  for (const watcher of watchers) watcher()
}

function ownerIn(method: string, answer: Answer): Owner {
  if (!answer.ok) return 'refusal' in answer && answer.refusal === 'NotSignedIn' ? null : undefined
  if (method === 'account/me') return (answer.output as { accountId: string }).accountId
  if (method === 'account/home') return (answer.output as { me: { accountId: string } | null }).me?.accountId ?? null
  return undefined
}
