import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { InputOf, OutputOf, Path } from './client'
import { discard, enqueue, isPassing, progressOf, retry, wasTried, watchQueue, type Progress } from './queue'

export interface Command<I, O> extends Omit<Progress, 'receipt'> {
  /** @param label what the person calls it in the list of unsent @returns the key it goes with */
  send: (input: I, label?: string) => string
  /** Set only by the server's receipt. */
  output: O | null
  reset: () => void
}

/** One form's command. Its key is made once for each input, so taps and tries file it once. */
export function useCommand<P extends Path>(path: P, options: { onDone?: (output: OutputOf<P>) => void } = {}): Command<InputOf<P>, OutputOf<P>> {
  const method = path.join('/')
  const last = useRef<{ key: string; text: string } | null>(null)
  const [key, setKey] = useState<string | null>(null)
  const { receipt, ...progress } = useSyncExternalStore(watchQueue, () => progressOf(key), () => progressOf(key))

  const send = useCallback((input: InputOf<P>, label?: string) => {
    const text = JSON.stringify(input)
    if (last.current && settled(last.current.key, last.current.text === text, isPassing(method))) return last.current.key
    last.current = { key: enqueue(method, input, label), text }
    setKey(last.current.key)
    return last.current.key
  }, [method])

  const reset = useCallback(() => {
    last.current = null
    setKey(null)
  }, [])

  const onDone = useRef(options.onDone)
  useEffect(() => {
    onDone.current = options.onDone
  })
  useEffect(() => {
    if (receipt) onDone.current?.(receipt.output as OutputOf<P>)
  }, [receipt])

  return { ...progress, send, reset, output: receipt ? (receipt.output as OutputOf<P>) : null }
}

/** Whether what was sent before leaves nothing to send. */
function settled(key: string, same: boolean, repeatable: boolean): boolean {
  const { state, receipt } = progressOf(key)
  if (same) {
    if (receipt) return !repeatable
    if (state === 'ready') return false
    if (state !== 'sending') retry(key)
    return true
  }
  // An edited text takes the place of one that was refused or never left the phone.
  if (!receipt && (state === 'refused' || !wasTried(key))) discard(key)
  return false
}
