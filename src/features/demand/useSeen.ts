import { useEffect } from 'react'
import type { Demand } from '../../../contract/demand'
import { useCommand } from '../../api/command'

/** Opening a demand is reading it; its notices are then read as well. */
export function useSeen(demand: Demand | undefined) {
  const thread = useCommand(['demand', 'markRead'], { onDone: () => thread.reset() })
  const notices = useCommand(['notice', 'markRead'], { onDone: () => notices.reset() })
  const id = demand?.id
  const unread = demand?.unread ?? 0
  useEffect(() => {
    if (!demand) return
    if (unread > 0) thread.send({ committeeId: demand.committeeId, demandId: demand.id })
    notices.send({ subjectId: demand.id })
    // Once for each time something new is shown.
  }, [id, unread])
}
