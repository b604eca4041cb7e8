/** Of one with two homes, which one this phone speaks of; the server falls back to the first when they have left it. */
import { useSyncExternalStore } from 'react'
import { startOfRun } from '../../api/start'

const watchers = new Set<() => void>()
let chosen: string | undefined

/** What home was last asked with is kept with it, so the first picture needs no question more to the phone. */
const read = () => (chosen ??= (JSON.parse(startOfRun().home?.input ?? '{}') as { householdId?: string }).householdId ?? '')
const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

export const useChosenHome = () => useSyncExternalStore(watch, read, read)

export function chooseHome(householdId: string): void {
  chosen = householdId
  for (const tell of watchers) tell()
}
