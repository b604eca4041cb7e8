import { leads, servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { getServedDoor } from '../codes'

/** @throws Refusal `NotFound` for a door the reader does not serve, also the reader's own */
export const getDoor: Method<'household', 'getDoor'> = async (request, { committeeId, householdId }) => {
  const { tx, person, now } = request
  const { blockId, ...door } = await getServedDoor(tx, { committeeId, householdId, now })
  visibleTo(request, leads(person, blockId) || servesWhole(person, committeeId))
  return door
}
