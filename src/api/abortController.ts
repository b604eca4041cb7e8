/** As much of AbortController as react-query and oRPC use; WeChat's JavaScript has none. Browsers keep their own. */
type Listener = () => void

class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private listeners: Listener[] = []
  addEventListener(_: 'abort', listener: Listener) {
    this.listeners.push(listener)
  }
  removeEventListener(_: 'abort', listener: Listener) {
    this.listeners = this.listeners.filter((one) => one !== listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.onabort?.()
    for (const listener of this.listeners) listener()
  }
}

class Controller {
  signal = new Signal()
  abort(reason: unknown = new Error('aborted')) {
    this.signal.fire(reason)
  }
}

export { Controller as AbortController }
