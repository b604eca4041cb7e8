/** Files for those who serve, on a PC: asked for by post, because each is written down with its reason first. */
import type { ImportCall, ImportLook } from '../../contract/import'
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

/** ms; a table of 5,000 lines takes some seconds of a small machine. */
const tablePatience = 120_000

/**
 * A table as it lies on the person's own disk: nothing of it is kept here or there. Without a key it is only looked at.
 * @throws RefusedError, OfflineError or FaultError; the same key may be sent again
 */
export async function sendTable({ committeeId, fileName, key }: ImportCall, file: Blob): Promise<ImportLook> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), tablePatience)
  try {
    const response = await fetch(`/reports/import?committeeId=${committeeId}${key === null ? '' : `&key=${key}`}`, {
      method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-zxh': '1', 'x-zxh-file': encodeURIComponent(fileName) }, credentials: 'same-origin', body: file, signal: controller.signal,
    })
    const answer = (await response.json().catch(() => null)) as Partial<Answer> | null
    if (answer?.ok) return answer.output as ImportLook
    if (answer && 'refusal' in answer && answer.refusal) throw new RefusedError(answer.refusal, {})
    throw new FaultError(`http-${response.status}`)
  } catch (error) {
    throw error instanceof RefusedError || error instanceof FaultError ? error : new OfflineError(controller.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
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
