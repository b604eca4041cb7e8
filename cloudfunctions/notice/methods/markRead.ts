import type { Method } from '../../runtime/request'
import { countUnread, markRead as mark } from '../store'

export const markRead: Method<'notice', 'markRead'> = async ({ tx, person, now }, { subjectId }) => {
  const [, unread] = await Promise.all([mark(tx, { me: person.accountId, subjectId: subjectId ?? null, now }), countUnread(tx, person.accountId)])
  return { unread }
}
