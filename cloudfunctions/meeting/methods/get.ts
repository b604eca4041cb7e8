import { serves } from '../../account/rules/person'
import { getRoster } from '../../organization/store'
import { visibleTo, type Method } from '../../runtime/request'
import { listCarried } from '../carry'
import { getMeeting, getSitting, listResolutions } from '../store'
import { heldMeeting, resolutionsOf } from '../view'

/** One that was held. What is before the open one is in `next`. */
export const get: Method<'meeting', 'get'> = async (request, { committeeId, meetingId }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const [meeting, { time }, roster, resolutions, carried] = await Promise.all([
    getMeeting(tx, committeeId, meetingId),
    getSitting(tx, committeeId),
    getRoster(tx, committeeId, now),
    listResolutions(tx, committeeId, meetingId),
    listCarried(tx, committeeId, meetingId),
  ])
  return {
    ...heldMeeting({ committeeId, time, meeting }, roster, person),
    agenda: [],
    resolutions: resolutionsOf(resolutions, roster, person),
    carried: carried.map(({ id, title }) => ({ demandId: id, title })),
    people: [],
    chairs: [],
  }
}
