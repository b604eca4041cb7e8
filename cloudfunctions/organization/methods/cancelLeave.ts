import { Refusal } from '../../../contract/refusal'
import { servesWhole } from '../../account/rules/person'
import { lockLent, moveByLeave } from '../../demand/moves'
import { movesBack } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { cutShort, deleteLeave, lockLeave } from '../leaves'
import { leaveState } from '../rules/leave'
import { servesIn } from '../rules/roster'
import { getRoster } from '../store'

/** @throws Refusal `WrongStep` for leave that is over */
export const cancelLeave: Method<'organization', 'cancelLeave'> = async (request, { committeeId, leaveId }) => {
  const { tx, person, now } = request
  const me = person.accountId
  visibleTo(request, servesIn(person, committeeId))
  const [leave, roster, lent] = await Promise.all([lockLeave(tx, committeeId, leaveId), getRoster(tx, committeeId, now), lockLent(tx, committeeId, leaveId)])
  allowedTo(request, leave.accountId === me || servesWhole(person, committeeId))
  const state = leaveState(leave, now)
  if (state === 'over') throw new Refusal('WrongStep')
  if (state === 'planned' || leave.begunAt === null) {
    await deleteLeave(tx, committeeId, leaveId)
    return { movedBack: 0 }
  }
  const back = { ...roster, absences: roster.absences.filter((absence) => absence.accountId !== leave.accountId) }
  const moves = movesBack(back, leave.accountId, lent)
  await Promise.all([
    cutShort(tx, committeeId, leaveId, now),
    moveByLeave({ tx, committeeId, now, newId: () => newId(request), roster: back }, leaveId, moves, { back: true, me }),
  ])
  return { movedBack: moves.length }
}
