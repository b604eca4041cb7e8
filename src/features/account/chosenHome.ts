/** Of one with two homes, which one this phone speaks of; the server falls back to the first when they have left it. */
import { getStorageSync, setStorage } from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const key = 'zx.chosenHome'
const watchers = new Set<() => void>()
let chosen: string | undefined

const read = () => (chosen ??= getStorageSync<string>(key) || '')
const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

export const useChosenHome = () => useSyncExternalStore(watch, read, read)

export function chooseHome(householdId: string): void {
  chosen = householdId
  void setStorage({ key, data: householdId })
  for (const tell of watchers) tell()
}
