/** What went wrong on our side: an id for the person, the facts for us, nobody's data. */
import type { Surroundings } from './surroundings'

/** Logs a fault under a new id without a word of anybody's data: kind of error, database code, method. */
export function logFault(surroundings: Surroundings, method: string, error: unknown): string {
  const id = surroundings.newId()
  const fault = error as { name?: string; code?: unknown; constraint?: unknown; stack?: string } | null
  surroundings.log({
    event: 'fault',
    id,
    method,
    error: String(fault?.name ?? typeof error),
    code: fault?.code === undefined ? null : String(fault.code),
    constraint: fault?.constraint === undefined ? null : String(fault.constraint),
    // Messages may quote values; the frames do not.
    at: (fault?.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 4).join(' <').trim(),
  })
  return id
}
