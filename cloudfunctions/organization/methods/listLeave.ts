import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listLeaves } from '../leaves'
import { dayOf } from '../rules/calendar'
import { servesIn, standInsFor, staffOf } from '../rules/roster'
import { leaveState } from '../rules/leave'
import { getRoster } from '../store'

/** Leave that is over is shown for so long. */
const shownFor = 90 * 86_400_000

export const listLeave: Method<'organization', 'listLeave'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  const me = person.accountId
  const wide = servesWhole(person, committeeId)
  const [roster, leaves] = await Promise.all([
    getRoster(tx, committeeId, now),
    listLeaves(tx, { committeeId, after: new Date(Date.parse(now) - shownFor).toISOString(), of: wide ? null : me }),
  ])
  return {
    wide,
    today: dayOf(now),
    people: standInsFor(roster),
    items: leaves.map(({ id, accountId, since, until, standInId, movedOut, movedBack }) => {
      const state = leaveState({ since, until }, now)
      return {
        id, staff: staffOf(roster, accountId), since, until, standIn: standInId === null ? null : staffOf(roster, standInId), state, movedOut, movedBack,
        mine: accountId === me, mayCancel: state !== 'over' && (accountId === me || wide),
      }
    }),
  }
}
