import { useEffect, useState } from 'react'

const pause = 400

/** The value once nobody has changed it for a moment: a search box must not ask for every letter. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
