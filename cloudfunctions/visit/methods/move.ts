import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { holdHost, hostOfVisit, takeSlot, timeIn } from '../slots'
import { leaveSlot, takeStep } from '../step'

/** @throws Refusal `SlotTaken` when somebody else was faster */
export const move: Method<'visit', 'move'> = (request, { slotId, ...of }) => takeStep(request, of, 'move', (row, host) => {
  if (!host.slot) throw new Refusal('SlotTaken')
  const own = row.startsAt !== null && row.endsAt !== null ? { startsAt: row.startsAt, endsAt: row.endsAt } : undefined
  return {
    time: timeIn(host, host.slot, request.now, own), change: { offers: '[]', slot_id: slotId, minutes: host.slot.minutes }, tell: row.startsAt === null ? 'visitBooked' : 'visitMoved',
    // One after the other: a visit has one slot.
    first: (tx) => Promise.all([leaveSlot(row)(tx), takeSlot(tx, of.committeeId, slotId, of.visitId)]),
  }
}, () => holdHost(request.tx, { ...of, hostId: hostOfVisit(of.committeeId, of.visitId), now: request.now, slotId }))
