import { visibleTo, type Method } from '../../runtime/request'
import { getPhoto } from '../store'
import { uploadOf } from '../view'

export const status: Method<'photo', 'status'> = async (request, { committeeId, photoId }) => {
  const row = await getPhoto(request.tx, committeeId, photoId)
  visibleTo(request, row.byId === request.person.accountId)
  return uploadOf(row)
}
