import { Refusal } from '../../../contract/refusal'
import { viewDemand } from '../../demand/view'
import { untilOf } from '../../runtime/files'
import type { Method } from '../../runtime/request'
import { listPhotos } from '../store'
import { isDrawn, shownTo } from '../view'

export const links: Method<'photo', 'links'> = async ({ tx, person, now, surroundings }, { committeeId, demandId, photoIds }) => {
  const { firstWall, files, seals } = surroundings
  const me = person.accountId
  const [demand, found] = await Promise.all([viewDemand(tx, person, { committeeId, demandId, now, firstWall, seals }), listPhotos(tx, committeeId, photoIds)])
  const rows = (firstWall ? shownTo(me, demand, found) : found).filter((row) => row.demandId === demandId).filter(isDrawn)
  const missing = photoIds.filter((id) => !rows.some((row) => row.id === id))
  if (missing.length > 0) throw new Refusal('NotFound', { photoIds: missing })
  const urls = await files.links(rows.map(({ fullRef }) => fullRef), { reader: me, now })
  return { items: rows.map((row, index) => ({ photoId: row.id, url: urls[index]! })), until: untilOf(now) }
}
