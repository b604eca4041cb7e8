/** The pool, and one transaction as one person. There is no other way to the database. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Statement } from './sql'

const asDate = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) => asDate(text).toISOString(),
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: Number,
}
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format as 'text'),
}

/**
 * Moments come as ISO 8601 with Z, days as `2026-11-20`, counts as numbers. Statements given without waiting share one round trip
 * (pipelining). CloudBase allows an instance few connections: at most 5.
 */
export function openPool(url: string, max = 5): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true, types, allowExitOnIdle: false, connectionTimeoutMillis: 5_000 } as pg.PoolConfig)
  // A connection that breaks while idle is dropped from the pool; the next request opens another.
  pool.on('error', () => undefined)
  // One that breaks in use fails its statements, which is how the request learns of it; unheard, the same error would end the process.
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  return pool
}

/** Statements are few and their texts never change, so each is planned once a connection: planning costs more than running them. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
    names.set(text, name)
  }
  return name
}

/** One transaction. Statements run in the order of the calls; those not waited for travel together. */
export class Tx {
  /** How often this transaction waited for the database. Asserted in tests, reported by the bench. */
  roundTrips = 0
  #inFlight = 0

  constructor(readonly client: pg.ClientBase) {}

  async run<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.send<Row>(statement.text, statement.values)
  }

  /** Exactly one row. */
  async one<Row>(statement: Statement<Row>): Promise<Row> {
    const rows = await this.run(statement)
    if (rows.length !== 1) throw new Error(`expected one row, found ${rows.length}`)
    return rows[0]!
  }

  async send<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.#inFlight === 0) this.roundTrips += 1
    this.#inFlight += 1
    try {
      const result = await this.client.query(values.length === 0 ? { text } : { name: nameOf(text), text, values: values as unknown[] })
      // A pipelined `commit` after a failed statement is answered ROLLBACK and not as an error.
      if (text === 'commit' && result.command !== 'COMMIT') throw new Error('the transaction was rolled back')
      return result.rows as Row[]
    } finally {
      this.#inFlight -= 1
    }
  }
}

/** Deadlock or a lost serialization race: nothing was done, and doing it again is right. */
export function isTransient(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}

/** Takes a connection, and gives it back clean whatever happens. A connection that broke is thrown away. */
export async function withConnection<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const tx = new Tx(client)
  let broken: Error | undefined
  try {
    return await work(tx)
  } catch (error) {
    try {
      await client.query('rollback')
    } catch (rollbackError) {
      broken = rollbackError as Error
    }
    throw error
  } finally {
    client.release(broken)
  }
}
