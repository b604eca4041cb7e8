/** Whose a demand becomes when leave begins or ends, or when posts and blocks change. Pure; nothing is ever left without an owner. */
import type { Id } from '../../../contract/values'
import { dayOf, dayWords, opensNext } from '../../organization/rules/calendar'
import { absenceOf, mayOwn, staffOf, type Roster } from '../../organization/rules/roster'
import { standInsOf } from './routing'

/** An open demand, as far as moving it goes. */
export interface Movable {
  id: Id
  title: string
  ownerId: Id
  /** Whose it is while a stand-in has it. */
  lentFrom: Id | null
  blockId: Id | null
  filedBy: Id | null
  /** Who is not to speak to the resident any more; null for most. */
  keptFrom: Id | null
  /** The open demand it is joined to, and who has that. */
  leadId: Id | null
  leadOwnerId: Id | null
}

/** Nobody gets what they filed, nor what brings them back to somebody who would rather not hear from them. */
const suits = (demand: Movable, accountId: Id) => accountId !== demand.filedBy && accountId !== demand.keptFrom

export interface Move {
  demand: Movable
  toId: Id
  lentFrom: Id | null
  /** Why, as resident and colleagues read it. */
  reason: string
}

/** Who is tried for one who is away or gone: as for a new demand of the same block, and the stand-ins, duty and director for all else. */
function* instead(roster: Roster, ofId: Id, blockId: Id | null): Generator<Id> {
  const deputy = blockId !== null && roster.leaders.get(blockId) === ofId ? roster.deputies.get(blockId) : undefined
  if (deputy) yield deputy
  for (const { accountId } of standInsOf(roster, ofId)) if (accountId) yield accountId
  if (roster.duty) yield roster.duty.accountId
  if (roster.directorId) yield roster.directorId
  yield* roster.officerIds
}

/** The first who is there and whom it suits; undefined when there is nobody, so that it stays where it is. */
function firstThere(roster: Roster, candidates: Iterable<Id>, demand: Movable): Id | undefined {
  for (const id of candidates) if (suits(demand, id) && !absenceOf(roster, id)) return id
  return undefined
}

/**
 * What is joined goes where its lead goes and stays where that stays, for one person answers for all of it. Apart from its lead is only what
 * whoever has the lead filed, or is kept from; that goes as if it stood alone. `demands`: all that were held.
 */
export function withTheirLeads(moves: readonly Move[], demands: readonly Movable[]): Move[] {
  const moveOf = new Map(moves.map((move) => [move.demand.id, move]))
  return demands.flatMap((demand) => {
    const own = moveOf.get(demand.id) ?? []
    const along = demand.leadId === null ? undefined : moveOf.get(demand.leadId)
    if (!along) return demand.leadOwnerId === demand.ownerId ? [] : own
    if (!suits(demand, along.toId)) return own
    return along.toId === demand.ownerId ? [] : { ...along, demand }
  })
}

/** Leave has begun: what is in hand goes to who is there. What was lent on stays lent from whom it was. */
export function movesOut(roster: Roster, awayId: Id, demands: readonly Movable[]): Move[] {
  const absence = absenceOf(roster, awayId)
  if (!absence) return []
  const reason = `${staffOf(roster, awayId).name}请假，${dayWords(dayOf(opensNext(roster.calendar, absence.until)))} 回来`
  const moves = demands.flatMap((demand) => {
    if (demand.ownerId !== awayId) return []
    const toId = firstThere(roster, instead(roster, awayId, demand.blockId), demand)
    return toId === undefined || toId === awayId ? [] : [{ demand, toId, lentFrom: demand.lentFrom ?? awayId, reason }]
  })
  return withTheirLeads(moves, demands)
}

/** Leave has ended: what stand-ins still have comes back, if the person still serves and did not file it. */
export function movesBack(roster: Roster, backId: Id, demands: readonly Movable[]): Move[] {
  if (absenceOf(roster, backId) || !mayOwn(roster, backId)) return []
  const reason = `${staffOf(roster, backId).name}回来了`
  const moves = demands.flatMap((demand) =>
    demand.lentFrom !== backId || demand.ownerId === backId || !suits(demand, backId) ? [] : [{ demand, toId: backId, lentFrom: null, reason }])
  return withTheirLeads(moves, demands)
}

export interface PostChange {
  /** As it is after the change. */
  roster: Roster
  /** Who loses a post. */
  oldId: Id | null
  /** Blocks whose open demands go to the new leader, with why. */
  blocks: ReadonlyMap<Id, string>
}

/**
 * Posts have changed. What the old leader had of a block goes to its new one, or to who is there instead; what somebody without any post
 * left has in hand goes where a new demand of its block would go. `demands` stand in the block they have after the change.
 */
export function movesByPosts({ roster, oldId, blocks }: PostChange, demands: readonly Movable[]): Move[] {
  const gone = oldId !== null && !mayOwn(roster, oldId)
  const moves = demands.flatMap((demand) => {
    const concerned = demand.ownerId === oldId || demand.lentFrom === oldId
    if (!concerned) return []
    const why = demand.blockId === null ? undefined : blocks.get(demand.blockId)
    if (why === undefined && !gone) return []
    const leaderId = (demand.blockId === null ? undefined : roster.leaders.get(demand.blockId)) ?? null
    if (leaderId === oldId) return []
    const reason = why ?? `${staffOf(roster, oldId!).name}不再任职`
    const chain = leaderId === null ? instead(roster, oldId!, demand.blockId) : [leaderId, ...instead(roster, leaderId, demand.blockId)]
    // Nobody there: the leader all the same, else whoever is left to ask.
    const toId = firstThere(roster, chain, demand) ?? [leaderId, roster.directorId, ...roster.officerIds].find((id) => id !== null && id !== demand.filedBy) ?? null
    if (toId === null) return []
    const lentFrom = leaderId !== null && toId !== leaderId && absenceOf(roster, leaderId) && suits(demand, leaderId) ? leaderId : null
    return toId === demand.ownerId && lentFrom === demand.lentFrom ? [] : [{ demand, toId, lentFrom, reason }]
  })
  return withTheirLeads(moves, demands)
}
