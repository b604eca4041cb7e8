import { Refusal } from '../../../contract/refusal'
import { viewDemand } from '../../demand/view'
import { allowedTo, visibleTo, type Method } from '../../runtime/request'
import { decidePhoto, lockPhoto } from '../store'
import { shownTo, uploadOf } from '../view'

export const decide: Method<'photo', 'decide'> = async (request, { committeeId, demandId, photoId, decision }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const [demand, row] = await Promise.all([
    viewDemand(tx, person, { committeeId, demandId, now, firstWall: surroundings.firstWall, seals: surroundings.seals }),
    lockPhoto(tx, committeeId, photoId),
  ])
  visibleTo(request, row.demandId === demandId && shownTo(me, demand, [row]).length === 1)
  allowedTo(request, demand.reader === 'staff' && row.byId !== me)
  if (row.state !== 'pending') throw new Refusal('WrongStep')
  return uploadOf(await decidePhoto(tx, row, { by: me, says: decision === 'release' ? 'released' : 'refused', now }))
}
