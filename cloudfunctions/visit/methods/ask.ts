import { Refusal } from '../../../contract/refusal'
import type { Id } from '../../../contract/values'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { watchAt } from '../rules/watch'
import { findHost, holdHost, hostOf, takeSlot, timeIn, usualMinutes } from '../slots'
import { visitTitle } from '../step'
import { findHousehold, findTopic, insertVisit, insertVisitEntry } from '../store'
import { viewVisit } from '../view'

/** By a published time it is agreed on at once; with times of one's own the host answers. */
export const ask: Method<'visit', 'ask'> = async (request, { committeeId, householdId, about, serviceSlug, demandId, purpose, channel, slotId, offers }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  if ((slotId === undefined) === (offers === undefined)) throw new Refusal('BadInput', { issues: [{ path: ['slotId'], code: 'one_of' }] })
  if ((about === 'service') !== (serviceSlug !== undefined) || (about === 'demand') !== (demandId !== undefined)) throw new Refusal('BadInput', { issues: [{ path: ['about'], code: 'topic' }] })
  if (offers?.some((at) => at <= now)) throw new Refusal('BadInput', { issues: [{ path: ['offers'], code: 'past' }] })
  const host = hostOf(committeeId, householdId, now)
  const [household, hostId, topic, held] = await Promise.all([
    findHousehold(tx, committeeId, householdId),
    findHost(tx, host),
    serviceSlug !== undefined || demandId !== undefined ? findTopic(tx, committeeId, { serviceSlug, demandId }) : '',
    slotId === undefined ? null : holdHost(tx, { committeeId, hostId: host, now, slotId }),
  ])
  // Only who lives there asks; who serves it invites.
  if (!household || household.side === null || topic === undefined) throw new Refusal('NotFound')
  visibleTo(request, person.households.some((one) => one.householdId === householdId))
  if (hostId === null) throw new Refusal('NobodyThere')
  const slot = held?.slot
  if (held && !slot) throw new Refusal('SlotTaken')
  const time = held && slot ? timeIn(held, slot, now) : null
  const state = time ? 'booked' : 'asked'
  const id: Id = newId(request)
  const [, , , , visit] = await Promise.all([
    insertVisit(tx, {
      committeeId, id, householdId, blockId: household.blockId, state, side: household.side, purpose: (request.doubt ? '' : purpose) || topic || '想和您聊聊', about, serviceSlug: serviceSlug ?? null, demandId: demandId ?? null,
      askedBy: me, invited: false, hostId, channel, minutes: slot?.minutes ?? usualMinutes, startsAt: time?.startsAt ?? null, endsAt: time?.endsAt ?? null, offers: [...(offers ?? [])].sort(),
      slotId: slot?.id ?? null, told: [me], watchAt: watchAt({ state, startsAt: time?.startsAt ?? null, endsAt: time?.endsAt ?? null, lastAt: now }, now), at: now,
    }),
    slot && takeSlot(tx, committeeId, slot.id, id),
    insertVisitEntry(tx, { committeeId, id: newId(request), visitId: id, at: now, byId: me, step: 'ask', from: null, to: state, text: purpose || null, startsAt: time?.startsAt ?? null, doubt: purpose === '' ? null : request.doubt }),
    queueNotices(tx, { committeeId, subject: 'visit', subjectId: id, title: visitTitle, at: now }, [{ id: newId(request), toId: hostId, about: time ? 'visitBooked' : 'visitAsked', fromName: person.name }]),
    viewVisit(tx, person, { committeeId, visitId: id, firstWall: surroundings.firstWall }),
  ])
  return visit
}
