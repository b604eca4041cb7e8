import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { leaderPresence, presenceOf } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { newId, type Method } from '../../runtime/request'
import { findDoor, insertRequest } from '../store'

/** The leader of the block decides; while that post is empty, the director. */
export const askToJoin: Method<'household', 'askToJoin'> = async (request, { committeeId, buildingId, room, name, relation, message }) => {
  const { tx, person, now } = request
  const me = person.accountId
  const [roster, door] = await Promise.all([getRoster(tx, committeeId, now), findDoor(tx, { committeeId, buildingId, room })])
  if (person.households.some((household) => household.householdId === door.householdId)) throw new Refusal('AlreadyMember')
  const director = roster.directorId ? presenceOf(roster, roster.directorId, now) : null
  const leader = leaderPresence(roster, door.blockId, now)
  // Nobody decides about themselves: a leader who moves in is confirmed by the director.
  const decider = leader && leader.staff.accountId !== me ? leader : director
  if (!decider) throw new Refusal('NobodyThere')
  const requestId = newId(request)
  await Promise.all([
    insertRequest(tx, { committeeId, id: requestId, ...door, accountId: me, name, relation, message, askedAt: now }),
    queueNotices(tx, { committeeId, subject: 'joinRequest', subjectId: requestId, title: door.label, at: now }, [
      { id: newId(request), toId: decider.staff.accountId, about: 'joinAsked', fromName: name },
    ]),
  ])
  return { requestId, decider }
}
