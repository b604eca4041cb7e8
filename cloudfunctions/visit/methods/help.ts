import { Refusal } from '../../../contract/refusal'
import { visibleTo, type Method } from '../../runtime/request'
import { answerHelper, lockVisit } from '../store'
import { viewVisit } from '../view'

/** Answered once, and by the household alone. */
export const help: Method<'visit', 'help'> = async (request, { committeeId, visitId, helperId, willing }) => {
  const { tx, person, now, surroundings } = request
  const row = await lockVisit(tx, committeeId, visitId)
  visibleTo(request, row.home)
  const [answered, visit] = await Promise.all([
    answerHelper(tx, { committeeId, visitId, helperId, willing, me: person.accountId, now }),
    viewVisit(tx, person, { committeeId, visitId, firstWall: surroundings.firstWall }),
  ])
  if (!answered) throw new Refusal('WrongStep')
  return visit
}
