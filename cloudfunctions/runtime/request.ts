/** What a method is given, and the shape of a method. */
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { Refusal } from '../../contract/refusal'
import type { Contract } from '../../contract/router'
import type { Doubt } from '../../contract/safety'
import type { Id, Instant } from '../../contract/values'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import type { Surroundings } from './surroundings'

/** One request: the transaction it runs in, who asks, and when. */
export interface Request {
  tx: Tx
  person: Person | null
  now: Instant
  surroundings: Surroundings
  /** What content safety says of the words in the input (`words` of the promise); `passed` where there are none. Forbidden ones never come here. */
  safety: 'passed' | 'pending'
  /** Why they are pending. */
  doubt: Doubt | null
}

/** A request of somebody who is signed in. */
export interface PersonRequest extends Request {
  person: Person
}

export function newId(request: Request): Id {
  return request.surroundings.newId()
}

/** The application's own check. What one may not see is answered like what does not exist. @throws Refusal `NotFound` */
export function visibleTo(request: Request, allowed: boolean): void {
  if (!allowed && request.surroundings.firstWall) throw new Refusal('NotFound')
}

/** @throws Refusal `NotAllowed` for what the person knows of and may not do. */
export function allowedTo(request: Request, allowed: boolean): void {
  if (!allowed && request.surroundings.firstWall) throw new Refusal('NotAllowed')
}

type Procedures = { [N in keyof Contract]: Contract[N] }
type InputOf<P> = P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaOutput<I> : never
type OutputOf<P> = P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaInput<O> : never

/** A method of the contract, signed-in or not as its promise says (`who`). */
export type Method<N extends keyof Procedures, M extends keyof Procedures[N], R extends Request = PersonRequest> = (
  request: R,
  input: InputOf<Procedures[N][M]>,
) => Promise<OutputOf<Procedures[N][M]>>

/** A method anybody may call. */
export type OpenMethod<N extends keyof Procedures, M extends keyof Procedures[N]> = Method<N, M, Request>

/** All methods of a noun. The compiler names one that is missing. */
export type Methods<N extends keyof Procedures> = { [M in keyof Procedures[N]]: Method<N, M> | OpenMethod<N, M> }
