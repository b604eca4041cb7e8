import { servesWhole } from '../../account/rules/person'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { findPhone as find, recordOpening } from '../openings'

/** By the blind index: nothing is opened, whoever asks knows the number. Whose it is, though, is told, so the household reads who looked. */
export const findPhone: Method<'household', 'findPhone'> = async (request, { committeeId, phone, why }) => {
  const { tx, person, now, surroundings } = request
  visibleTo(request, servesWhole(person, committeeId))
  const items = await find(tx, committeeId, surroundings.seals.indexes(committeeId, phone))
  // Of one's own household one has not been looked up.
  const others = new Set(items.map(({ householdId }) => householdId).filter((id) => !person.households.some((home) => home.householdId === id)))
  await Promise.all([...others].map((householdId) => recordOpening(tx, { committeeId, householdId, id: newId(request), byId: person.accountId, what: ['contact'], why: `按电话找：${why}`.slice(0, 200), at: now })))
  return { items }
}
