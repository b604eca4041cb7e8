import { Refusal } from '../../../contract/refusal'
import { leaderPresence } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { queueNotices } from '../../notice/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { insertDecision, isCared, lockHome, writeWish } from '../archive'
import { seatOf } from '../rules/archive'
import { settledWish } from '../rules/wish'

/** Holds at once: nobody has to agree. */
export const setWish: Method<'household', 'setWish'> = async (request, { committeeId, householdId, wish: said }) => {
  const { tx, person, now } = request
  const [home, cared, roster] = await Promise.all([lockHome(tx, committeeId, householdId), isCared(tx, committeeId, householdId), getRoster(tx, committeeId, now)])
  const seat = seatOf(person, home)
  visibleTo(request, seat !== null)
  allowedTo(request, seat === 'home' || !home.inApp)
  const wish = settledWish(said)
  if (!wish) throw new Refusal('BadInput', { issues: [{ path: ['wish', 'channels'], code: 'too_small' }] })
  const word = { source: seat === 'home' ? ('resident' as const) : ('staff' as const), byId: person.accountId, at: now }
  const leader = leaderPresence(roster, home.blockId, now)?.staff.accountId
  await Promise.all([
    writeWish(tx, home, { id: newId(request), wish, ...word }),
    wish.noHomeVisits === home.wish.noHomeVisits ? undefined : insertDecision(tx, { ...home, noHomeVisits: wish.noHomeVisits }, { id: newId(request), cared, why: 'wish', ...word }),
    leader && leader !== person.accountId ? queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, [{ id: newId(request), toId: leader, about: 'wishSet', fromName: null }]) : undefined,
  ])
  return { committeeId, householdId, version: home.version + 1 }
}
