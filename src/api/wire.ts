import type { Answer } from '../../contract/refusal'

export interface WireRequest {
  /** `demand/file`. */
  path: string
  input: unknown
  /** Every command has one: the same key is done once. */
  key?: string
  /** Account whose words these are. The server refuses them from anybody else who has signed in on this phone since. */
  owner?: string
}

/** @throws OfflineError when no answer came, FaultError when what came is no answer */
export type Send = (request: WireRequest) => Promise<Answer>

/** ms; a person who waits longer has long since tapped again. */
export const patience = 15_000
