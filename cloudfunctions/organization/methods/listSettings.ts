import { approves, servesWhole } from '../../account/rules/person'
import { defaultLadder } from '../../demand/rules/watch'
import { getLadder } from '../../demand/store'
import { visibleTo, type Method } from '../../runtime/request'
import { listPosts, listStreetPeople } from '../posts'
import { staffOf } from '../rules/roster'
import { getRoster } from '../store'

export const listSettings: Method<'organization', 'listSettings'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesWhole(person, committeeId))
  const [ladder, roster, posts, street] = await Promise.all([getLadder(tx, committeeId), getRoster(tx, committeeId, now), listPosts(tx, committeeId, now), listStreetPeople(tx)])
  const paired = (kind: 'section' | 'head') => posts.filter((post) => post.kind === kind).map((post) => ({ postId: post.id, staff: { ...staffOf(roster, post.accountId), section: post.section }, since: post.since }))
  return {
    ladder: [...(ladder.length > 0 ? ladder : defaultLadder)],
    usual: ladder.length === 0,
    sections: paired('section'),
    heads: paired('head'),
    street: street.map(({ accountId, name, kind, section }) => ({ accountId, name, kind, section })),
    mayChange: approves(person, committeeId),
  }
}
