import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { listPeople } from '../archive'
import { aboutOf, lockHomes, mergeHomes, toldOf } from '../homes'
import { mayDecide, seatOf } from '../rules/archive'
import { fitsMerge, mergedTenure, mergedWish } from '../rules/home'

/** @throws Refusal `WrongStep` when somebody changed the household meanwhile, or the two are not of one building */
export const merge: Method<'household', 'merge'> = async (request, { committeeId, householdId, version, otherId, source, why }) => {
  const { tx, person, now } = request
  const [homes, mine, theirs, roster] = await Promise.all([
    lockHomes(tx, committeeId, [householdId, otherId]), listPeople(tx, committeeId, householdId), listPeople(tx, committeeId, otherId), getRoster(tx, committeeId, now),
  ])
  const [home, other] = [householdId, otherId].map((id) => homes.find((one) => one.householdId === id))
  if (!home || !other) throw new Refusal('NotFound')
  const seats = [seatOf(person, home), seatOf(person, other)]
  visibleTo(request, seats.every((seat) => seat !== null))
  allowedTo(request, seats.every(mayDecide))
  if (home.version !== version || !fitsMerge(home, other)) throw new Refusal('WrongStep')
  const changeId = newId(request)
  const told = toldOf([...mine, ...theirs], { roster, blockId: home.blockId, me: person.accountId, now })
  await Promise.all([
    mergeHomes(tx, home, { otherId, wish: mergedWish(home.wish, other.wish), tenure: mergedTenure(home.tenure, other.tenure), changeId, source, why, at: now }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, told.map((toId) => ({ id: newId(request), toId, about: aboutOf.merge, fromName: person.name }))),
  ])
  return { committeeId, householdId, changeId, otherId }
}
