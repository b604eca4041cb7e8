/** The phone's storage. It may be full, broken or from an older version, so nothing here throws. */
import { getStorage, getStorageSync, setStorage, setStorageSync } from '@tarojs/taro'

export function readNow<T>(key: string): T | undefined {
  try {
    return (getStorageSync<T | ''>(key) || undefined) as T | undefined
  } catch {
    return undefined
  }
}

export async function readLater<T>(key: string): Promise<T | undefined> {
  try {
    return (await getStorage<T>({ key })).data || undefined
  } catch {
    return undefined
  }
}

/** @returns whether it is kept */
export function writeNow(key: string, data: unknown): boolean {
  try {
    setStorageSync(key, data)
    return true
  } catch {
    return false
  }
}

/** For what may be lost. */
export async function writeLater(key: string, data: unknown): Promise<void> {
  try {
    await setStorage({ key, data })
  } catch {
    // What was read before can be read again.
  }
}
