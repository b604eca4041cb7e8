import { useEffect, useState } from 'react'

const query = '(min-width: 900px)'

/** Whether there is room for PC density; never in WeChat. */
export function useWideWindow(): boolean {
  const [wide, setWide] = useState(() => windowQuery()?.matches ?? false)
  useEffect(() => {
    const list = windowQuery()
    const follow = () => setWide(list?.matches ?? false)
    list?.addListener?.(follow)
    return () => list?.removeListener?.(follow)
  }, [])
  return wide
}

function windowQuery(): MediaQueryList | undefined {
  return process.env.TARO_ENV === 'weapp' ? undefined : window.matchMedia?.(query)
}
