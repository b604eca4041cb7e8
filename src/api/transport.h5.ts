import type { Answer } from '../../contract/refusal'
import { FaultError, OfflineError } from './outcome'
import { patience, type Send } from './wire'

export const send: Send = async ({ path, input, key, owner }) => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), patience)
  let status = 0
  try {
    const response = await fetch(`/rpc/${path}`, {
      method: 'POST',
      // A form of another site cannot set this header, so it cannot act in this person's name.
      headers: { 'content-type': 'application/json', 'x-zxh': '1' },
      credentials: 'same-origin',
      body: JSON.stringify({ input, key, owner }),
      signal: controller.signal,
    })
    status = response.status
    const answer = (await response.json()) as Partial<Answer> | null
    if (answer && typeof answer.ok === 'boolean') return answer as Answer
  } catch (error) {
    // A page in place of an answer comes from something in front of the server.
    if (!(error instanceof SyntaxError)) throw new OfflineError(controller.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
  throw new FaultError(`http-${status}`)
}
