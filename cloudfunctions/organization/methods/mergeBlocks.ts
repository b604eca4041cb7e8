import { sql } from '../../database/sql'
import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { countOpen, lockOfPosts, moveByPosts } from '../../demand/moves'
import { movesByPosts, withTheirLeads } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { listPosts, mergeBlocks as merge } from '../posts'
import { servesIn, withPosts } from '../rules/roster'
import { getRoster, listBlocks } from '../store'

/** @throws Refusal `NotFound` for a block that is not there, `BadInput` for a block into itself, `PostEmpty` when nobody leads the other */
export const mergeBlocks: Method<'organization', 'mergeBlocks'> = async (request, { committeeId, blockId, intoId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  if (blockId === intoId) throw new Refusal('BadInput', { issues: [{ path: ['intoId'], code: 'custom' }] })
  const [roster, posts, blocks, demands, before] = await Promise.all([
    getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), listBlocks(tx, committeeId), lockOfPosts(tx, committeeId, sql`block_id = ${blockId}`), countOpen(tx, committeeId),
  ])
  const nameOf = (id: string) => blocks.find((one) => one.id === id)?.name
  if (!nameOf(blockId) || !nameOf(intoId)) throw new Refusal('NotFound')
  if (!roster.leaders.has(intoId)) throw new Refusal('PostEmpty')

  const ended = posts.filter((post) => post.blockId === blockId)
  const after = withPosts(roster, posts.filter((post) => !ended.includes(post)))
  const moved = demands.map((demand) => (demand.blockId === blockId ? { ...demand, blockId: intoId } : demand))
  const reason = `${nameOf(blockId)}并到了${nameOf(intoId)}`
  // Leader and deputies of the block, each with what they had: the block's goes to the new leader, and all of it where no post is left.
  const moves = withTheirLeads([...new Set(ended.map((post) => post.accountId))].flatMap((oldId) => {
    const own = moved.filter((demand) => demand.ownerId === oldId || (demand.lentFrom === oldId && !ended.some((post) => post.accountId === demand.ownerId)))
    const ofBlock = new Set(demands.filter((demand) => demand.blockId === blockId).map((demand) => demand.id))
    return [
      ...movesByPosts({ roster: after, oldId, blocks: new Map([[intoId, reason]]) }, own.filter((demand) => ofBlock.has(demand.id))),
      ...movesByPosts({ roster: after, oldId, blocks: new Map() }, own.filter((demand) => !ofBlock.has(demand.id))),
    ]
  }), moved)
  const [households] = await Promise.all([
    merge(tx, { committeeId, blockId, intoId, now }),
    moveByPosts({ tx, committeeId, now, newId: () => newId(request), roster: after }, moves, { me: person.accountId, before }),
  ])
  return { households, moved: moves.length }
}
