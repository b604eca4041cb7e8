import { Refusal } from '../../../contract/refusal'
import { viewDemand } from '../../demand/view'
import { queueNotices } from '../../notice/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { decidePhoto, lockPhoto } from '../store'
import { shownTo, uploadOf } from '../view'

/**
 * @throws Refusal `NotAllowed` for one's own, `WrongStep` when it was decided about before or is not there whole, `BadInput` for a refusal
 *   without a reason
 */
export const decide: Method<'photo', 'decide'> = async (request, { committeeId, demandId, photoId, decision, reason }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const [demand, row] = await Promise.all([
    viewDemand(tx, person, { committeeId, demandId, now, firstWall: surroundings.firstWall, seals: surroundings.seals }),
    lockPhoto(tx, committeeId, photoId),
  ])
  visibleTo(request, row.demandId === demandId && shownTo(me, demand, [row]).length === 1)
  allowedTo(request, demand.reader === 'staff' && row.byId !== me)
  if (row.state !== 'pending') throw new Refusal('WrongStep')
  const released = decision === 'release'
  if (!released && reason === '') throw new Refusal('BadInput', { issues: [{ path: ['reason'], code: 'too_small' }] })
  const [decided] = await Promise.all([
    decidePhoto(tx, row, { by: me, says: released ? 'released' : 'refused', reason: released ? null : reason, now }),
    // One that is let go goes on as it was; of one that is taken away its author is told why.
    released ? undefined : queueNotices(tx, { committeeId, subject: 'demand', subjectId: demandId, title: demand.title, at: now }, [{ id: newId(request), toId: row.byId, about: 'photoRefused', fromName: person.name }]),
  ])
  return uploadOf(decided)
}
