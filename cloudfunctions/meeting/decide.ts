/** What a decision writes to the demand, and who hears of it. */
import type { Outside } from '../../contract/demand/route'
import type { Outcome } from '../../contract/meeting'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { StepPlan } from '../demand/step'
import type { DemandChange, LockedDemand } from '../demand/store'
import type { Roster } from '../organization/rules/roster'
import { takesAtOnce, toldResident } from './rules/outcome'

export interface Deciding {
  outcome: Outcome
  words: string
  ownerId: Id | null
  to: Outside | undefined
  resolutionId: Id
  present: readonly Id[]
  serving: readonly Id[]
  now: Instant
}

/** Those who see the demand anyway; nobody is given something to see to that they may not read. */
function sees(row: LockedDemand, roster: Roster, who: Id): boolean {
  const near = row.blockId === null ? [] : [roster.leaders.get(row.blockId), roster.deputies.get(row.blockId)]
  return [row.ownerId, row.firstReceiverId, row.offeredTo, ...row.told, ...near, roster.directorId, ...roster.officerIds].includes(who)
}

/** @throws Refusal `BadInput` for one who filed it or may not see it, `NobodyThere` for one who holds no post here */
function checkOwner(deciding: Deciding, row: LockedDemand, roster: Roster): void {
  const { ownerId, outcome, serving } = deciding
  if (ownerId === null) return
  if (!serving.includes(ownerId)) throw new Refusal('NobodyThere')
  if (ownerId === row.filedBy || (outcome !== 'assign' && !sees(row, roster, ownerId))) throw new Refusal('BadInput', { issues: [{ path: ['ownerId'], code: 'invalid_value' }] })
}

function changeOf({ outcome, ownerId, to, resolutionId, present, now }: Deciding, row: LockedDemand): DemandChange {
  const spoken = { word_due_at: null, ...(row.contactedAt === null ? { contacted_at: now } : {}) }
  if (outcome === 'answer' || outcome === 'fund') return { ...spoken, answered_at: now }
  if (outcome === 'decline') return { ...spoken, resolution_id: resolutionId }
  if (outcome === 'transfer') return { ...spoken, outside_kind: to!.kind, outside_name: to!.name, outside_number: to!.number, offered_to: null, offered_at: null }
  if (outcome === 'note') return spoken
  if (ownerId === row.ownerId) return { ...spoken, offered_to: null, offered_at: null }
  return takesAtOnce({ ownerId: ownerId!, present })
    ? { ...spoken, owner_id: ownerId!, offered_to: null, offered_at: null, lent_from: null }
    : { ...spoken, offered_to: ownerId, offered_at: now }
}

/** The step on the demand. @throws Refusal as `checkOwner` does */
export function planOf(deciding: Deciding, row: LockedDemand, roster: Roster): StepPlan {
  checkOwner(deciding, row, roster)
  const { outcome, words, ownerId, to, resolutionId } = deciding
  return {
    text: words,
    resolutionId,
    ...(outcome === 'assign' ? { toId: ownerId! } : {}),
    ...(outcome === 'transfer' ? { toName: [to!.name, to!.number].filter(Boolean).join(' ') } : {}),
    change: changeOf(deciding, row),
    tell: [{ toId: ownerId, about: 'resolutionMine' }, { toId: row.filedBy, about: toldResident[outcome] }, { toId: row.ownerId, about: 'demandDecided' }],
  }
}
