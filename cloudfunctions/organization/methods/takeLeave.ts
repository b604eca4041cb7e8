import { Refusal } from '../../../contract/refusal'
import { servesWhole } from '../../account/rules/person'
import { lockOwned, moveByLeave } from '../../demand/moves'
import { movesOut } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { insertLeave, listLeaves } from '../leaves'
import { leaveState, overlaps, standInLoop } from '../rules/leave'
import { holdsAny, servesIn, standInsFor } from '../rules/roster'
import { getRoster } from '../store'

const longest = 366 * 86_400_000

/** Begins at once when its time has come; else the timer begins it. @throws Refusal `BadInput` for leave that is over, ends before it begins, or lasts more than a year */
export const takeLeave: Method<'organization', 'takeLeave'> = async (request, { committeeId, accountId, since, until, standInId }) => {
  const { tx, person, now } = request
  const me = person.accountId
  const who = accountId ?? me
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, who === me || servesWhole(person, committeeId))
  if (until <= since || until <= now || Date.parse(until) - Date.parse(since) > longest) throw new Refusal('BadInput', { issues: [{ path: ['until'], code: 'too_small' }] })
  const leave = { accountId: who, since, until, standInId }
  const state = leaveState(leave, now)
  const [roster, others, owned] = await Promise.all([
    getRoster(tx, committeeId, now), listLeaves(tx, { committeeId, after: since, of: null }), state === 'running' ? lockOwned(tx, committeeId, who) : [],
  ])
  const able = standInsFor(roster)
  if (!holdsAny(roster, who) || (standInId !== null && (standInId === who || !able.some((one) => one.accountId === standInId)))) throw new Refusal('NotServing')
  if (others.some((other) => other.accountId === who && overlaps(other, leave))) throw new Refusal('AlreadyAway')
  if (standInLoop(leave, others)) throw new Refusal('StandInLoop')

  const leaveId = newId(request)
  const away = { ...roster, absences: [...roster.absences, { accountId: who, until, standInId }] }
  const moves = state === 'running' ? movesOut(away, who, owned) : []
  await Promise.all([
    insertLeave(tx, { ...leave, committeeId, id: leaveId, by: me, at: now }),
    state === 'running' ? moveByLeave({ tx, committeeId, now, newId: () => newId(request), roster: away }, leaveId, moves, { back: false, me }) : undefined,
  ])
  return { leaveId, state, movedOut: moves.length }
}
