/** What a method says to the database, to be said again by a bare loop. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'

interface Statement { text: string; name?: string; values?: unknown[] }

/** Statements sent without waiting for one another. */
export type Batch = Statement[]

/** Listens to every statement of `client`, in the batches in which they travelled. */
export function record(client: pg.ClientBase): { batches: Batch[]; stop(): void } {
  const batches: Batch[] = []
  let inFlight = 0
  const query = client.query.bind(client) as (statement: Statement) => Promise<unknown>
  client.query = ((statement: Statement) => {
    if (inFlight === 0) batches.push([])
    batches.at(-1)!.push(statement)
    inFlight += 1
    return query(statement).finally(() => (inFlight -= 1))
  }) as typeof client.query
  return { batches, stop: () => void delete (client as { query?: unknown }).query }
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id in what a method was given, in order. */
export const idsIn = (input: unknown): string[] => JSON.stringify(input).match(uuids) ?? []

/** The same statements with every id in `made` replaced by a fresh one, so that inserts insert anew, and those in `others` by theirs. */
export function renewed(batches: readonly Batch[], made: ReadonlySet<string>, others: readonly (readonly [string, string])[] = []): Batch[] {
  const fresh = new Map([...[...made].map((id) => [id, randomUUID()] as const), ...others])
  const renew = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(uuids, (id) => fresh.get(id) ?? id)
    return Array.isArray(value) ? value.map(renew) : value
  }
  return batches.map((batch) => batch.map((statement) => (statement.values ? { ...statement, values: statement.values.map(renew) } : statement)))
}

/** The bare loop: a connection, the statements in their batches, nothing else. */
export async function replay(pool: pg.Pool, batches: readonly Batch[]): Promise<void> {
  const client = await pool.connect()
  try {
    for (const batch of batches) await Promise.all(batch.map((statement) => client.query(statement)))
    client.release()
  } catch (error) {
    // Its transaction goes with it.
    client.release(true)
    throw error
  }
}
