import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'

/** What one who serves does besides writing. */
export type StaffAct = 'answer' | 'accept' | 'takeOver' | 'resume' | 'bounce' | 'handOver' | 'takeToMeeting' | 'transfer' | 'askMoreTime' | 'snooze' | 'unsnooze'

/** In the order of how often they are taken. */
const usual: readonly StaffAct[] = ['answer', 'accept', 'takeOver', 'resume', 'bounce', 'handOver', 'takeToMeeting', 'transfer', 'askMoreTime', 'snooze', 'unsnooze']

/** What stands in reach because of how the demand stands now: an offer is taken or given back, who waits goes on, who is far comes back. */
function nearNow({ status, offeredTo, steps, snoozed }: Demand): StaffAct[] {
  if (snoozed !== null) return ['unsnooze', 'answer']
  if (status === 'transferred') return ['answer', 'bounce']
  // Given back by whom it was offered to.
  if (offeredTo && steps.includes('bounce')) return ['takeOver', 'bounce']
  if (status === 'asked' || status === 'atMeeting') return ['answer', 'resume']
  return ['answer', steps.includes('accept') ? 'accept' : 'takeOver', 'handOver']
}

/** The first row holds what one does most; the rest waits under 更多. Only what the server allows. */
export function staffActs(demand: Demand): { first: StaffAct[]; more: StaffAct[] } {
  const allowed = (act: StaffAct) => {
    if (act === 'unsnooze') return demand.snoozed !== null
    if (act === 'snooze') return demand.snoozed === null && demand.steps.includes('snooze') && demand.snoozeUntil.length > 0
    return demand.steps.includes(act satisfies DemandStep)
  }
  const near = nearNow(demand)
  return { first: near.filter(allowed), more: usual.filter((act) => !near.includes(act) && allowed(act)) }
}
