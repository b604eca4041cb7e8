/** Becoming that person in the database: the first round trip of every request. */
import type { Id, Instant } from '../../contract/values'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'

/** How a caller is recognised. Never taken from the body of a request. */
export type Credential =
  /** SHA-256 of a session token, hex; the address counts the calls of a session nobody opened. */
  | { kind: 'session'; value: string; address: string }
  /** openid, as the platform gave it. */
  | { kind: 'weapp'; value: string }
  /** Somebody unknown; the value is the hash of their address. */
  | { kind: 'visitor'; value: string }

export interface Entry {
  credential: Credential
  method: string
  now: Instant
  /** Calls a minute; null counts nothing. */
  perMinute: number | null
  /** Account to make for an openid seen for the first time; null makes none. */
  newcomer: Id | null
  /** Idempotency key of a command and the SHA-256 of its input. */
  claim: { key: string; fingerprint: string } | null
}

export interface Entered {
  /** Seconds to wait when the limit is reached, else 0. */
  wait: number
  person: Person | null
  /** What this key was used for before; null for a new key and for queries. */
  receipt: { same: boolean; answer: unknown } | null
}

/**
 * Before words leave for the platform to be looked at: counts the call, and tells whether this very command was answered before. One
 * round trip, in a transaction of its own, so that nothing is held open while the platform thinks.
 */
export async function comeForward(tx: Tx, { credential, method, now, perMinute, key }: Pick<Entry, 'credential' | 'method' | 'now' | 'perMinute'> & { key: string }): Promise<{ wait: number; answered: boolean }> {
  const [, admitted, known] = await Promise.all([
    tx.send('begin; set local role zx_app'),
    perMinute === null ? [{ wait: 0 }] : admit(tx, { credential, method, now, perMinute }),
    tx.send<{ answered: boolean }>('select app.was_answered($1, $2, $3, $4) as answered', [credential.kind, credential.value, key, now]),
    tx.send('commit'),
  ])
  return { wait: admitted[0]!.wait, answered: known[0]!.answered }
}

function admit(tx: Tx, { credential, method, now, perMinute }: Pick<Entry, 'credential' | 'method' | 'now'> & { perMinute: number }): Promise<{ wait: number }[]> {
  return tx.send('select app.admit($1, $2, $3, $4, $5, $6) as wait', [
    credential.kind, credential.value, credential.kind === 'session' ? credential.address : credential.value, method, perMinute, now,
  ])
}

/**
 * Opens the transaction, lets it run as zx_app for this person, and claims the key. One round trip: the statements travel together.
 * The rate is counted in a transaction of its own before, so that refused calls count too. PostgreSQL checks the right to call a
 * function before the statement begins, so the role is set by a statement that comes first.
 */
export async function enter(tx: Tx, { credential, method, now, perMinute, newcomer, claim }: Entry): Promise<Entered> {
  const [, admitted, , entered] = await Promise.all([
    tx.send('begin; set local role zx_app'),
    perMinute === null ? [{ wait: 0 }] : admit(tx, { credential, method, now, perMinute }),
    // Row security makes planning dearer than running, and the planner, left alone, plans every list of blocks anew: each statement is planned once a connection.
    tx.send('commit; begin; set local role zx_app; set local plan_cache_mode = force_generic_plan'),
    tx.send<{ entered: Pick<Entered, 'person' | 'receipt'> }>('select app.enter($1, $2, $3, $4, $5, $6, $7) as entered', [
      credential.kind, credential.value, now, newcomer, claim?.key ?? null, method, claim?.fingerprint ?? null,
    ]),
  ])
  return { wait: admitted[0]!.wait, ...entered[0]!.entered }
}
