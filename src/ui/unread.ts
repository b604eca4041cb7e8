import { removeTabBarBadge, setTabBarBadge } from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { tabs } from '../pageList'

const place = tabs.findIndex(({ name }) => name === 'messages')
const watchers = new Set<() => void>()
let unread = 0

/** Told by whoever reads the count from the server; the tab bars follow. */
export function setUnread(count: number): void {
  if (count === unread) return
  unread = count
  for (const watcher of watchers) watcher()
  if (process.env.TARO_ENV !== 'weapp') return
  // WeChat refuses outside tab pages and shows its own count again there, so a refusal is no fault.
  const told = count > 0 ? setTabBarBadge({ index: place, text: count > 99 ? '99+' : String(count) }) : removeTabBarBadge({ index: place })
  told.catch(() => {})
}

export function useUnread(): number {
  return useSyncExternalStore(watch, () => unread, () => unread)
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
