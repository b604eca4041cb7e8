/** Who may see a visit and what they may do to it: the first wall. Row security (0230) is the second. */
import type { VisitMode, VisitState } from '../../../contract/visit'
import type { Id, Instant } from '../../../contract/values'
import { leads, servesWhole, type Person } from '../../account/rules/person'
import { stepsFrom, type LaterStep } from './lifecycle'

/** What the rule needs to know of a visit. */
export interface VisitParties {
  committeeId: Id
  blockId: Id
  mode: VisitMode
  state: VisitState
  hostId: Id
  offers: readonly Instant[]
  /** The reader belongs to the household, on the side that is visited. */
  home: boolean
  /** A summary is written and waits until somebody has read it; as far as the reader may know. */
  summaryWaits: boolean
}

export interface Relation {
  home: boolean
  /** Never of one's own household. */
  host: boolean
  /** Leads or deputises the block, or serves the committee whole. */
  serves: boolean
}

export function relationTo(person: Person, visit: VisitParties): Relation {
  return {
    home: visit.home,
    host: !visit.home && visit.hostId === person.accountId,
    serves: !visit.home && (leads(person, visit.blockId) || servesWhole(person, visit.committeeId)),
  }
}

/** All others are answered as if it did not exist. */
export function maySee(person: Person, visit: VisitParties): boolean {
  return Object.values(relationTo(person, visit)).some(Boolean)
}

/** Every step has its rule; a new one does not compile without. Times are accepted by the side they were proposed to. */
const may: Record<LaterStep, (as: Relation, visit: VisitParties) => boolean> = {
  propose: (as) => as.home || as.host,
  accept: (as, { state, offers }) => offers.length > 0 && (state === 'asked' ? as.host : as.home),
  move: (as) => as.home,
  cancel: (as) => as.home || as.host || as.serves,
  say: (as) => as.home || as.host,
  hold: (as) => as.host,
  summarise: (as, { summaryWaits }) => as.host && !summaryWaits,
  confirm: (as) => as.home,
  correct: (as) => as.home,
  standIn: () => false,
  miss: () => false,
}

/** What this person may do now, in the order the steps stand in the lifecycle. What is done at a door has methods of its own. */
export function stepsFor(person: Person, visit: VisitParties): LaterStep[] {
  if (visit.mode === 'home') return []
  const as = relationTo(person, visit)
  return stepsFrom(visit.state).filter((step) => may[step](as, visit))
}
