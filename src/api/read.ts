import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { RefusalCode } from '../../contract/refusal'
import { turnOfPhone, watchAccount } from './account'
import { asOf } from './asOf'
import { nameOfRead, notFresh } from './cache'
import { ask, type InputOf, type OutputOf, type Path } from './client'
import { useOnline } from './online'
import { useOnScreen } from './onScreen'
import { OfflineError, RefusedError } from './outcome'
import { forgetRead, keepRead, keptRead } from './remember'

export interface Read<T> {
  data: T | undefined
  /** Nothing to show yet and a request is under way. */
  waiting: boolean
  /** Nothing to show, and it did not come. */
  failed: boolean
  refusal: RefusalCode | null
  /** What is shown is of then: `18:20`. */
  offlineSince: string | null
  again: () => void
}

type WithPages<P extends Path> = P extends Path ? (OutputOf<P> extends { items: unknown[]; next: string | null } ? P : never) : never
type PagesPath = WithPages<Path>
type ItemOf<O> = O extends { items: (infer I)[] } ? I : never

export interface ReadPages<O> extends Read<O> {
  items: ItemOf<O>[]
  first: O | undefined
  hasMore: boolean
  more: () => void
  readingMore: boolean
}

interface Options {
  enabled?: boolean
}

/** Last answer at once, then the server's. */
export function useRead<P extends Path>(path: P, input: InputOf<P>, { enabled = true }: Options = {}): Read<OutputOf<P>> {
  const method = path.join('/')
  useSyncExternalStore(watchAccount, turnOfPhone, turnOfPhone)
  const query = useQuery<unknown, Error>({
    queryKey: nameOfRead(method, input),
    queryFn: () => readAndKeep(method, input, input),
    initialData: () => keptRead(method, input)?.output,
    initialDataUpdatedAt: () => ageOfKept(method, input),
    enabled,
    // A list may have told of a newer word already: what is kept is shown, and asked for again.
    ...(method === 'demand/get' && { staleTime: 0 }),
    subscribed: useOnScreen(),
  })
  return useFaces(query, query.data as OutputOf<P> | undefined)
}

/** A list in pages; the first one is kept on the phone. */
export function useReadPages<P extends PagesPath>(path: P, input: Omit<InputOf<P>, 'cursor'>, { enabled = true }: Options = {}): ReadPages<OutputOf<P>> {
  const method = path.join('/')
  useSyncExternalStore(watchAccount, turnOfPhone, turnOfPhone)
  const query = useInfiniteQuery<unknown, Error, InfiniteData<OutputOf<P>>, readonly unknown[], string | undefined>({
    queryKey: nameOfRead(method, input, true),
    queryFn: ({ pageParam }) => (pageParam === undefined ? readAndKeep(method, input, input) : ask(method, { ...input, cursor: pageParam })),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
    initialData: () => {
      const kept = keptRead(method, input)
      return kept && { pages: [kept.output], pageParams: [undefined] }
    },
    initialDataUpdatedAt: () => ageOfKept(method, input),
    enabled,
    subscribed: useOnScreen(),
  })
  const first = query.data?.pages[0]
  const faces = useFaces(query, first)
  const shown = faces.data === undefined ? [] : (query.data?.pages ?? [])
  return {
    ...faces,
    first: faces.data,
    items: shown.flatMap((page) => (page as { items: ItemOf<OutputOf<P>>[] }).items),
    hasMore: query.hasNextPage,
    readingMore: query.isFetchingNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}

function ageOfKept(method: string, input: unknown): number | undefined {
  const kept = keptRead(method, input)
  return kept && notFresh(kept.at)
}

async function readAndKeep(method: string, input: unknown, keptAs: unknown): Promise<unknown> {
  const turn = turnOfPhone()
  try {
    const output = await ask(method, input)
    // Home says itself whose it is; any other answer asked for by someone who has left is dropped.
    if (turn === turnOfPhone() || method === 'account/home') keepRead(method, keptAs, output)
    return output
  } catch (error) {
    if (isGone(refusalIn(error))) forgetRead(method, keptAs)
    throw error
  }
}

interface Query {
  error: Error | null
  fetchStatus: 'fetching' | 'paused' | 'idle'
  dataUpdatedAt: number
  refetch: () => unknown
}

function useFaces<T>(query: Query, last: T | undefined): Read<T> {
  const online = useOnline()
  const refusal = refusalIn(query.error)
  const data = isGone(refusal) ? undefined : last
  const bare = data === undefined && !refusal
  const fetching = query.fetchStatus === 'fetching'
  const cutOff = !online || query.error instanceof OfflineError
  return {
    data,
    waiting: bare && fetching,
    failed: bare && !fetching && (query.error !== null || query.fetchStatus === 'paused'),
    refusal,
    offlineSince: data !== undefined && cutOff ? asOf(query.dataUpdatedAt) : null,
    again: () => void query.refetch(),
  }
}

function refusalIn(error: unknown): RefusalCode | null {
  return error instanceof RefusedError ? error.code : null
}

/** After these the reader may not see what the phone still has. */
function isGone(refusal: RefusalCode | null): boolean {
  return refusal === 'NotFound' || refusal === 'NotAllowed' || refusal === 'NotSignedIn'
}
