import { countUnread, markRead as markNoticesRead } from '../../notice/store'
import type { Method } from '../../runtime/request'
import { markSeen } from '../store'
import { viewDemand } from '../view'

/** Marks the thread and its notices; answers how many notices are left unread. */
export const markRead: Method<'demand', 'markRead'> = async ({ tx, person, now, surroundings }, { demandId, ...asked }) => {
  const me = person.accountId
  const { committeeId } = await viewDemand(tx, person, { ...asked, demandId, now, firstWall: surroundings.firstWall, seals: surroundings.seals })
  const [, , unread] = await Promise.all([
    markSeen(tx, { demands: [{ committeeId, demandId }], me, now }),
    markNoticesRead(tx, { me, subjectId: demandId, now }),
    countUnread(tx, me),
  ])
  return { unread }
}
