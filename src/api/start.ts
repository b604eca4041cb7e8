/** The one entry of the phone's storage the first picture needs: whose phone it is, and home as it was. */
import { readNow, writeLater } from './storage'

const place = 'zx.start'

interface Start {
  owner: string | null | undefined
  home?: { input: string; output: unknown; at: number }
}

let start: Start | undefined

/** Read once a run. */
export function startOfRun(): Start {
  start ??= readNow<Start>(place) ?? { owner: undefined }
  return start
}

export function keepStart(next: Start): void {
  start = next
  void writeLater(place, next)
}
