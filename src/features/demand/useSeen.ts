import { useEffect } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'

/** Opening a demand is reading it; its notices are then read as well. */
export function useSeen(demand: Demand | undefined) {
  const thread = useCommand(['demand', 'markRead'], { onDone: () => thread.reset() })
  const notices = useCommand(['notice', 'markRead'], { onDone: () => notices.reset() })
  const id = demand?.id
  const committeeId = demand?.committeeId
  const unread = demand?.unread ?? 0
  // Once for each time something new is shown, not for each drawing.
  /* oxlint-disable exhaustive-deps, exhaustive-effect-dependencies */
  useEffect(() => {
    if (id === undefined || committeeId === undefined) return
    if (unread > 0) thread.send({ committeeId, demandId: id })
    notices.send({ subjectId: id })
  }, [id, committeeId, unread])
  /* oxlint-enable exhaustive-deps, exhaustive-effect-dependencies */
}
