import { leads, servesWhole } from '../../account/rules/person'
import { Refusal } from '../../../contract/refusal'
import { reviewerOf } from '../../demand/rules/spoken'
import { queueNotices } from '../../notice/store'
import { getRoster } from '../../organization/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { hoursOf, wishedChannel } from '../rules/slots'
import { usualMinutes } from '../slots'
import { visitTitle } from '../step'
import { findHousehold, insertVisit, insertVisitEntry } from '../store'
import { viewVisit } from '../view'

/** In a way and at hours the household wishes; to those who live there, for an owner who lets the flat is visited when they ask. */
export const invite: Method<'visit', 'invite'> = async (request, { committeeId, householdId, purpose, channel, offers }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  if (offers.some((at) => at <= now)) throw new Refusal('BadInput', { issues: [{ path: ['offers'], code: 'past' }] })
  const [household, roster] = await Promise.all([findHousehold(tx, committeeId, householdId), getRoster(tx, committeeId, now)])
  if (!household) throw new Refusal('NotFound')
  visibleTo(request, leads(person, household.blockId) || servesWhole(person, committeeId))
  // Nobody visits themselves.
  if (household.side !== null) throw new Refusal('NotAllowed')
  const { wish, people } = household
  const wished = hoursOf(wish.hours)
  if (!wishedChannel(wish, channel) || offers.some((at) => !wished(at, roster.calendar))) throw new Refusal('NotWished')
  const side = people.some((one) => one.side === 'tenant') ? 'tenant' : 'owner'
  const told = people.filter((one) => one.side === side).map(({ accountId }) => accountId)
  // Nobody there reads the app.
  if (told.length === 0) throw new Refusal('NobodyThere')
  const id = newId(request)
  const reviewer = request.doubt && reviewerOf(roster, [me, ...people.map(({ accountId }) => accountId)])
  const [, , , visit] = await Promise.all([
    insertVisit(tx, {
      committeeId, id, householdId, blockId: household.blockId, state: 'proposed', side, purpose: request.doubt ? '想和您聊聊' : purpose, about: 'leader', serviceSlug: null, demandId: null, askedBy: me, invited: true, hostId: me, channel,
      minutes: usualMinutes, startsAt: null, endsAt: null, offers: [...offers].sort(), slotId: null, told, watchAt: null, at: now,
    }),
    insertVisitEntry(tx, { committeeId, id: newId(request), visitId: id, at: now, byId: me, step: 'invite', from: null, to: 'proposed', text: purpose, startsAt: null, doubt: request.doubt }),
    queueNotices(tx, { committeeId, subject: 'visit', subjectId: id, title: visitTitle, at: now }, [
      ...told.map((toId) => ({ id: newId(request), toId, about: 'visitInvited' as const, fromName: person.name })),
      ...(reviewer ? [{ id: newId(request), toId: reviewer, about: 'wordsHeld' as const, fromName: person.name }] : []),
    ]),
    viewVisit(tx, person, { committeeId, visitId: id, firstWall: surroundings.firstWall }),
  ])
  return visit
}
