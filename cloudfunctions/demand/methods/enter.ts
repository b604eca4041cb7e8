import { servesWhole, takesIn } from '../../account/rules/person'
import { listCategories } from '../../category/store'
import { Refusal } from '../../../contract/refusal'
import { getHome } from '../../household/store'
import { getRoster } from '../../organization/store'
import { visibleTo, type Method } from '../../runtime/request'
import { enterDemand } from '../entry'
import { listKeptFrom } from '../ratings'
import { viewDemand } from '../view'

/**
 * It is the filer's own when they have an account.
 * @throws Refusal `NoSuchHousehold` where the door, or the person behind it, is not there for this reader; `NotAllowed` for one's own matter
 */
export const enter: Method<'demand', 'enter'> = async (request, { committeeId, who, ...said }) => {
  const { tx, person, now, surroundings } = request
  visibleTo(request, takesIn(person, committeeId))
  const [roster, categories, home, avoid] = await Promise.all([
    getRoster(tx, committeeId, now),
    listCategories(tx),
    who.householdId === null ? null : getHome(tx, { committeeId, householdId: who.householdId, residentId: who.residentId }),
    listKeptFrom(tx, { committeeId, filer: who.residentId && { residentId: who.residentId }, now }),
  ])
  const filedBy = home?.accountId ?? null
  if (filedBy === person.accountId) throw new Refusal('NotAllowed')
  // Without a door it stays in the block of the leader who was called, or with those who receive today.
  const blockId = home?.blockId ?? (servesWhole(person, committeeId) ? null : (person.posts.find((post) => post.committeeId === committeeId && post.blockId !== null)?.blockId ?? null))
  const { id, writes } = enterDemand(request, { ...said, committeeId, filedBy, filerName: who.name, filerPhone: who.phone, householdId: who.householdId, blockId, roster, categories, avoid })
  const [demand] = await Promise.all([viewDemand(tx, person, { committeeId, demandId: id, now, firstWall: surroundings.firstWall, seals: surroundings.seals, roster }), ...writes])
  return demand
}
