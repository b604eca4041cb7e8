import { sql } from '../../database/sql'
import { Refusal } from '../../../contract/refusal'
import { approves } from '../../account/rules/person'
import { countOpen, lockOfPosts, moveByPosts } from '../../demand/moves'
import { movesByPosts } from '../../demand/rules/moves'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { endPosts, enterStaff, insertPost, listPosts, listStreetPeople } from '../posts'
import { dayOf } from '../rules/calendar'
import { mayLead, servesIn, withPosts } from '../rules/roster'
import { getRoster, listBlocks } from '../store'

/**
 * @throws Refusal `NotServing` for a leader or deputy from outside, or a street post for one who is not of the street, `AlreadyHolds`,
 * `BadInput` when the block or the name of the section is missing
 */
export const appoint: Method<'organization', 'appoint'> = async (request, { committeeId, accountId, kind, blockId, section }) => {
  const { tx, person, now } = request
  visibleTo(request, servesIn(person, committeeId))
  allowedTo(request, approves(person, committeeId))
  const ofBlock = kind === 'leader' || kind === 'deputy'
  if (ofBlock && blockId === undefined) throw new Refusal('BadInput', { issues: [{ path: ['blockId'], code: 'invalid_type' }] })
  if (kind === 'section' && !section) throw new Refusal('BadInput', { issues: [{ path: ['section'], code: 'too_small' }] })
  const block = ofBlock ? blockId! : null
  const [roster, posts, blocks, street, demands, before] = await Promise.all([
    getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), listBlocks(tx, committeeId), listStreetPeople(tx),
    kind === 'leader' ? lockOfPosts(tx, committeeId, sql`kind = 'leader' and block_id = ${block}`) : [],
    countOpen(tx, committeeId),
  ])
  if (block !== null && !blocks.some((one) => one.id === block)) throw new Refusal('NotFound')
  const ofStreet = street.find((one) => one.accountId === accountId)
  const held = posts.filter((post) => post.accountId === accountId)
  if (ofBlock ? !mayLead(roster, accountId) : !ofStreet) throw new Refusal('NotServing')
  if (held.some((post) => post.kind === kind && post.blockId === block && (kind !== 'section' || post.section === section))) throw new Refusal('AlreadyHolds')

  const postId = newId(request)
  const old = kind === 'leader' ? posts.find((post) => post.kind === 'leader' && post.blockId === block) : undefined
  // Who leads a block is not its deputy too.
  const ended = [...(old ? [old] : []), ...(kind === 'leader' ? held.filter((post) => post.kind === 'deputy' && post.blockId === block) : [])]
  const after = withPosts(roster, [...posts.filter((post) => !ended.includes(post)), { accountId, kind, blockId: block }])
  const blockName = blocks.find((one) => one.id === block)?.name ?? ''
  const moves = movesByPosts({ roster: after, oldId: old?.accountId ?? null, blocks: new Map(block === null ? [] : [[block, `${blockName}换了块长`]]) }, demands)
  await Promise.all([
    ofBlock ? undefined : enterStaff(tx, { committeeId, accountId, name: ofStreet!.name, day: dayOf(now) }),
    ended.length > 0 ? endPosts(tx, committeeId, ended.map((post) => post.id), now) : undefined,
    insertPost(tx, { committeeId, id: postId, accountId, kind, blockId: block, section: kind === 'section' ? section! : null, since: now }),
    moveByPosts({ tx, committeeId, now, newId: () => newId(request), roster: after }, moves, { me: person.accountId, before }),
  ])
  return { postId, moved: moves.length }
}
