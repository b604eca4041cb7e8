import type { Method } from '../../runtime/request'
import { listVersions } from '../edited'
import { mustWrite } from '../view'

export const versions: Method<'service', 'versions'> = async (request, ref) => {
  mustWrite(request, ref.committeeId)
  return { items: await listVersions(request.tx, ref) }
}
