import type { Method } from '../../runtime/request'
import { decideComment } from '../store'
import { asWhole } from '../who'

export const releaseComment: Method<'disclosure', 'releaseComment'> = async (request, { committeeId, commentId }) => {
  await decideComment(request.tx, committeeId, commentId, null, asWhole(request, committeeId))
  return { commentId }
}
