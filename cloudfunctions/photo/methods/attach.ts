import { mostPhotos } from '../../../contract/photo'
import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { attachPhotos, lockPhotos, lockSaying } from '../store'
import { uploadOf } from '../view'

/** As long as the phone keeps what it could not send. */
const days3 = 3 * 24 * 3600_000

/** Words go first and never wait for pictures, so the pictures follow them by the key the words went with (docs/decisions/012). */
export const attach: Method<'photo', 'attach'> = async ({ tx, person, now, surroundings }, { committeeId, saidWith, photoIds }) => {
  const me = person.accountId
  const wanted = [...new Set(photoIds)]
  const since = new Date(Date.parse(now) - days3).toISOString()
  const [saying, found] = await Promise.all([lockSaying(tx, { committeeId, me, key: saidWith, since }), lockPhotos(tx, committeeId, wanted)])
  const rows = surroundings.firstWall ? found.filter((row) => row.byId === me) : found
  if (!saying || rows.length < wanted.length) throw new Refusal('NotFound', { photoIds: wanted.filter((id) => !rows.some((row) => row.id === id)) })
  const there = rows.filter((row) => row.demandId === saying.demandId && row.entryId === saying.entryId)
  const taken = rows.filter((row) => row.demandId !== null && !there.includes(row))
  if (taken.length > 0) throw new Refusal('PhotoTaken', { photoIds: taken.map(({ id }) => id) })
  const fresh = rows.filter((row) => row.demandId === null)
  if (saying.count + fresh.length > mostPhotos) throw new Refusal('TooManyPhotos', { photoIds: fresh.slice(mostPhotos - saying.count).map(({ id }) => id) })
  await attachPhotos(tx, saying, fresh, now)
  return { demandId: saying.demandId, entryId: saying.entryId, items: rows.map(uploadOf) }
}
