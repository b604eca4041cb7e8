import { sql } from '../../database/sql'
import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { countOpen, demandsOfBuildings, lockOfPosts, moveByPosts } from '../../demand/moves'
import { movesByPosts } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { listBlockRows, listPosts, splitBlock as split } from '../posts'
import { mayLead, servesIn, withPosts } from '../rules/roster'
import { getRoster } from '../store'

/** @throws Refusal `NotFound` for buildings of another block, `LastBuilding` when none would be left, `NotServing` */
export const splitBlock: Method<'organization', 'splitBlock'> = async (request, { committeeId, blockId, buildingIds, leaderId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  const [roster, posts, blocks, demands, concerned, before] = await Promise.all([
    getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), listBlockRows(tx, committeeId),
    lockOfPosts(tx, committeeId, sql`kind = 'leader' and block_id = ${blockId}`), demandsOfBuildings(tx, committeeId, buildingIds), countOpen(tx, committeeId),
  ])
  const block = blocks.find((one) => one.id === blockId)
  const wanted = new Set(buildingIds)
  if (!block || [...wanted].some((id) => !block.buildings.some((building) => building.id === id))) throw new Refusal('NotFound')
  if (wanted.size === block.buildings.length) throw new Refusal('LastBuilding')
  if (!mayLead(roster, leaderId)) throw new Refusal('NotServing')

  const [newBlock, postId] = [newId(request), newId(request)]
  const after = withPosts(roster, [...posts, { accountId: leaderId, kind: 'leader', blockId: newBlock }])
  const moved = demands.map((demand) => (concerned.has(demand.id) ? { ...demand, blockId: newBlock } : demand))
  const moves = movesByPosts({ roster: after, oldId: roster.leaders.get(blockId) ?? null, blocks: new Map([[newBlock, `${block.name}分出了新的块`]]) }, moved)
  const [made] = await Promise.all([
    split(tx, { committeeId, blockId, buildingIds: [...wanted], newBlock, leaderId, postId, now }),
    moveByPosts({ tx, committeeId, now, newId: () => newId(request), roster: after }, moves, { me: person.accountId, before }),
  ])
  return { blockId: newBlock, ...made, moved: moves.length }
}
