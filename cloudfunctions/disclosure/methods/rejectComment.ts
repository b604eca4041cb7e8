import type { Method } from '../../runtime/request'
import { decideComment } from '../store'
import { asWhole } from '../who'

export const rejectComment: Method<'disclosure', 'rejectComment'> = async (request, { committeeId, commentId, reason }) => {
  await decideComment(request.tx, committeeId, commentId, reason, asWhole(request, committeeId))
  return { commentId }
}
