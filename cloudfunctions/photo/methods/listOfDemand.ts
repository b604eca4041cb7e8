import { viewDemand } from '../../demand/view'
import { untilOf } from '../../runtime/files'
import type { Method } from '../../runtime/request'
import { listOfDemand as readPhotos } from '../store'
import { isDrawn, photoOf, shownTo } from '../view'

export const listOfDemand: Method<'photo', 'listOfDemand'> = async ({ tx, person, now, surroundings }, { committeeId, demandId }) => {
  const { firstWall, files, seals } = surroundings
  const me = person.accountId
  const [demand, found] = await Promise.all([viewDemand(tx, person, { committeeId, demandId, now, firstWall, seals }), readPhotos(tx, committeeId, demandId)])
  const rows = firstWall ? shownTo(me, demand, found) : found
  const drawn = rows.filter(isDrawn)
  const urls = drawn.length > 0 ? await files.links(drawn.map(({ thumbRef }) => thumbRef), { reader: me, now }) : []
  const thumbs = new Map(drawn.map(({ id }, index) => [id, urls[index]!]))
  return { items: rows.map((row) => photoOf(row, { me, demand, thumb: thumbs.get(row.id) ?? null })), until: untilOf(now) }
}
