import { useEffect, useRef } from 'react'

/** The value of the last drawing, for effects that must not run again because of it. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
