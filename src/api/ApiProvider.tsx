import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { paintKept, queryClient } from './cache'
import { startQueue } from './queue'

let started = false

/** Around the whole app: reads share one cache, and what an earlier run left unsent goes out. */
export function ApiProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    if (started) return
    started = true
    void paintKept()
    void startQueue()
  }, [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
