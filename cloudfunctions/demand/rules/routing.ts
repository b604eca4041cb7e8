/** Where a demand goes: leader of the block → deputy → stand-ins → who receives today → director. Pure. */
import type { RouteLink, RouteReason } from '../../../contract/demand/route'
import type { Urgency } from '../../../contract/demand/said'
import { Refusal } from '../../../contract/refusal'
import type { Id, Instant } from '../../../contract/values'
import { opensNext } from '../../organization/rules/calendar'
import { absenceOf, staffOf, type Roster } from '../../organization/rules/roster'

export interface Routed {
  ownerId: Id
  /** Everybody along the chain when there is danger, the owner first; else the owner alone. */
  told: Id[]
  /** The chain as the resident reads it, in the order it was tried. */
  route: RouteLink[]
  /** The leader of the block, where only leave kept it from them: it is theirs again when they are back. */
  lentFrom: Id | null
}

interface Candidate {
  accountId: Id | null
  reason: RouteReason
}

/** Stand-ins of one on leave, each standing in for the one before; stops when the chain comes back to somebody. */
export function* standInsOf(roster: Roster, accountId: Id): Generator<Candidate> {
  const met = new Set([accountId])
  for (let next = absenceOf(roster, accountId)?.standInId; next; next = absenceOf(roster, next)?.standInId) {
    if (met.has(next)) {
      yield { accountId: null, reason: 'standInLoop' }
      return
    }
    met.add(next)
    yield { accountId: next, reason: 'standIn' }
  }
}

/** Who takes what is handed to a block now: leader, deputy or stand-in, whoever is not on leave; else the leader all the same. */
export function receiverOfBlock(roster: Roster, blockId: Id): Id | undefined {
  const leader = roster.leaders.get(blockId)
  const standIns = leader ? [...standInsOf(roster, leader)].map((candidate) => candidate.accountId) : []
  const inOrder = [leader, roster.deputies.get(blockId), ...standIns].filter((accountId) => accountId !== undefined && accountId !== null)
  return inOrder.find((accountId) => !absenceOf(roster, accountId)) ?? inOrder[0]
}

/** The chain as it should be tried, people appearing once. */
function* candidatesOf(roster: Roster, blockId: Id | null, about: 'community' | 'app', takerId: Id | undefined): Generator<Candidate> {
  if (about === 'app') yield { accountId: roster.directorId, reason: 'aboutApp' }
  else if (blockId === null) yield { accountId: null, reason: 'noBlock' }
  else {
    const leader = roster.leaders.get(blockId) ?? null
    yield { accountId: leader, reason: leader ? 'leaderOfBlock' : 'postEmpty' }
    const deputy = roster.deputies.get(blockId)
    if (deputy) yield { accountId: deputy, reason: 'deputyOfBlock' }
    if (leader) yield* standInsOf(roster, leader)
  }
  if (takerId) yield { accountId: takerId, reason: 'tookCall' }
  if (roster.duty) yield { accountId: roster.duty.accountId, reason: 'dutyToday' }
  if (roster.directorId) yield { accountId: roster.directorId, reason: 'director' }
  for (const accountId of roster.officerIds) yield { accountId, reason: 'director' }
}

/**
 * Finds the owner of a new demand, with the reasons.
 * @throws Refusal `NobodyThere` when nobody but the filer serves the committee.
 */
export function routeDemand(demand: {
  roster: Roster
  blockId: Id | null
  /** Null where it was written down for one without an account. */
  filerId: Id | null
  /** Who wrote it down: keeps it while the block has nobody there. */
  takerId?: Id
  /** With whom the filer was very dissatisfied: passed over while there is anybody else. */
  avoid?: readonly Id[]
  urgency: Urgency
  about: 'community' | 'app'
  /** Only for the words: when those on leave are back. */
  now: Instant
}): Routed {
  const { roster, filerId, avoid = [] } = demand
  const danger = demand.urgency === 'danger'
  const route: RouteLink[] = []
  const met = new Set<Id>()
  let ownerId: Id | null = null
  let lastResort: Id | null = null
  /** Passed over by the filer's wish, though there. */
  let unwished: Id | null = null

  for (const { accountId, reason } of candidatesOf(roster, demand.blockId, demand.about, demand.takerId)) {
    if (accountId === null) {
      route.push({ staff: null, reason, outcome: 'passed', back: null })
      continue
    }
    if (met.has(accountId)) continue
    const staff = staffOf(roster, accountId)
    // Officers are the last resort, once the director can not take it; nobody reads a list of the whole office.
    if (roster.officerIds.includes(accountId) && reason === 'director' && ownerId !== null) break
    met.add(accountId)
    if (accountId === filerId) {
      route.push({ staff, reason: 'isFiler', outcome: 'passed', back: null })
      continue
    }
    const wished = !avoid.includes(accountId)
    if (wished) lastResort ??= accountId
    const absence = absenceOf(roster, accountId)
    if (ownerId !== null) {
      route.push({ staff, reason: 'toldAtOnce', outcome: 'told', back: null })
    } else if (absence) {
      route.push({ staff, reason: 'onLeave', outcome: danger ? 'told' : 'passed', back: opensNext(roster.calendar, absence.until) })
    } else if (!wished) {
      unwished ??= accountId
      route.push({ staff, reason: 'askedForAnother', outcome: danger ? 'told' : 'passed', back: null })
    } else {
      ownerId = accountId
      route.push({ staff, reason, outcome: 'took', back: null })
      if (!danger) break
    }
  }

  // All are on leave: an absent owner is still better than none.
  const owner = ownerId ?? unwished ?? lastResort ?? avoid.find((accountId) => met.has(accountId) && accountId !== filerId) ?? null
  if (owner === null) throw new Refusal('NobodyThere')
  if (ownerId === null) route.push({ staff: staffOf(roster, owner), reason: 'director', outcome: 'took', back: null })
  const told = danger ? route.flatMap((link) => (link.staff && link.staff.accountId !== filerId && link.staff.accountId !== owner ? [link.staff.accountId] : [])) : []
  const first = route[0]
  const leader = demand.blockId === null ? undefined : roster.leaders.get(demand.blockId)
  const lent = first?.reason === 'onLeave' && leader !== undefined && first.staff?.accountId === leader && leader !== owner && !avoid.includes(leader)
  return { ownerId: owner, told: [owner, ...new Set(told)], route, lentFrom: lent ? leader : null }
}
