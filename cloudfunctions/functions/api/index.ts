/** Cloud function `api`: every request of a person, by `callFunction({ name: 'api', data: { path, input, key } })`. */
import type { Answer } from '../../../contract/refusal'

// The rest is a module in pieces, so that a cold start reads no more than the request needs; a function itself is loaded with `require`, which knows no pieces.
const rest = import('./answer')
// What keeps it from loading is told to each call, below.
rest.catch(() => undefined)

/**
 * Who calls stands in the environment of this call, put there by the platform; what the event says of it is never read. Read before anything is
 * waited for: the next call of a warm instance sets it anew.
 */
export async function main(event: unknown): Promise<Answer> {
  const { WX_OPENID: openid, WX_CLIENTIP: address } = process.env
  return (await rest).answer({ openid, address }, event)
}
