import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useRead } from '../../api/read'
import { changeWords } from './staffWording'
import { useSeen } from './useSeen'

/** One demand as one who serves reads it: marks it read, and says what changed when a step came too late. */
export function useStaffDemand(committeeId: string, demandId: string) {
  const read = useRead(['demand', 'get'], { committeeId, demandId }, { enabled: Boolean(committeeId && demandId) })
  const [before, setBefore] = useState<Demand | null>(null)
  const { data } = read
  useSeen(data)

  const moved = before && data && before.id === data.id && data.thread.length > before.thread.length ? changeWords(data) : null
  /** The server said WrongStep: what is on screen is old. */
  const onMoved = () => {
    setBefore(data ?? null)
    read.again()
  }
  return { ...read, moved, onMoved }
}
