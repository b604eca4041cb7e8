import { useEffect } from 'react'
import { useRead } from '../../api/read'
import { setUnread } from '../../ui/unread'
import { useChosenHome } from './chosenHome'

/** Everything the home page shows, in one request; also what other pages ask to know where the reader lives. */
export function useHome() {
  const chosen = useChosenHome()
  const home = useRead(['account', 'home'], chosen === '' ? {} : { householdId: chosen })
  const unread = home.data?.unread
  useEffect(() => {
    if (unread !== undefined) setUnread(unread)
  }, [unread])
  return home
}
