import { approves, servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { countOwned, listBlockRows, listPosts } from '../posts'
import { presenceOf, servesIn, staffOf } from '../rules/roster'
import { getRoster } from '../store'

const rank = ['director', 'secretary', 'officer', 'leader', 'deputy', 'worker', 'section', 'head']

/** In the order of the notice board: who serves whole, leaders by block, the others; at the end those without a post. */
export const roster: Method<'organization', 'roster'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  const wide = servesWhole(person, committeeId)
  const [serving, posts, blocks, owned] = await Promise.all([
    getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), listBlockRows(tx, committeeId), wide ? countOwned(tx, committeeId) : new Map<string, number>(),
  ])
  // Who holds no post now may be given one again.
  const ids = [...new Set([...posts.map((post) => post.accountId), ...serving.staff.keys()])]
  const people = ids.map((accountId) => ({
    staff: staffOf(serving, accountId),
    posts: posts.filter((post) => post.accountId === accountId).map(({ id, kind, blockId, blockName, section, since }) => ({ id, kind, blockId, blockName, section, since })),
    presence: presenceOf(serving, accountId, now),
    openDemands: owned.get(accountId) ?? 0,
  }))
  const order = (one: (typeof people)[number]) => (one.posts.length === 0 ? rank.length : rank.indexOf(one.staff.post))
  return {
    directs: approves(person, committeeId),
    people: people.sort((one, other) => order(one) - order(other) || (one.staff.blockName ?? '').localeCompare(other.staff.blockName ?? '', 'zh', { numeric: true })),
    blocks: blocks.map(({ openDemands, ...block }) => ({
      ...block,
      openDemands: wide ? openDemands : 0,
      leader: posts.filter((post) => post.kind === 'leader' && post.blockId === block.id).map((post) => staffOf(serving, post.accountId))[0] ?? null,
      deputies: posts.filter((post) => post.kind === 'deputy' && post.blockId === block.id).map((post) => ({ postId: post.id, staff: staffOf(serving, post.accountId) })),
    })),
  }
}
