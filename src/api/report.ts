/** Files for those who serve, on a PC: asked for by post, because each is written down with its reason first. */
import type { Answer } from '../../contract/refusal'
import type { ReportAsked } from '../../contract/report'
import { FaultError, OfflineError, RefusedError } from './outcome'

/** @throws RefusedError, OfflineError or FaultError; nothing was written down then, but perhaps for the last. */
export async function fetchReport({ path, input }: ReportAsked): Promise<{ name: string; file: Blob }> {
  const response = await fetch(`/reports/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-zxh': '1' }, credentials: 'same-origin', body: JSON.stringify(input),
  }).catch(() => { throw new OfflineError(false) })
  if (response.ok) {
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return { name: name ? decodeURIComponent(name) : path, file: await response.blob().catch(() => { throw new OfflineError(false) }) }
  }
  const answer = (await response.json().catch(() => null)) as Partial<Answer> | null
  if (answer && 'refusal' in answer && answer.refusal) throw new RefusedError(answer.refusal, {})
  throw new FaultError(`http-${response.status}`)
}

/** Into the browser's own folder of downloads. */
export function keepFile({ name, file }: { name: string; file: Blob }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
