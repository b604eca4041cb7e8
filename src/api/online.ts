import { getNetworkType, offNetworkStatusChange, onAppHide, onAppShow, onNetworkStatusChange } from '@tarojs/taro'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

if (process.env.TARO_ENV === 'weapp') {
  onlineManager.setEventListener((setOnline) => {
    const changed = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    onNetworkStatusChange(changed)
    getNetworkType({}).then(({ networkType }) => setOnline(networkType !== 'none'), () => {})
    return () => offNetworkStatusChange(changed)
  })
  focusManager.setEventListener((setFocused) => {
    onAppShow(() => setFocused(true))
    onAppHide(() => setFocused(false))
    return () => {}
  })
} else if (typeof navigator !== 'undefined' && navigator.onLine === false) {
  onlineManager.setOnline(false)
}

/** Whether the phone has a network at all, as far as it knows. */
export function isOnline(): boolean {
  return onlineManager.isOnline()
}

export function watchOnline(watcher: (online: boolean) => void): () => void {
  return onlineManager.subscribe(watcher)
}

/** Told when the app comes to the front. */
export function watchShown(watcher: () => void): () => void {
  return focusManager.subscribe((focused) => {
    if (focused) watcher()
  })
}

export function useOnline(): boolean {
  return useSyncExternalStore(watchOnline, isOnline, isOnline)
}
