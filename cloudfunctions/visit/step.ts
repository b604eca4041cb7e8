/** One step on a visit online, from the lock to the telling. */
import type { NoticeAbout } from '../../contract/notice'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Visit } from '../../contract/visit'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { reviewerOf } from '../demand/rules/spoken'
import { queueNotices, type NewNotice } from '../notice/store'
import { getRoster } from '../organization/store'
import { newId, visibleTo, type PersonRequest } from '../runtime/request'
import { maySee, stepsFor } from './rules/access'
import { stateAfter, type LaterStep, type Side } from './rules/lifecycle'
import { spanOf } from './rules/slots'
import { watchAt } from './rules/watch'
import { giveBackSlot } from './slots'
import { changeVisit, insertVisitEntry, lockVisit, type LockedVisit, type VisitChange } from './store'
import { viewVisit } from './view'

/** What a visit is called where anybody may read it: no name, flat or purpose. */
export const visitTitle = '线上走访'

export interface StepPlan {
  text?: string
  /** A time it has from now on; null gives the time up. Left out: as it was. */
  time?: { startsAt: Instant; endsAt: Instant } | null
  change?: VisitChange
  /** What the other side is told. */
  tell: NoticeAbout
  /** What else is written with it, in the same round trip, before the visit itself moves. */
  first?: (tx: Tx) => Promise<unknown>
}

/** The other side: its host, or those of the household who are told. Nobody tells themselves. */
function others(row: LockedVisit, me: Id): Id[] {
  return (row.home ? [row.hostId, ...row.told] : [...row.told, row.hostId]).filter((id, index, all) => id !== me && all.indexOf(id) === index)
}

/**
 * Every method that moves a visit goes through here. Words that have to be read by another first (decision 045): what a household says does its work
 * at once; of what its host says a word waits whole, a summary leaves the visit held until it is let go (safety/methods/decideVisit.ts), and any other
 * step is taken while its line waits.
 * @param read what else is read, or held, in the same round trip, after the visit
 * @throws Refusal `NotFound`, `WrongStep`, `NotAllowed`
 */
export async function takeStep<Beside = undefined>(
  request: PersonRequest,
  { committeeId, visitId }: { committeeId: Id; visitId: Id },
  step: LaterStep,
  plan: (row: LockedVisit, beside: Beside) => StepPlan,
  read?: () => Promise<Beside>,
): Promise<Visit> {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const [row, beside, reviewerId] = await Promise.all([lockVisit(tx, committeeId, visitId), read?.() as Promise<Beside>, request.doubt ? findReviewer(request, committeeId, visitId) : undefined])
  visibleTo(request, maySee(person, row))
  if (row.mode === 'home') throw new Refusal('WrongStep')
  const side: Side = row.home ? 'home' : 'host'
  const wanted = stateAfter(row.state, step, side)
  if (surroundings.firstWall && !stepsFor(person, row).includes(step)) throw new Refusal('NotAllowed')

  const { text, time, change: planned, tell, first } = plan(row, beside)
  const doubt = text === undefined ? null : request.doubt
  const kept = doubt !== null && side === 'host'
  const summed = kept && step === 'summarise'
  const state = summed && row.state !== 'held' ? stateAfter(row.state, 'hold', side) : summed ? row.state : wanted
  const { summary: _, ...without } = planned ?? {}
  const change = summed ? without : planned
  const startsAt = time === undefined ? row.startsAt : (time?.startsAt ?? null)
  const endsAt = time === undefined ? row.endsAt : (time?.endsAt ?? null)
  // A calendar may have the time it had.
  const moved = row.startsAt !== null && startsAt !== row.startsAt
  const ended = state === 'cancelled' && row.startsAt !== null
  const told = side === 'home' && !row.told.includes(me) ? { told: [...row.told, me] } : {}
  const reviewer: NewNotice[] = kept && reviewerId ? [{ id: newId(request), toId: reviewerId, about: 'wordsHeld', fromName: person.name }] : []
  // What waits is told to nobody it waits for.
  const about = summed && row.state !== 'held' ? 'visitHeld' : tell
  const toTell = (kept && (step === 'say' || (summed && row.state === 'held'))) ? [] : doubt !== null && side === 'home' ? [row.hostId] : others(row, me)
  const [, , , , visit] = await Promise.all([
    first?.(tx),
    kept && step === 'say' ? undefined : changeVisit(tx, committeeId, visitId, {
      ...change, ...told,
      ...(state === row.state ? {} : { state }),
      ...(time === undefined ? {} : { starts_at: startsAt, ends_at: endsAt }),
      ...(moved || ended ? { moves: row.moves + 1 } : {}),
      watch_at: watchAt({ state, startsAt, endsAt, lastAt: now }, now), last_at: now, last_by: me,
    }),
    insertVisitEntry(tx, { committeeId, id: newId(request), visitId, at: now, byId: me, step, from: row.state, to: state, text: text ?? null, startsAt: time ? time.startsAt : null, doubt }),
    queueNotices(tx, { committeeId, subject: 'visit', subjectId: visitId, title: visitTitle, at: now }, [...toTell.map((toId) => ({ id: newId(request), toId, about, fromName: person.name })), ...reviewer]),
    viewVisit(tx, person, { committeeId, visitId, firstWall: surroundings.firstWall }),
  ])
  return visit
}

/** Who reads words of this visit first; never their author, nor one of those they are for. */
export async function findReviewer({ tx, person, now }: PersonRequest, committeeId: Id, visitId: Id): Promise<Id | undefined> {
  const [roster, people] = await Promise.all([
    getRoster(tx, committeeId, now),
    tx.run(sql<{ id: Id }>`select r.account_id as id from visit v join resident r on r.committee_id = v.committee_id and r.household_id = v.household_id and r.account_id is not null where v.committee_id = ${committeeId} and v.id = ${visitId}`),
  ])
  return reviewerOf(roster, [person.accountId, ...people.map(({ id }) => id)])
}

/** They talked: at the time it had, or just now where it had none. */
export function heldNow(row: LockedVisit, now: Instant): Pick<StepPlan, 'time'> & { change: VisitChange } {
  return {
    ...(row.startsAt === null ? { time: spanOf(now, row.minutes) } : {}),
    change: { offers: '[]', ...(row.heldAt === null ? { held_at: now } : {}) },
  }
}

/** The slot it had is free again. */
export function leaveSlot(row: LockedVisit): (tx: Tx) => Promise<unknown> {
  return (tx) => (row.slotId === null ? Promise.resolve() : giveBackSlot(tx, row.committeeId, row.id))
}
