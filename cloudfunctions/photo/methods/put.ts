import { mostPixels, photoPiece } from '../../../contract/photo'
import { Refusal } from '../../../contract/refusal'
import { visibleTo, type Method } from '../../runtime/request'
import { headerOf } from '../rules/header'
import { addPiece, lockPhoto } from '../store'
import { uploadOf } from '../view'

/** What is no picture is refused with its first piece, before anything of it is kept. */
export const put: Method<'photo', 'put'> = async (request, { committeeId, photoId, offset, base64 }) => {
  const { tx, person, now } = request
  const row = await lockPhoto(tx, committeeId, photoId)
  visibleTo(request, row.byId === person.accountId)
  if (row.state !== 'uploading' || offset !== row.received) return uploadOf(row)
  const data = Buffer.from(base64, 'base64')
  if (data.length !== Math.min(photoPiece, row.bytes - offset)) throw new Refusal('BadInput', { issues: [{ path: ['base64'], code: 'invalid_length' }] })
  if (offset === 0) judge(data, data.length === row.bytes)
  return uploadOf(await addPiece(tx, row, data, now))
}

/** @throws Refusal `NotAPhoto`, `PhotoTooLarge` */
function judge(first: Uint8Array, whole: boolean): void {
  const header = headerOf(first)
  // In a large photo the size may stand in a later piece; then it is met when the photo is drawn.
  if (!header || (whole && !header.size)) throw new Refusal('NotAPhoto')
  if (header.size && header.size.width * header.size.height > mostPixels) throw new Refusal('PhotoTooLarge')
}
