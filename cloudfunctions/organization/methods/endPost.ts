import { sql } from '../../database/sql'
import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { countOpen, lockOfPosts, moveByPosts } from '../../demand/moves'
import { movesByPosts } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { endPosts, listPosts } from '../posts'
import { servesIn, withPosts } from '../rules/roster'
import { getRoster } from '../store'

/** A leader's post ends only when another takes it. @throws Refusal `NotFound` for a post that is not there or is not ended like this */
export const endPost: Method<'organization', 'endPost'> = async (request, { committeeId, postId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  const [roster, posts, demands, before] = await Promise.all([
    getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), lockOfPosts(tx, committeeId, sql`id = ${postId}`), countOpen(tx, committeeId),
  ])
  const post = posts.find((one) => one.id === postId)
  if (!post || !['deputy', 'section', 'head'].includes(post.kind)) throw new Refusal('NotFound')
  const after = withPosts(roster, posts.filter((one) => one !== post))
  const moves = movesByPosts({ roster: after, oldId: post.accountId, blocks: new Map() }, demands)
  await Promise.all([
    endPosts(tx, committeeId, [postId], now),
    moveByPosts({ tx, committeeId, now, newId: () => newId(request), roster: after }, moves, { me: person.accountId, before }),
  ])
  return { moved: moves.length }
}
