/** Who asks for a file: the same as for a method, but nothing is done. */
import type { Id } from '../../contract/values'
import { withConnection } from '../database/connection'
import { enter } from './enter'
import type { Caller } from './serve'

/** A page of thumbnails, opened again and again. */
const perMinute = 600

/** @returns null for a visitor, and for one who asks more often than a person looks */
export async function readerOf({ surroundings, credential }: Pick<Caller, 'surroundings' | 'credential'>): Promise<Id | null> {
  return withConnection(surroundings.pool, async (tx) => {
    const { wait, person } = await enter(tx, {
      credential, method: 'files', now: surroundings.now(), perMinute: surroundings.rateLimits ? perMinute : null, newcomer: null, claim: null,
    })
    await tx.send('commit')
    return wait > 0 ? null : (person?.accountId ?? null)
  })
}
