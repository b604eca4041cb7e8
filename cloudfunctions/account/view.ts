/** Who is signed in, with the names of where they live and serve. */
import type { Me } from '../../contract/account'
import type { Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { listOwnRequests } from '../household/store'
import { blockNames, committeeNames } from '../organization/store'
import type { Person } from './rules/person'

/** One round trip. */
export async function viewMe(tx: Tx, person: Person, now: Instant): Promise<Me> {
  const committeeIds = [...new Set([...person.households, ...person.posts].map((place) => place.committeeId))]
  const [committees, blocks, requests] = await Promise.all([committeeNames(tx), blockNames(tx, committeeIds), listOwnRequests(tx, person.accountId, now)])
  const blockName = (id: string | null) => (id === null ? null : (blocks.get(id) ?? null))
  const committeeName = (id: string) => committees.get(id) ?? ''
  return {
    accountId: person.accountId,
    name: person.name,
    memberships: person.households.map(({ committeeId, householdId, blockId, label }) => ({ committeeId, committeeName: committeeName(committeeId), householdId, label, blockName: blockName(blockId) })),
    posts: person.posts.map(({ committeeId, kind, blockId }) => ({ committeeId, committeeName: committeeName(committeeId), kind, blockId, blockName: blockName(blockId) })),
    requests: requests.map(({ id, committeeId, label, state, askedAt, decider, reason }) => ({ id, committeeName: committeeName(committeeId), label, state, askedAt, decider: state === 'waiting' ? decider : null, reason })),
  }
}
