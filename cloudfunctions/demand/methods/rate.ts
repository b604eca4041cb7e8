import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { insertRating, listReasons } from '../ratings'
import { takeStep } from '../step'

/** Of five. */
const veryDissatisfied = 1

/**
 * Tells nobody but, of the worst, the director (or the secretary, where it speaks of the director), who follows it up. The one it speaks of
 * does not contact this person any more.
 * @throws Refusal `BadInput` for a reason that is not offered beside the value
 */
export const rate: Method<'demand', 'rate'> = (request, { value, reasons, words, ...input }) => {
  const offered = listReasons(request.tx)
  return takeStep(request, input, 'rate', (row, { directorId, secretaryIds }, known) => {
    const given = known.filter(({ slug, least, most }) => reasons.includes(slug) && value >= least && value <= most)
    if (given.length !== reasons.length) throw new Refusal('BadInput', { issues: [{ path: ['reasons'], code: 'notOffered' }] })
    const low = value === veryDissatisfied
    const follows = [directorId, ...secretaryIds].find((id) => id !== null && id !== row.ownerId && id !== row.filedBy) ?? null
    return {
      change: { rated: row.reopened, ...(low ? { kept_from: row.ownerId } : {}) },
      write: (tx) => insertRating(tx, {
        committeeId: input.committeeId, demandId: input.demandId, closure: row.reopened, byId: request.person.accountId, ratedId: row.ownerId,
        value, solved: row.status === 'declined' ? false : row.closedHow === 'silent' ? null : true, reasons: given.map(({ word }) => word), words: words || null, at: request.now,
      }),
      tell: low ? [{ toId: follows, about: 'ratedLow' }] : [],
    }
  }, { beside: offered })
}
