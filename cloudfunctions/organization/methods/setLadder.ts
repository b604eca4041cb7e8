import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { writeLadder } from '../ladder'
import { ladderFault } from '../rules/ladder'
import { servesIn } from '../rules/roster'

/** @throws Refusal `BadInput` when the director is missing, somebody stands twice, or a higher rung comes earlier */
export const setLadder: Method<'organization', 'setLadder'> = async (request, { committeeId, rungs }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  const fault = ladderFault(rungs)
  if (fault) throw new Refusal('BadInput', { issues: [{ path: ['rungs'], code: fault }] })
  await writeLadder(tx, committeeId, rungs, now)
  return { rungs }
}
