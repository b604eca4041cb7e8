import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { listPeople } from '../archive'
import { aboutOf, lockHomes, moveOut as write, toldOf } from '../homes'
import { mayDecide, seatOf } from '../rules/archive'
import { wholeSteps } from '../rules/home'

/** @throws Refusal `WrongStep` when somebody changed the household meanwhile, or nobody lives there */
export const moveOut: Method<'household', 'moveOut'> = async (request, { committeeId, householdId, version, source, why }) => {
  const { tx, person, now } = request
  const [[home], people, roster] = await Promise.all([lockHomes(tx, committeeId, [householdId]), listPeople(tx, committeeId, householdId), getRoster(tx, committeeId, now)])
  if (!home) throw new Refusal('NotFound')
  const seat = seatOf(person, home)
  visibleTo(request, seat !== null)
  allowedTo(request, mayDecide(seat))
  const living = people.filter(({ leftAt }) => leftAt === null)
  if (home.version !== version || !wholeSteps('leader', { live: home.live, living: living.length }).includes('moveOut')) throw new Refusal('WrongStep')
  const [changeId, freshId] = [newId(request), newId(request)]
  const told = toldOf(living, { roster, blockId: home.blockId, me: person.accountId, now })
  await Promise.all([
    // Written first: whoever is told about a household has to see it.
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: home.label, at: now }, told.map((toId) => ({ id: newId(request), toId, about: aboutOf.moveOut, fromName: person.name }))),
    write(tx, home, { freshId, changeId, source, why, at: now }),
  ])
  return { committeeId, householdId, changeId, otherId: freshId }
}
