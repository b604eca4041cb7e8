import { mostPhotoBytes, mostPhotos } from '../../../contract/photo'
import { Refusal } from '../../../contract/refusal'
import { newId, type Method } from '../../runtime/request'
import { insertPhoto, readLoose } from '../store'
import { uploadOf } from '../view'

/** For what is being written, and as many again for what was chosen and taken back. */
const mostLoose = 2 * mostPhotos

/** The same photo announced again, by a window beside or after the answer was lost, goes on where it stands. */
export const begin: Method<'photo', 'begin'> = async (request, { committeeId, bytes, sha256 }) => {
  const { tx, person, now } = request
  if (bytes > mostPhotoBytes) throw new Refusal('PhotoTooLarge')
  const me = person.accountId
  const loose = await readLoose(tx, { committeeId, me })
  const same = loose.find((row) => row.committeeId === committeeId && row.sha256 === sha256 && row.bytes === bytes)
  if (same) return uploadOf(same)
  if (loose.length >= mostLoose) throw new Refusal('TooManyPhotos')
  const id = newId(request)
  await insertPhoto(tx, { committeeId, id, byId: me, bytes, sha256, now })
  return { photoId: id, received: 0, state: 'uploading', fault: null }
}
