/** What one reader may see of an archive. */
import type { Archive, ArchiveChange, ArchiveEdit, ArchiveEvent } from '../../contract/archive'
import { childName, isChild } from '../../contract/child'
import type { HomeChange } from '../../contract/home'
import type { HouseCell, HouseLine } from '../../contract/houseMap'
import type { Id, Instant } from '../../contract/values'
import { dayOf } from '../organization/rules/calendar'
import type { ChangeRow, DecisionRow, HomeRow, PersonRow } from './archive'
import type { CareRow } from './care'
import type { HomeChangeRow } from './homes'
import type { CellRow, HouseRow } from './houses'
import type { OpenHome } from './openings'
import { isSealed, mayDecide, opensOf, stepsOf, type Seat } from './rules/archive'
import { classOf } from './rules/class'
import { mayUndo, wholeSteps } from './rules/home'
import { dueOf, floorOf, masked, reachOf } from './rules/reach'

export function changeView({ id, residentId, name, child, field, old, new: value, source, by, at, state, against, decidedBy, why }: ChangeRow, seat: Seat): ArchiveChange {
  const hidden = child && seat !== 'home'
  const shown = (one: ArchiveChange['old']) => (hidden ? withoutChild(field, one) : one)
  return { id, residentId, name: hidden && name !== null ? childName : name, field, sealed: isSealed(field), old: shown(old), new: shown(value), source, by, at, state, against: against && { ...against, value: shown(against.value) }, decidedBy, why, steps: state === 'proposed' && mayDecide(seat) ? ['apply', 'refuse'] : [] }
}

export function homeChangeView({ id, kind, householdId, label, otherId, otherLabel, people, source, why, by, at, undone, last }: HomeChangeRow, seat: Seat, now: Instant): HomeChange {
  return { id, kind, householdId, label, otherId, otherLabel, people, source, why, by, at, undone, steps: mayDecide(seat) && mayUndo({ kind, at, undone: undone !== null, last }, now) ? ['undo'] : [] }
}

const decisionView = ({ at, class: kind, why, source, by }: DecisionRow) => ({ at, class: kind, why, source, by })

/** The three kinds of lines, newest first; of the same moment by id, as the pages are cut. */
export function eventsOf({ changes, homes, decisions }: { changes: ChangeRow[]; homes: HomeChangeRow[]; decisions: DecisionRow[] }, { seat, now }: { seat: Seat; now: Instant }): ArchiveEvent[] {
  const none = { change: null, home: null, decision: null }
  return [
    ...changes.map((row) => ({ ...none, id: row.id, at: row.at, change: changeView(row, seat) })),
    ...homes.map((row) => ({ ...none, id: row.id, at: row.at, home: homeChangeView(row, seat, now) })),
    ...decisions.map((row) => ({ ...none, id: row.id, at: row.at, decision: decisionView(row) })),
  ].sort((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
}

/** A value about a child, for those who serve: neither name nor year. */
function withoutChild(field: ArchiveChange['field'], value: ArchiveChange['old']): ArchiveChange['old'] {
  if (field === 'name' || field === 'birthYear') return null
  return field === 'member' && value !== null && typeof value === 'object' && 'relation' in value ? { ...value, name: childName, birthYear: null } : value
}

export interface ArchiveParts {
  home: HomeRow
  people: PersonRow[]
  care: CareRow[]
  waiting: ChangeRow[]
  own: OpenHome
  notes: Archive['notes']
  demands: Archive['demands']
  visits: Archive['visits']
  decisions: DecisionRow[]
  openings: Archive['openings']
  lastVisit: Archive['lastVisit']
  homeChanges: HomeChangeRow[]
}

/** Numbers lie sealed and are masked; the reader's own stands in the clear. */
export function archiveView(parts: ArchiveParts, { me, seat, now }: { me: Id; seat: Seat; now: Instant }): Archive {
  const { home, people, care, waiting, own } = parts
  const { committeeId, householdId, label, blockName, version, tenure, wish, wishAt, movedOutAt, goesOn, live } = home
  const atHome = seat === 'home'
  return {
    committeeId, householdId, label, blockName, version, tenure, wish, wishAt, movedOutAt, goesOn,
    class: classOf({ noHomeVisits: wish.noHomeVisits, cared: care.length > 0 }),
    members: people.filter(({ leftAt }) => leftAt === null || !atHome).map(({ residentId, name, relation, birthYear, roles, hasPhone, hasEmail, accountId, leftAt }) => {
      const mine = accountId === me
      const open = mine ? own.people.find((one) => one.residentId === residentId) : undefined
      const child = isChild(birthYear, dayOf(now))
      const hidden = child && !atHome
      return { residentId, name: hidden ? childName : name, relation, birthYear: mine || (!atHome && !hidden) ? birthYear : null, roles, hasPhone, hasEmail, inApp: accountId !== null, me: mine, child, phone: open?.phone ?? null, email: open?.email ?? null, leftAt }
    }),
    care: care.map(({ careId, since, reviewOn, setBy, contestedAt }) => {
      const open = own.care.find((one) => one.careId === careId)
      return { careId, since, reviewOn, due: reviewOn !== null && reviewOn <= dayOf(now), setBy, contestedAt, kind: open?.kind ?? null, basis: open?.basis ?? null, law: open?.law ?? null, contest: open?.contest ?? null, steps: live && reviewOn !== null && mayDecide(seat) ? ['review', 'end'] : [] }
    }),
    waiting: waiting.map((change) => changeView(change, seat)),
    notes: parts.notes, demands: atHome ? [] : parts.demands, visits: parts.visits, decisions: parts.decisions.map(decisionView), openings: parts.openings, lastVisit: parts.lastVisit,
    homeChanges: parts.homeChanges.map((row) => homeChangeView(row, seat, now)),
    opens: live ? opensOf(seat) : [],
    steps: !live ? [] : [...stepsOf(seat, { inApp: home.inApp, ownCare: care.some(({ careId }) => own.care.some((one) => one.careId === careId)) }), ...wholeSteps(seat, { live, living: people.filter(({ leftAt }) => leftAt === null).length })],
  }
}

/** A change as the edit it was. @param text of what lay sealed */
export function editOf({ field, residentId, new: value }: Pick<ChangeRow, 'field' | 'residentId' | 'new'>, text: string | null): ArchiveEdit {
  return { field, ...(residentId && { residentId }), value: isSealed(field) ? (text ?? '') : value } as ArchiveEdit
}

/** One home of the house map. */
export function cellView({ id, room, noHomeVisits, cared, vacant, reachedAt, openDemands, asksVisit }: CellRow, now: Instant): HouseCell {
  return { id, room, floor: floorOf(room), class: classOf({ noHomeVisits, cared }), vacant, reach: reachOf(reachedAt, { cared, now }), reachedAt, openDemands, asksVisit }
}

/** One home of a list: no name whole, no number, no kind of care. */
export function houseView({ id, label, blockName, noHomeVisits, cared, tenure, people, reachedAt, reviewOn, contactOn }: HouseRow, now: Instant): HouseLine {
  return {
    id, label, blockName, class: classOf({ noHomeVisits, cared }), tenure, names: people.names.map(masked), people: people.count, inApp: people.inApp, hasPhone: people.hasPhone, hasEmail: people.hasEmail,
    reach: reachOf(reachedAt, { cared, now }), reachedAt, due: contactOn === null ? null : dueOf({ reviewOn, contactOn }, dayOf(now)),
  }
}
