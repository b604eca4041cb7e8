/** The contract as functions: what is asked, what comes back, and how it can fail. */
import { createORPCClient, type ClientLink } from '@orpc/client'
import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../contract/router'
import { heard } from './account'
import { FaultError, RefusedError } from './outcome'
import { send } from './transport'

type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>
export type Path = { [N in keyof Contract]: { [M in keyof Contract[N]]: readonly [noun: N, method: M] }[keyof Contract[N]] }[keyof Contract]
export type InputOf<P extends Path> = P extends readonly [infer N extends keyof Inputs, infer M] ? Inputs[N][M & keyof Inputs[N]] : never
export type OutputOf<P extends Path> = P extends readonly [infer N extends keyof Outputs, infer M] ? Outputs[N][M & keyof Outputs[N]] : never

interface Context {
  key?: string
}

const link: ClientLink<Context> = {
  call: (path, input, { context }) => ask(path.join('/'), input, context.key),
}

export const api: ContractRouterClient<Contract, Context> = createORPCClient(link)

/** @throws RefusedError, FaultError, OfflineError */
export async function call<P extends Path>(path: P, input: InputOf<P>, key?: string): Promise<OutputOf<P>> {
  return (await ask(path.join('/'), input, key)) as OutputOf<P>
}

/**
 * For a method whose name was kept as text.
 * @throws RefusedError, FaultError, OfflineError
 */
export async function ask(method: string, input: unknown, key?: string, owner?: string): Promise<unknown> {
  const answer = await send({ path: method, input, key, owner })
  heard(method, answer)
  if (answer.ok) return answer.output
  if ('refusal' in answer) throw new RefusedError(answer.refusal, answer.data)
  throw new FaultError(answer.fault)
}
