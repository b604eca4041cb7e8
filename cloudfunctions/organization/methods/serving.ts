import { visibleTo, type Method } from '../../runtime/request'
import { presenceOf } from '../rules/roster'
import { getRoster } from '../store'

/** For those who hold a post in the committee; once each, in the order of the chain: blocks, office, street. */
export const serving: Method<'organization', 'serving'> = async (request, { committeeId }) => {
  const { tx, person, now } = request
  visibleTo(request, person.posts.some((post) => post.committeeId === committeeId))
  const roster = await getRoster(tx, committeeId, now)
  const { leaders, deputies, directorId, officerIds, sectionIds, headIds } = roster
  const ids = new Set([...leaders.values(), ...deputies.values(), ...(directorId ? [directorId] : []), ...officerIds, ...sectionIds, ...headIds])
  return { items: [...ids].map((accountId) => presenceOf(roster, accountId, now)) }
}
