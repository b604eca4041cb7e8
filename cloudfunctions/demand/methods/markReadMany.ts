import { countUnread, markMattersRead } from '../../notice/store'
import type { Method } from '../../runtime/request'
import { listParties, markSeen } from '../store'
import { maySee } from '../rules/access'

/** What has moved out of sight meanwhile is passed over; answers how many notices are left unread. */
export const markReadMany: Method<'demand', 'markReadMany'> = async ({ tx, person, now, surroundings }, { demands }) => {
  const me = person.accountId
  const seen = (await listParties(tx, demands)).filter((row) => !surroundings.firstWall || maySee(person, row))
  const [, , unread] = await Promise.all([
    markSeen(tx, { demands: seen.map(({ committeeId, id }) => ({ committeeId, demandId: id })), me, now }),
    markMattersRead(tx, { me, subjectIds: seen.map(({ id }) => id), now }),
    countUnread(tx, me),
  ])
  return { unread, read: seen.length }
}
