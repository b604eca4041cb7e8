import type { Method } from '../../runtime/request'
import { leaderPresence } from '../../organization/rules/roster'
import { blockNames, committeeNames, getRoster } from '../../organization/store'
import { listDeparted } from '../codes'
import { listMembers, listOwn } from '../store'

/** Few people belong to more than one household, so a roster is read for each committee. */
export const mine: Method<'household', 'mine'> = async ({ tx, person, now }) => {
  const ids = person.households.map((household) => household.householdId)
  const committeeIds = [...new Set(person.households.map((household) => household.committeeId))]
  const [households, members, departed, committees, blocks, rosters] = await Promise.all([
    listOwn(tx, ids),
    listMembers(tx, ids),
    listDeparted(tx, person.accountId, now),
    committeeNames(tx),
    blockNames(tx, committeeIds),
    Promise.all(committeeIds.map((committeeId) => getRoster(tx, committeeId, now))),
  ])
  return {
    items: households.map(({ committeeId, householdId, blockId, label, wish }) => ({
      membership: { committeeId, committeeName: committees.get(committeeId) ?? '', householdId, label, blockName: blocks.get(blockId) ?? null },
      members: members
        .filter((member) => member.householdId === householdId)
        .map(({ name, relation, accountId }) => ({ name, relation, me: accountId === person.accountId })),
      leader: leaderPresence(rosters.find((roster) => roster.committeeId === committeeId)!, blockId, now),
      wish,
    })),
    departed,
  }
}
