import { visibleTo, type Method } from '../../runtime/request'
import { leaderPresence } from '../rules/roster'
import { getRoster, listBlocks } from '../store'

/** For those who hold a post in the committee. */
export const blocks: Method<'organization', 'blocks'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, person.posts.some((post) => post.committeeId === committeeId))
  const [items, roster] = await Promise.all([listBlocks(tx, committeeId), getRoster(tx, committeeId, now)])
  return { items: items.map((block) => ({ ...block, leader: leaderPresence(roster, block.id, now) })) }
}
