import { visibleTo, type Method } from '../../runtime/request'
import { mayStandAt, getDoorHousehold, viewDoor } from '../doors'

export const door: Method<'visit', 'door'> = async (request, place) => {
  const { tx, person, now } = request
  const [household, view] = await Promise.all([getDoorHousehold(tx, place), viewDoor(tx, person, place, now)])
  visibleTo(request, mayStandAt(person, place.committeeId, household))
  return view
}
