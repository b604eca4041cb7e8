/** How a method is promised: `query` reads, `command` changes and carries an idempotency key. */
import { oc } from '@orpc/contract'
import type * as z from 'zod/mini'
import { commonRefusals, RefusalData, refusals, type RefusalCode } from './refusal'

export interface MethodMeta {
  kind: 'query' | 'command'
  /** `anyone` may be called without signing in; `person` needs a signed-in account. */
  who: 'anyone' | 'person'
  /** How many calls one person may make in a minute. */
  perMinute: number
  /** Fields of the input that hold words other people may read: content safety looks at them before anything is stored. */
  words: readonly string[]
}

type Promise_<I extends z.ZodMiniType, O, R> = {
  /** `GET /demands/{demandId}`: the address below `/api`. */
  route: `${'GET' | 'POST'} /${string}`
  summary: string
  input: I
  output: O
  refusals?: readonly R[]
  who?: MethodMeta['who']
  perMinute?: number
  /** Fields with words other people may read, whole with all that lies in them. */
  words?: readonly (keyof z.infer<I> & string)[]
}

function errorsOf(codes: readonly RefusalCode[]) {
  return Object.fromEntries(codes.map((code) => [code, { ...refusals[code], data: RefusalData }]))
}

function method<I extends z.ZodMiniType, O extends z.ZodMiniType>(kind: MethodMeta['kind'], perMinute: number, promise: Promise_<I, O, RefusalCode>) {
  const [verb, path] = promise.route.split(' ') as ['GET' | 'POST', `/${string}`]
  return oc
    .$meta<MethodMeta>({ kind, who: promise.who ?? 'person', perMinute: promise.perMinute ?? perMinute, words: promise.words ?? [] })
    .route({ method: verb, path, summary: promise.summary, tags: [path.split('/')[1]!] })
    .errors(errorsOf([...commonRefusals, ...(promise.words ? (['NotAcceptable'] as const) : []), ...(promise.refusals ?? [])]))
    .input(promise.input)
    .output(promise.output)
}

/** Reads only. 120 calls a person and minute unless it says otherwise. */
export function query<I extends z.ZodMiniType, O extends z.ZodMiniType>(promise: Promise_<I, O, RefusalCode>) {
  return method('query', 120, promise)
}

/** Changes something, once per key. 30 calls a person and minute unless it says otherwise. */
export function command<I extends z.ZodMiniType, O extends z.ZodMiniType>(promise: Promise_<I, O, RefusalCode>) {
  return method('command', 30, promise)
}
