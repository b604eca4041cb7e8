import type { RefusalCode, RefusalData } from '../../contract/refusal'

/** The server's expected no. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  constructor(readonly code: RefusalCode, readonly data: RefusalData = {}) {
    super(code)
  }
}

/** The server's unexpected no; `id` is how its log names it. */
export class FaultError extends Error {
  override name = 'FaultError'
  constructor(readonly id: string) {
    super(id)
  }
}

/** No answer came, so nobody knows whether the request arrived. */
export class OfflineError extends Error {
  override name = 'OfflineError'
  /** @param slow the time was used up, rather than no way out found at once */
  constructor(readonly slow = false) {
    super('offline')
  }
}
