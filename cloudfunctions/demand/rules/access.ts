/** Who may see a demand and what they may do to it: the first wall. Row security (policies/0082) is the second. */
import type { DemandStatus } from '../../../contract/demand'
import type { Id } from '../../../contract/values'
import { leads, servesWhole, type Person } from '../../account/rules/person'
import { stepsFrom, type LaterStep } from './lifecycle'

/** What the rule needs to know of a demand. */
export interface DemandParties {
  committeeId: Id
  status: DemandStatus
  filedBy: Id
  ownerId: Id
  firstReceiverId: Id
  offeredTo: Id | null
  told: readonly Id[]
  blockId: Id | null
}

export interface Relation {
  filer: boolean
  owner: boolean
  offered: boolean
  firstReceiver: boolean
  /** Leads or deputises the block, or was told because of danger. */
  near: boolean
  /** Serves the committee whole. */
  wide: boolean
}

export function relationTo(person: Person, demand: DemandParties): Relation {
  const me = person.accountId
  return {
    filer: demand.filedBy === me,
    owner: demand.ownerId === me,
    offered: demand.offeredTo === me,
    firstReceiver: demand.firstReceiverId === me,
    near: (demand.blockId !== null && leads(person, demand.blockId)) || demand.told.includes(me),
    wide: servesWhole(person, demand.committeeId),
  }
}

/** Anybody with some relation to it; all others are answered as if it did not exist. */
export function maySee(person: Person, demand: DemandParties): boolean {
  return Object.values(relationTo(person, demand)).some(Boolean)
}

/** For each step, who may take it. One who filed a demand never acts on it as one who serves. */
const may: Record<LaterStep, (as: Relation) => boolean> = {
  add: (as) => as.filer,
  confirm: (as) => as.filer,
  notSolved: (as) => as.filer,
  withdraw: (as) => as.filer,
  accept: (as) => !as.filer && as.owner,
  reply: (as) => !as.filer && (as.owner || as.firstReceiver || as.wide),
  answer: (as) => !as.filer && (as.owner || as.firstReceiver || as.wide),
  note: (as) => !as.filer,
  handOver: (as) => !as.filer && (as.owner || as.wide),
  takeOver: (as) => !as.filer && !as.owner && (as.offered || as.near || as.wide),
}

/** What this person may do now, in the order the steps stand in the lifecycle. */
export function stepsFor(person: Person, demand: DemandParties): LaterStep[] {
  if (!maySee(person, demand)) return []
  const as = relationTo(person, demand)
  return stepsFrom(demand.status).filter((step) => may[step](as))
}
