import type { Method } from '../../runtime/request'
import { leaveSlot, takeStep } from '../step'

/** Its time stays with it, so that a calendar that has it can take it out. */
export const cancel: Method<'visit', 'cancel'> = (request, { reason, ...of }) =>
  takeStep(request, of, 'cancel', (row) => ({ text: reason, change: { offers: '[]', slot_id: null }, tell: 'visitCancelled', first: leaveSlot(row) }))
