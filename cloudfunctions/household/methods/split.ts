import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { listPeople } from '../archive'
import { aboutOf, isRoomTaken, lockHomes, splitHome, toldOf } from '../homes'
import { mayDecide, seatOf } from '../rules/archive'
import { fitsSplit } from '../rules/home'

/** @throws Refusal `WrongStep` when somebody changed the household meanwhile */
export const split: Method<'household', 'split'> = async (request, { committeeId, householdId, version, residentIds, room, source, why }) => {
  const { tx, person, now } = request
  const [[home], people, taken, roster] = await Promise.all([
    lockHomes(tx, committeeId, [householdId]), listPeople(tx, committeeId, householdId), isRoomTaken(tx, committeeId, householdId, room), getRoster(tx, committeeId, now),
  ])
  if (!home) throw new Refusal('NotFound')
  const seat = seatOf(person, home)
  visibleTo(request, seat !== null)
  allowedTo(request, mayDecide(seat))
  if (!home.live || home.version !== version) throw new Refusal('WrongStep')
  const living = people.filter(({ leftAt }) => leftAt === null)
  if (!fitsSplit(living.map(({ residentId }) => residentId), residentIds)) throw new Refusal('BadInput', { issues: [{ path: ['residentIds'], code: 'not_some_of_them' }] })
  if (taken) throw new Refusal('RoomTaken')
  const [changeId, freshId] = [newId(request), newId(request)]
  const told = toldOf(living, { roster, blockId: home.blockId, me: person.accountId, now })
  await Promise.all([
    splitHome(tx, home, { residentIds: [...new Set(residentIds)], freshId, room, changeId, source, why, at: now }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, told.map((toId) => ({
      id: newId(request), toId, about: aboutOf.split, fromName: person.name, subjectId: living.some(({ accountId, residentId }) => accountId === toId && residentIds.includes(residentId)) ? freshId : householdId,
    }))),
  ])
  return { committeeId, householdId, changeId, otherId: freshId }
}
