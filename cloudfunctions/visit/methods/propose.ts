import { Refusal } from '../../../contract/refusal'
import type { ContactWish } from '../../../contract/household'
import { sql } from '../../database/sql'
import { getRoster } from '../../organization/store'
import type { Method } from '../../runtime/request'
import { hoursOf } from '../rules/slots'
import { leaveSlot, takeStep } from '../step'

/** What its host proposes lies within the household's own hours, unless the household wrote none. */
export const propose: Method<'visit', 'propose'> = (request, { offers, text, ...of }) => {
  const { tx, now } = request
  if (offers.some((at) => at <= now)) throw new Refusal('BadInput', { issues: [{ path: ['offers'], code: 'past' }] })
  return takeStep(request, of, 'propose', (row, [wish, roster]) => {
    const wished = hoursOf(wish[0]?.hours ?? null)
    if (!row.home && offers.some((at) => !wished(at, roster.calendar))) throw new Refusal('NotWished')
    return { ...(text && { text }), time: null, change: { offers: JSON.stringify([...offers].sort()), slot_id: null }, tell: row.startsAt === null ? 'visitProposed' : 'visitMoved', first: leaveSlot(row) }
  }, () => Promise.all([
    tx.run(sql<Pick<ContactWish, 'hours'>>`select h.hours from visit v join household h on h.committee_id = v.committee_id and h.id = v.household_id where v.committee_id = ${of.committeeId} and v.id = ${of.visitId}`),
    getRoster(tx, of.committeeId, now),
  ]))
}
