/** Lists that left 春申里 as files over the last weeks, each with what it was for. */
import type { Exported } from '../../../contract/report'
import { blockIdOf, chunshenli } from './places'
import { cast } from './people'
import { seeded, uuid7At } from './random'

const hour = 3_600_000

const taken: readonly { by: keyof typeof cast; what: Exported; block: number | null; rows: number; why: string; hoursAgo: number }[] = [
  { by: 'chenMin', what: 'careDue', block: 2, rows: 6, why: '冬季走访排班', hoursAgo: 30 },
  { by: 'tangHui', what: 'demands', block: null, rows: 131, why: '周例会前对一遍', hoursAgo: 75 },
  { by: 'tangHui', what: 'A', block: null, rows: 71, why: '通知燃气检查改为预约，逐户发消息', hoursAgo: 340 },
]

export function exportRows(now: Date): object[] {
  const random = seeded(275)
  return taken.map(({ by, what, block, rows, why, hoursAgo }) => ({
    committee_id: chunshenli.committeeId, id: uuid7At(now.getTime() - hoursAgo * hour, random), by_id: cast[by].id, at: new Date(now.getTime() - hoursAgo * hour).toISOString(), what,
    block_id: block && blockIdOf(chunshenli, block), rows, why,
  }))
}
