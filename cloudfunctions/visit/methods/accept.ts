import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { holdHost, hostOfVisit, timeIn } from '../slots'
import { takeStep } from '../step'

/** @throws Refusal `BadInput` for a time nobody proposed, `SlotTaken` when its host is not free then any more */
export const accept: Method<'visit', 'accept'> = (request, { startsAt, ...of }) => takeStep(request, of, 'accept', (row, host) => {
  if (!row.offers.includes(startsAt)) throw new Refusal('BadInput', { issues: [{ path: ['startsAt'], code: 'not_offered' }] })
  return { time: timeIn(host, { startsAt, minutes: row.minutes }, request.now), change: { offers: '[]' }, tell: 'visitBooked' }
}, () => holdHost(request.tx, { ...of, hostId: hostOfVisit(of.committeeId, of.visitId), now: request.now }))
