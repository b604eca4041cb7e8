import { useEffect, useRef, useState } from 'react'
import type { Demand } from '../../../contract/demand'
import { useCommand } from '../../api/command'
import { useOnline } from '../../api/online'
import { useRead } from '../../api/read'
import { changeWords } from './staffWording'

/** One demand as one who serves reads it: marks it read, and says what changed when a step came too late. */
export function useStaffDemand(committeeId: string, demandId: string) {
  const read = useRead(['demand', 'get'], { committeeId, demandId }, { enabled: Boolean(committeeId && demandId) })
  const mark = useCommand(['demand', 'markRead'])
  const online = useOnline()
  const [before, setBefore] = useState<Demand | null>(null)
  const marked = useRef('')
  const { data } = read

  useEffect(() => {
    const seen = data && `${data.id} ${data.thread.length}`
    if (!seen || data.unread === 0 || !online || marked.current === seen) return
    marked.current = seen
    mark.send({ committeeId, demandId })
  }, [data, online])

  const moved = before && data && before.id === data.id && data.thread.length > before.thread.length ? changeWords(data) : null
  /** The server said WrongStep: what is on screen is old. */
  const onMoved = () => {
    setBefore(data ?? null)
    read.again()
  }
  return { ...read, moved, onMoved }
}
