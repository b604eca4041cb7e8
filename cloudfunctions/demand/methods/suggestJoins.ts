import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { maySee, stepsFor } from '../rules/access'
import { mostAlike } from '../rules/alike'
import { findDemand } from '../store'
import { listJoinCandidates } from '../together'

const shown = 10

/** For one who may join it: what they serve in the committee, private ones too, by likeness. */
export const suggestJoins: Method<'demand', 'suggestJoins'> = async (request, { committeeId, demandId }) => {
  const { tx, person, now } = request
  const [row, candidates] = await Promise.all([findDemand(tx, committeeId, demandId), listJoinCandidates(tx, { committeeId, demandId, me: person.accountId })])
  visibleTo(request, maySee(person, row))
  allowedTo(request, stepsFor(person, row).includes('join'))
  const items = mostAlike(row, candidates, now, shown).map(({ demandId: id, number, title, place, from, filedAt, followers, dueAt, working, visibility, sameBuilding }) =>
    ({ id, number, title, place, from, filedAt, followers, dueAt: working ? dueAt : null, visibility, sameBuilding }))
  return { items }
}
