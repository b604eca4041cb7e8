import { QueryClient } from '@tanstack/react-query'
import type { Demand } from '../../contract/demand/demand'
import type { Visit } from '../../contract/visit'
import { turnOfPhone, watchAccount } from './account'
import { FaultError, OfflineError } from './outcome'
import { keepRead, loadReads } from './remember'

/** ms; within it a page that shows again is not asked for again. */
const fresh = 30_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: fresh,
      gcTime: 30 * 60_000,
      networkMode: 'online',
      // A no stays a no, and who waited out the time should see something now.
      retry: (count, error) => count < 1 && (error instanceof FaultError || (error instanceof OfflineError && !error.slow)),
      retryDelay: 1000,
    },
  },
})

/** One read is named by method, whose turn it is on this phone, and input; pages are apart from single answers. */
export function nameOfRead(method: string, input: unknown, pages = false): readonly unknown[] {
  return pages ? [method, turnOfPhone(), input, 'pages'] : [method, turnOfPhone(), input]
}

/** Gives open pages what last run kept, where nothing has come yet. */
export async function paintKept(): Promise<void> {
  const found = new Map((await loadReads()).map((read) => [`${read.method} ${read.input}`, read]))
  for (const query of queryClient.getQueryCache().getAll()) {
    const [method, , input, pages] = query.queryKey
    const read = found.get(`${String(method)} ${JSON.stringify(input)}`)
    if (!read || query.state.data !== undefined) continue
    const data = pages ? { pages: [read.output], pageParams: [undefined] } : read.output
    queryClient.setQueryData(query.queryKey, data, { updatedAt: notFresh(read.at) })
  }
}

/** What lies on the phone may be older than a command given since, so it is asked for again whatever its age. */
export function notFresh(at: number): number {
  return Math.min(at, Date.now() - fresh)
}

/** Which reads a command makes old, by its noun. */
const touches: Record<string, RegExp> = {
  demand: /^visit\/(get|brief)$|^demand\/(list|overview)|^meeting\/|^account\/home$|^notice\//,
  household: /^household\/|^account\/|^notice\/|^organization\/blocks$/,
  meeting: /^meeting\/|^demand\/|^account\/home$|^notice\//,
  organization: /^organization\/|^demand\/(get|list|overview)|^account\/|^notice\//,
  safety: /^safety\/|^demand\/|^notice\/|^account\/home$/,
  template: /^template\//,
  visit: /^visit\/|^demand\/(list|overview)|^account\/home$|^notice\//,
  notice: /^notice\/|^account\/home$/,
}

/** After the server's receipt: the new demand is known, and lists, home and notices are read again when next on screen. */
export function afterReceipt(method: string, output: unknown): void {
  const touched = touches[method.split('/')[0]!]
  if (isDemand(output)) {
    const input = { committeeId: output.committeeId, demandId: output.id }
    queryClient.setQueryData(nameOfRead('demand/get', input), output)
    keepRead('demand/get', input, output)
  }
  if (isVisit(output)) {
    const input = { committeeId: output.committeeId, visitId: output.id }
    queryClient.setQueryData(nameOfRead('visit/get', input), output)
    keepRead('visit/get', input, output)
  }
  if (!touched) return
  const reads = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => touched.test(String(queryKey[0])) }
  // An answer already on its way may be older than the receipt, and a first one would pass for fresh: it is dropped and asked for anew.
  void queryClient.cancelQueries(reads).then(() => queryClient.invalidateQueries(reads))
}

function isDemand(output: unknown): output is Demand {
  return typeof output === 'object' && output !== null && 'thread' in output && 'steps' in output && !('offers' in output)
}

function isVisit(output: unknown): output is Visit {
  return typeof output === 'object' && output !== null && 'thread' in output && 'steps' in output && 'offers' in output
}

watchAccount(() => queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== turnOfPhone() }))
