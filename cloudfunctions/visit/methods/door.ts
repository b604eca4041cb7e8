import { visibleTo, type Method } from '../../runtime/request'
import { mayStandAt, getDoorHousehold, viewDoor } from '../doors'

export const door: Method<'visit', 'door'> = async (request, place) => {
  const { tx, person, now } = request
  const reading = getDoorHousehold(tx, place)
  const [household, view] = await Promise.all([reading, viewDoor(tx, person, place, now, reading)])
  visibleTo(request, mayStandAt(person, place.committeeId, household))
  return view
}
