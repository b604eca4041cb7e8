/** One step on a demand, from the lock to the telling. Every method that moves a demand goes through here. */
import type { Demand, DemandStatus, HeardBy } from '../../contract/demand'
import type { NoticeAbout } from '../../contract/notice'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { queueNotices } from '../notice/store'
import type { Roster } from '../organization/rules/roster'
import { getRoster } from '../organization/store'
import { newId, visibleTo, type PersonRequest } from '../runtime/request'
import { maySee, stepsFor } from './rules/access'
import { clockColumns, type Clock } from './rules/deadline'
import { isResting, isWorking, statusAfter, type LaterStep } from './rules/lifecycle'
import { firstLetters } from './rules/title'
import { changeDemand, insertEntry, lockDemand, type DemandChange, type LockedDemand } from './store'
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

/** Steps whose words are for colleagues: they are not the last word of the thread. */
const inner: ReadonlySet<LaterStep> = new Set(['note', 'snooze', 'askMoreTime', 'refuseMoreTime', 'rate'])
/** What a resident says. */
const residentSteps: ReadonlySet<LaterStep> = new Set(['add', 'confirm', 'notSolved', 'withdraw'])
/** Steps whose reason is not said to the resident. */
const reasoned: ReadonlySet<LaterStep> = new Set(['handOver', 'bounce'])

/** The clock after a pause has ended. */
function resumed(row: LockedDemand, now: Instant): Clock {
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

/**
 * lock → decide → write → tell, then the demand as the actor sees it now. Two round trips.
 * @param plan decides, from the locked row and the roster read beside it, what else is written
 * @throws Refusal `NotFound` for one who may not see it, `WrongStep` when it has moved on, `NotAllowed` when the step is another's
 */
export async function takeStep<Beside = undefined>(
  request: PersonRequest,
  { committeeId, demandId, heard = 'phone' }: StepInput,
  wanted: LaterStep | ((status: DemandStatus) => LaterStep),
  plan: (row: LockedDemand, roster: Roster, beside: Beside) => StepPlan,
  care?: StepCare<Beside>,
): Promise<Demand> {
  const { tx, person, now, surroundings } = request
  const [row, roster, beside] = await Promise.all([lockDemand(tx, committeeId, demandId), getRoster(tx, committeeId, now), care?.beside as Promise<Beside>])
  visibleTo(request, maySee(person, row))
  const step = typeof wanted === 'function' ? wanted(row.status) : wanted
  const status = statusAfter(row, step)
  if (surroundings.firstWall && !(care?.may ? care.may(row) : stepsFor(person, row).includes(step))) throw new Refusal('NotAllowed')

  const { text, toId, toName, change, clock: anew, tell = [], also, write, resolutionId, first } = plan(row, roster, beside)
  const me = person.accountId
  const clock = anew ?? (row.status === 'asked' && isWorking(status) ? resumed(row, now) : undefined)
  const clockChange = clock && clockColumns(roster.calendar, clock)
  const due = clockChange && clockChange.due_at !== row.dueAt ? { old: row.dueAt, new: clockChange.due_at } : undefined
  const lastWord: DemandChange = inner.has(step) ? {} : { last_at: now, last_by: me, ...(text === undefined || reasoned.has(step) ? {} : { last_line: firstLetters(text, 60) }) }
  const moved: DemandChange = { ...(inner.has(step) ? {} : settle(row, status, now)), ...lastWord, ...clockChange, ...change }
  const line = { committeeId, demandId, at: now, from: row.status, to: status }
  const fromName = me === row.filedBy ? row.filerName : person.name
  const told = tell.flatMap((one, index) => (one.toId !== null && one.toId !== me && tell.findIndex((other) => other.toId === one.toId) === index ? [{ toId: one.toId, about: one.about }] : []))

  const [, , , , , , demand] = await Promise.all([
    first?.(),
    Object.keys(moved).length > 0 ? changeDemand(tx, committeeId, demandId, moved) : undefined,
    insertEntry(tx, { ...line, id: newId(request), byId: me, step, text: text ?? null, toId: toId ?? null, toName, due, resolutionId, heard: row.filedBy === null && residentSteps.has(step) ? heard : null }),
    write?.(tx),
    also && insertEntry(tx, { ...line, id: newId(request), from: status, byId: null, step: also.step, text: null, toId: also.toId }),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: demandId, title: row.title, at: now }, told.map((one) => ({ ...one, id: newId(request), fromName }))),
    viewDemand(tx, person, { committeeId, demandId, now, firstWall: surroundings.firstWall, roster }),
  ])
  return demand
}
