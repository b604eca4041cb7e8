/** One step on a demand, from the lock to the telling. Every method that moves a demand goes through here. */
import type { Demand } from '../../contract/demand/demand'
import type { DemandStatus } from '../../contract/demand/life'
import type { HeardBy } from '../../contract/demand/said'
import type { NoticeAbout } from '../../contract/notice'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { queueNotices } from '../notice/store'
import type { Roster } from '../organization/rules/roster'
import { readRoster } from '../organization/store'
import { newId, visibleTo, type PersonRequest } from '../runtime/request'
import { maySee, stepsFor } from './rules/access'
import { clockColumns, type Clock } from './rules/deadline'
import { isResting, isWorking, statusAfter, type LaterStep } from './rules/lifecycle'
import { inner, mayBeHeld, reasoned, reviewerOf, waitsWhole } from './rules/spoken'
import { locksGroup } from './rules/together'
import { firstLetters } from './rules/title'
import { changeDemand, committeeOf, insertEntry, lockDemand, type DemandChange, type LockedDemand } from './store'
import { holdGroup, passOn, regroup, tellJoined } from './together'
import { viewDemand } from './view'

export interface StepPlan {
  /** Words for the thread. */
  text?: string
  /** Who is meant by a hand-over. */
  toId?: Id
  /** An outside party. */
  toName?: string
  /** What changes besides the status and the last word. */
  change?: DemandChange
  /** A clock set anew; without one it goes on. */
  clock?: Clock
  /** Who is told what. The one who acts is never told, and nobody where there is no account to tell. */
  tell?: readonly { toId: Id | null; about: NoticeAbout }[]
  /** What else is written with it, in the same round trip. */
  write?: (tx: Tx) => Promise<unknown>
  /** A further line the system adds. */
  also?: { step: LaterStep; toId: Id }
  /** The meeting's resolution that moves it, and what is written before the demand moves. */
  resolutionId?: Id
  first?: () => Promise<unknown>
}

/** Where a step is more than the one who acts and the demand. */
export interface StepCare<Beside> {
  /** What is read, or held, in the same round trip as the demand; begun before it, so that its locks come first. */
  beside: Promise<Beside>
  /** Who may, in place of the rule for the step. */
  may?: (row: LockedDemand) => boolean
}

interface StepInput {
  committeeId: Id
  demandId: Id
  /** How a step of the resident was heard, when it is written down for them. */
  heard?: HeardBy | undefined
}

/** What a resident says. */
const residentSteps: ReadonlySet<LaterStep> = new Set(['add', 'confirm', 'notSolved', 'withdraw'])

/** The clock after a pause has ended. */
export function resumed(row: LockedDemand, now: Instant): Clock {
  return { from: row.dueFrom, days: row.dueDays, pauses: row.askedAt === null ? row.pauses : [...row.pauses, [row.askedAt, now]] }
}

/** What follows from the new status alone, whatever step led there. */
function settle(row: LockedDemand, status: DemandStatus, now: Instant): DemandChange {
  return {
    ...(status === row.status ? {} : { status }),
    ...(status === 'asked' && row.status !== 'asked' ? { asked_at: now } : {}),
    ...(status !== 'asked' && row.status === 'asked' ? { asked_at: null } : {}),
    ...(isResting(status) && !isResting(row.status) ? { closed_at: now } : {}),
    ...(!isResting(status) && isResting(row.status) ? { closed_at: null, closed_how: null } : {}),
    // An offer nobody took and a question about time are over once somebody answered or it ended.
    ...(isResting(status) || status === 'answered' ? { offered_to: null, offered_at: null, more_time_by: null } : {}),
    watch_at: now,
  }
}

/** One who acts, and on what. */
interface Deed {
  row: LockedDemand
  roster: Roster
  step: LaterStep
  status: DemandStatus
  plan: StepPlan
  by: Id
  byName: string
  now: Instant
  /** Its words are not for the other side yet: they are no last line of a card. */
  pending?: boolean
}

