import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** Pages beneath the open one stay alive in WeChat; they rest until they show again. */
export function useOnScreen(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}
