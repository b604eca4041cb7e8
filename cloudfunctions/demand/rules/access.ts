/** Who may see a demand and what they may do to it: the first wall. Row security (policies/0082) is the second. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { Urgency } from '../../../contract/demand/said'
import type { Id } from '../../../contract/values'
import { approves, leads, servesWhole, type Person } from '../../account/rules/person'
import { complexDays } from './deadline'
import { isResting, isWorking, stepsFrom, type LaterStep } from './lifecycle'

/** What the rule needs to know of a demand. */
export interface DemandParties {
  committeeId: Id
  status: DemandStatus
  urgency: Urgency
  /** Null where it was entered for somebody without an account. */
  filedBy: Id | null
  ownerId: Id
  firstReceiverId: Id
  offeredTo: Id | null
  told: readonly Id[]
  blockId: Id | null
  /** How many are worked on with it. */
  followers: number
  moreTimeBy: Id | null
  /** Working days of the running deadline; null for danger. */
  dueDays: number | null
  closedHow: 'confirmed' | 'proxy' | 'silent' | null
  reopened: number
  /** Of which closure the filer has said how it was: how often it had been reopened by then. */
  rated: number | null
  /** With whom its filer was very dissatisfied. */
  keptFrom: Id | null
}

export interface Relation {
  filer: boolean
  /** Serves, where nobody else can speak for the one it was entered for. */
  voice: boolean
  owner: boolean
  offered: boolean
  firstReceiver: boolean
  /** Leads or deputises the block, or was told because of danger. */
  near: boolean
  /** Serves the committee whole. */
  wide: boolean
  /** Director or secretary: decides about more time. */
  approver: boolean
}

export function relationTo(person: Person, demand: DemandParties): Relation {
  const me = person.accountId
  const owner = demand.ownerId === me
  const firstReceiver = demand.firstReceiverId === me
  const wide = servesWhole(person, demand.committeeId)
  return {
    filer: demand.filedBy === me,
    voice: demand.filedBy === null && (owner || firstReceiver || wide),
    owner,
    offered: demand.offeredTo === me,
    firstReceiver,
    near: (demand.blockId !== null && leads(person, demand.blockId)) || demand.told.includes(me),
    wide,
    approver: approves(person, demand.committeeId),
  }
}

/** Anybody with some relation to it; all others are answered as if it did not exist. */
export function maySee(person: Person, demand: DemandParties): boolean {
  return Object.values(relationTo(person, demand)).some(Boolean)
}

type May = (as: Relation, demand: DemandParties, me: Id) => boolean

const resident = (as: Relation) => as.filer || as.voice
const hands = (as: Relation) => !as.filer && (as.owner || as.wide)
/** The first receiver stays answerable, but what is said to many is said by the one who has it in hand. */
const speaks = (as: Relation, demand: DemandParties) => hands(as) || (!as.filer && as.firstReceiver && demand.followers === 0)
const decides: May = (as, demand, me) => !as.filer && as.approver && demand.moreTimeBy !== null && demand.moreTimeBy !== me
const never = () => false
/** Closed by silence is not closed by word. */
const hasSpoken = (demand: DemandParties) => demand.status === 'closed' && demand.closedHow !== 'silent'

/** For each step, who may take it. One who filed a demand never acts on it as one who serves. */
const may: Record<LaterStep, May> = {
  add: resident,
  confirm: (as, demand) => resident(as) && !hasSpoken(demand),
  notSolved: (as, demand) => resident(as) && !hasSpoken(demand),
  // What it was like is said by who lived it, in their own hand, once for each closure.
  rate: (as, demand) => as.filer && demand.rated !== demand.reopened,
  withdraw: resident,
  accept: (as) => !as.filer && as.owner,
  reply: (as, demand) => (isResting(demand.status) ? !as.filer && as.wide : demand.status !== 'merged' && speaks(as, demand)),
  answer: (as, demand) => demand.status !== 'merged' && speaks(as, demand),
  ask: hands,
  resume: hands,
  note: (as) => !as.filer,
  handOver: hands,
  bounce: (as) => !as.filer && as.offered,
  takeOver: (as) => !as.filer && !as.owner && (as.offered || as.near || as.wide),
  transfer: hands,
  takeToMeeting: (as) => hands(as) || (!as.filer && as.firstReceiver),
  join: (as, demand) => demand.followers === 0 && hands(as),
  separate: (as) => as.filer || as.owner || as.wide,
  askMoreTime: (as, demand) => !as.filer && as.owner && demand.moreTimeBy === null && demand.dueDays !== null && demand.dueDays < complexDays,
  grantMoreTime: decides,
  refuseMoreTime: decides,
  // Danger is never put off.
  snooze: (as, demand) => !as.filer && as.owner && demand.urgency !== 'danger' && isWorking(demand.status),
  move: (as) => !as.filer && as.wide,
  // A meeting's resolution, or the system.
  assign: never,
  decline: never,
  standIn: never,
  escalate: never,
  closeSilent: never,
  due: never,
}

/** From whom a demand is kept does not speak to its filer any more. */
const towardsFiler: ReadonlySet<LaterStep> = new Set(['reply', 'ask', 'answer'])

/** What this person may do now, in the order the steps stand in the lifecycle. */
export function stepsFor(person: Person, demand: DemandParties): LaterStep[] {
  if (!maySee(person, demand)) return []
  const as = relationTo(person, demand)
  return stepsFrom(demand.status).filter((step) => {
    if (demand.keptFrom === person.accountId && towardsFiler.has(step)) return false
    // Back from outside is recorded by who has it in hand; an offer is given back by whom it was made to.
    if (step === 'bounce' && demand.status === 'transferred') return hands(as)
    return may[step](as, demand, person.accountId)
  })
}