/** What a step changes, and whom it tells; the same whether its words go out at once or were read by another first. */
export function consequencesOf({ row, roster, step, status, plan, by, byName, now, pending = false }: Deed) {
  const { text, change, clock: anew, tell = [] } = plan
  const clock = anew ?? (row.status === 'asked' && isWorking(status) ? resumed(row, now) : undefined)
  const clockChange = clock && clockColumns(roster.calendar, clock)
  const due = clockChange && clockChange.due_at !== row.dueAt ? { old: row.dueAt, new: clockChange.due_at } : undefined
  const lastWord: DemandChange = inner.has(step) ? {} : { last_at: now, last_by: by, ...(text === undefined || pending || reasoned.has(step) ? {} : { last_line: firstLetters(text, 60) }) }
  const moved: DemandChange = { ...(inner.has(step) ? {} : settle(row, status, now)), ...lastWord, ...clockChange, ...change }
  const fromName = by === row.filedBy ? row.filerName : byName
  const told = tell.flatMap((one, index) => (one.toId !== by && tell.findIndex((other) => other.toId === one.toId) === index ? [{ toId: one.toId, about: one.about, fromName }] : []))
  return { moved, due, told }
}

/**
 * lock → decide → write → tell, then the demand as the actor sees it now. Two round trips. Where the words have to be read by another first, they
 * are stored and nothing moves: the step is taken when they are let go (safety/methods/decide.ts).
 * @param plan decides, from the locked row and the roster read beside it, what else is written
 * @param beside reads, and locks before the demand itself, what the plan needs besides
 * @throws Refusal `NotFound` for one who may not see it, `WrongStep` when it has moved on, `NotAllowed` when the step is another's
 */
export async function takeStep<Beside = undefined>(
  request: PersonRequest,
  input: StepInput,
  wanted: LaterStep | ((status: DemandStatus) => LaterStep),
  plan: (row: LockedDemand, roster: Roster, beside: Beside) => StepPlan,
  care?: StepCare<Beside>,
): Promise<Demand> {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const committee = committeeOf(me, input.committeeId, input.demandId)
  const grouped = typeof wanted === 'function' || locksGroup(wanted)
  const [joined, row, staff, beside] = await Promise.all([
    grouped ? holdGroup(tx, committee, input.demandId) : [], lockDemand(tx, committee, input.demandId), readRoster(tx, committee, now), care?.beside as Promise<Beside>,
  ])
  visibleTo(request, maySee(person, row))
  const step = typeof wanted === 'function' ? wanted(row.status) : wanted
  const status = statusAfter(row, step)
  if (surroundings.firstWall && !(care?.may ? care.may(row) : stepsFor(person, row).includes(step))) throw new Refusal('NotAllowed')

  const { committeeId, id: demandId } = row
  const roster: Roster = { committeeId, ...staff }
  const planned = plan(row, roster, beside)
  const { text, toId, toName, also, write, resolutionId, first } = planned
  const line = { committeeId, demandId, at: now, from: row.status, to: status }
  const entry = { id: newId(request), byId: me, step, text: text ?? null, toId: toId ?? null, toName, doubt: mayBeHeld(step, row.status) && text !== undefined ? request.doubt : null }
  const { moved, due, told } = consequencesOf({ row, roster, step, status, plan: planned, by: me, byName: person.name, now, pending: entry.doubt !== null && me !== row.filedBy })
  const matter = { committeeId, subject: 'demand' as const, subjectId: demandId, title: row.title, at: now }
  const view = () => viewDemand(tx, person, { committeeId, demandId, now, firstWall: surroundings.firstWall, seals: surroundings.seals, roster })

  // A meeting's resolution stands; its words alone wait.
  if (entry.doubt && resolutionId === undefined && waitsWhole(step, row, me)) {
    const reviewer = reviewerOf(roster, [me, row.filedBy])
    const [, , demand] = await Promise.all([
      insertEntry(tx, { ...line, ...entry, to: row.status }),
      queueNotices(tx, matter, reviewer ? [{ id: newId(request), toId: reviewer, about: 'wordsHeld', fromName: person.name }] : []),
      view(),
    ])
    return demand
  }
  const said = { step, status, text, toId, toName, resolutionId, by: me, doubt: me === row.filedBy ? null : entry.doubt }
  const [, , , , , , , , demand] = await Promise.all([
    first?.(),
    Object.keys(moved).length > 0 ? changeDemand(tx, committeeId, demandId, moved) : undefined,
    insertEntry(tx, { ...line, ...entry, due, resolutionId, heard: row.filedBy === null && residentSteps.has(step) ? (input.heard ?? 'phone') : null }),
    write?.(tx),
    also && insertEntry(tx, { ...line, id: newId(request), from: status, byId: null, step: also.step, text: null, toId: also.toId }),
    passOn(request, row, joined, said),
    regroup(request, row, step, resumed(row, now), roster.calendar),
    queueNotices(tx, matter, [...told, ...tellJoined(row, joined, said, planned.tell ?? [], person.name)].map((one) => ({ ...one, id: newId(request) }))),
    view(),
  ])
  return demand
}
