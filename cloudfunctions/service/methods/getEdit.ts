import type { Method } from '../../runtime/request'
import { mustWrite, readEdit } from '../view'

export const getEdit: Method<'service', 'getEdit'> = (request, ref) => {
  mustWrite(request, ref.committeeId)
  return readEdit(request, ref)
}
