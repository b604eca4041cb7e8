/** The road of every request: method → input → one transaction as that person → answer, refusal by name, or fault with an id. */
import { createHash } from 'node:crypto'
import type { AnyContractProcedure } from '@orpc/contract'
import { call, implement, ORPCError, ValidationError, type AnyProcedure } from '@orpc/server'
import type { MethodMeta } from '../../contract/method'
import { Refusal, refusals, type Answer, type InputIssue, type RefusalCode } from '../../contract/refusal'
import { isTransient, withConnection } from '../database/connection'
import { wordsIn, type Verdict } from '../safety/rules/verdict'
import { comeForward, enter, type Credential } from './enter'
import { answerPlace, openAnswer, sealAnswer } from './answer'
import { logFault } from './fault'
import { nouns } from './nouns'
import type { Request } from './request'
import type { Surroundings } from './surroundings'

export interface Caller {
  surroundings: Surroundings
  credential: Credential
  /** Idempotency key, a UUID; every command needs one. */
  key?: string | undefined
  /** Whose words these are, as the phone kept them; another who has signed in there since does not send them. */
  owner?: string | undefined
  /** Set by the call: how often the database was waited for. */
  roundTrips?: number
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A method, as it is called by every request for it. */
interface Called {
  method: string
  meta: MethodMeta
  work: (request: Request, input: unknown) => Promise<unknown>
}

/** What is known of a request before its transaction opens. */
interface Looked {
  verdict: Verdict
  /** The call is counted already. */
  counted: boolean
}

/**
 * Content safety looks at the words first, for nothing but the database is waited for inside a transaction. Words leave for the platform
 * only of one who is within the limits, and not again for a command that was answered before.
 */
async function look({ surroundings, credential, key }: Caller, { method, meta }: Called, input: unknown): Promise<Looked> {
  const words = wordsIn(input, meta.words)
  if (words === '') return { verdict: 'passed', counted: false }
  const openid = credential.kind === 'weapp' ? credential.value : null
  if (!surroundings.safety.asks(openid)) return { verdict: await surroundings.safety.check(words, openid), counted: false }
  const perMinute = surroundings.rateLimits ? meta.perMinute : null
  const { wait, answered } = await withConnection(surroundings.pool, (tx) => comeForward(tx, { credential, method, now: surroundings.now(), perMinute, key: key! }))
  if (wait > 0) throw new Refusal('TooMany', { retryAfter: wait })
  return { verdict: answered ? 'passed' : await surroundings.safety.check(words, openid), counted: true }
}

async function perform(caller: Caller, { method, meta, work }: Called, input: unknown, { verdict, counted }: Looked): Promise<unknown> {
  const { surroundings, credential } = caller
  const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return withConnection(surroundings.pool, async (tx) => {
    try {
      const { wait, person, receipt } = await enter(tx, {
        credential,
        method,
        now: surroundings.now(),
        perMinute: surroundings.rateLimits && !counted ? meta.perMinute : null,
        newcomer: meta.who === 'person' && credential.kind === 'weapp' ? surroundings.newId() : null,
        claim: meta.kind === 'command' ? { key: caller.key!, fingerprint } : null,
      })
      if (wait > 0) throw new Refusal('TooMany', { retryAfter: wait })
      if (meta.who === 'person' && !person) throw new Refusal('NotSignedIn')
      if (caller.owner !== undefined && caller.owner !== person?.accountId) throw new Refusal('NotSignedIn')
      if (receipt) {
        if (!receipt.same) throw new Refusal('KeyReused')
        await tx.send('commit')
        return openAnswer(surroundings.seals, answerPlace(person!.accountId, caller.key!), receipt.answer)
      }
      // Only now: what was answered once is answered the same, whatever the platform says today.
      if (verdict === 'refused') throw new Refusal('NotAcceptable')
      const doubt = verdict === 'passed' ? null : verdict
      const output = await work({ tx, person, now: surroundings.now(), surroundings, safety: doubt ? 'pending' : 'passed', doubt }, input)
      await Promise.all([
        ...(meta.kind === 'command' && person
          ? [tx.send('update receipt set answer = $1 where account_id = $2 and key = $3', [JSON.stringify(sealAnswer(surroundings.seals, answerPlace(person.accountId, caller.key!), output)), person.accountId, caller.key])]
          : []),
        tx.send('commit'),
      ])
      return output
    } finally {
      caller.roundTrips = tx.roundTrips
    }
  })
}

/** Tries of one request whose transaction lost a race; the key makes a second try safe. */
const tries = 3

async function performWithRetry(...request: Parameters<typeof look>): Promise<unknown> {
  const [caller, { meta }] = request
  if (meta.kind === 'command' && !uuid.test(caller.key ?? '')) throw new Refusal('BadInput', { issues: [{ path: ['key'], code: 'invalid_key' }] })
  const looked = await look(...request)
  for (let left = tries; ; left -= 1) {
    try {
      return await perform(...request, looked)
    } catch (error) {
      if (left === 1 || !isTransient(error)) throw error
    }
  }
}

function procedureOf(promise: AnyContractProcedure, called: Called): AnyProcedure {
  return implement(promise)
    .$context<{ caller: Caller }>()
    .handler(async ({ input, context }) => {
      try {
        return await performWithRetry(context.caller, called, input)
      } catch (error) {
        throw error instanceof Refusal ? asContractError(error) : error
      }
    })
}

function asContractError(refusal: Refusal): ORPCError<RefusalCode, Refusal['data']> {
  return new ORPCError(refusal.code, { status: refusals[refusal.code].status, message: refusal.message, data: refusal.data, defined: true })
}

type Procedures = Record<string, AnyProcedure>

const loaded = new Map<string, Promise<Procedures>>()

async function load(noun: keyof typeof nouns): Promise<Procedures> {
  const { promises, methods } = await nouns[noun]()
  return Object.fromEntries(Object.entries<AnyContractProcedure>(promises).map(([name, promise]) => {
    const work = methods[name as keyof typeof methods] as Called['work']
    return [name, procedureOf(promise, { method: `${noun}/${name}`, meta: promise['~orpc'].meta as MethodMeta, work })]
  }))
}

/** The methods of a noun as oRPC serves them; none when there is no such noun. */
function proceduresOf(noun: string): Promise<Procedures> {
  if (!Object.hasOwn(nouns, noun)) return Promise.resolve({})
  const known = loaded.get(noun) ?? load(noun as keyof typeof nouns)
  loaded.set(noun, known)
  return known
}

/** Every method of the contract, for the HTTP host, which serves them as REST. */
export async function wholeRouter(): Promise<Record<string, Procedures>> {
  return Object.fromEntries(await Promise.all(Object.keys(nouns).map(async (noun) => [noun, await proceduresOf(noun)] as const)))
}

function issuesOf(error: ValidationError): InputIssue[] {
  return error.issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => {
      const key = typeof step === 'object' ? step.key : step
      return typeof key === 'number' ? key : String(key)
    }),
    code: String((issue as { code?: unknown }).code ?? 'invalid'),
  }))
}

/** The refusal behind an error, or undefined for a fault. Also turns oRPC's own complaint about the input into `BadInput`. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof ORPCError)) return undefined
  if (error.code in refusals) return new Refusal(error.code as RefusalCode, error.data as Refusal['data'])
  if (error.code === 'BAD_REQUEST') return new Refusal('BadInput', error.cause instanceof ValidationError ? { issues: issuesOf(error.cause) } : {})
  return undefined
}

/** @param path `demand/file` */
export async function serve(caller: Caller, path: string, input: unknown): Promise<Answer> {
  const [noun = '', name = '', ...rest] = path.split('/')
  const procedures = await proceduresOf(noun)
  const procedure = rest.length === 0 && Object.hasOwn(procedures, name) ? procedures[name] : undefined
  try {
    if (!procedure) throw new Refusal('NotFound')
    return { ok: true, output: await call(procedure, input, { context: { caller }, path: [noun, name] }) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return { ok: false, refusal: refusal.code, data: refusal.data }
    return { ok: false, fault: logFault(caller.surroundings, procedure ? path : 'unknown', error) }
  }
}
