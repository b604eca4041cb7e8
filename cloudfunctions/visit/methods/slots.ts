import { leads, servesWhole } from '../../account/rules/person'
import { Refusal } from '../../../contract/refusal'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { staffOf } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { visibleTo, type Method } from '../../runtime/request'
import { slotDays } from '../rules/slots'
import { findHost, hostOf, listAway, listBusy, listSlots, usualMinutes } from '../slots'
import { findHousehold } from '../store'

const shown = 14

export const slots: Method<'visit', 'slots'> = async (request, { committeeId, householdId }) => {
  const { tx, person, now } = request
  const of = { committeeId, hostId: hostOf(committeeId, householdId, now), from: now, until: momentOf(dayAfter(dayOf(now), shown), 0) }
  const [household, hostId, roster, published, busy, leaves] = await Promise.all([
    findHousehold(tx, committeeId, householdId), findHost(tx, of.hostId), getRoster(tx, committeeId, now), listSlots(tx, of), listBusy(tx, of), listAway(tx, of),
  ])
  if (!household) throw new Refusal('NotFound')
  visibleTo(request, household.side !== null || leads(person, household.blockId) || servesWhole(person, committeeId))
  if (hostId === null) throw new Refusal('NobodyThere')
  return {
    host: staffOf(roster, hostId),
    minutes: published[0]?.minutes ?? usualMinutes,
    wish: household.wish,
    days: slotDays({ slots: published, busy, leaves, wish: household.wish, calendar: roster.calendar, now, days: shown }),
  }
}
