/** What the timer does about a demand when nobody else does: warn, go up the ladder, close in silence. Pure. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { Urgency } from '../../../contract/demand/said'
import type { NoticeAbout } from '../../../contract/notice'
import type { Instant } from '../../../contract/values'
import { afterWorkingMinutes, closingMinute, dayOf, momentOf, workingDayAfter, type WorkingCalendar } from '../../organization/rules/calendar'
import { warning } from './deadline'
import { isWorking } from './lifecycle'

/** Who stands on the ladder: the director of the committee, the paired section of the street, its division head. */
export type Rung = 'director' | 'section' | 'head'
export interface LadderRung {
  who: Rung
  /** Office minutes after the deadline, 0 to 14,400, never less than the rung before. */
  afterMinutes: number
}

const workingDay = 6 * 60 + 30
/** Where a committee has set none: the director at the deadline, the section a working day later, the division head after three. */
export const defaultLadder: readonly LadderRung[] = [{ who: 'director', afterMinutes: 0 }, { who: 'section', afterMinutes: workingDay }, { who: 'head', afterMinutes: 3 * workingDay }]

/** After this many days without a word from the resident an answered demand closes as 未评价 (DOMAIN 3.1). */
export const silentDays = 15
/** When an answered demand closes by silence. */
export function silentAfter(answeredAt: Instant): Instant {
  return new Date(Date.parse(answeredAt) + silentDays * 86_400_000).toISOString()
}
/** So many days before that its filer is asked once more. */
const remindDays = 3
/** A question nobody answered for so many working days comes back to the owner's mind. */
const askedLongDays = 5

export interface Watched {
  status: DemandStatus
  urgency: Urgency
  dueAt: Instant
  contactDueAt: Instant
  contactedAt: Instant | null
  wordDueAt: Instant | null
  offeredAt: Instant | null
  askedAt: Instant | null
  answeredAt: Instant | null
}

export interface Alarm {
  /** Names what it is about, with the moment it hangs on: a deadline that was moved is watched anew. */
  key: string
  at: Instant
  tell: readonly (Rung | 'owner' | 'filer')[]
  about: NoticeAbout
  /** escalate: a line in the history says who was told · close: it closes as 未评价. */
  does?: 'escalate' | 'close'
}

/** All that lies ahead or behind, in no order. What is told to several at once is one alarm. */
export function alarmsOf(calendar: WorkingCalendar, ladder: readonly LadderRung[], row: Watched): Alarm[] {
  const alarms: Alarm[] = []
  const closing = (from: Instant, days: number) => momentOf(workingDayAfter(calendar, dayOf(from), days), closingMinute)
  if (isWorking(row.status) || (row.status === 'asked' && row.askedAt !== null && row.askedAt > row.dueAt)) {
    const warned = new Date(Date.parse(row.dueAt) - warning).toISOString()
    alarms.push({ key: `warn ${row.dueAt}`, at: warned, tell: ['owner'], about: 'demandDueSoon' })
    for (const { who, afterMinutes } of ladder) {
      const at = afterMinutes === 0 ? row.dueAt : afterWorkingMinutes(calendar, row.dueAt, afterMinutes)
      alarms.push({ key: `late ${who} ${row.dueAt}`, at, tell: ['owner', who], about: 'demandLate', does: 'escalate' })
    }
    if (row.contactedAt === null) alarms.push({ key: 'contact', at: row.contactDueAt, tell: ['owner', 'director', ...(row.urgency === 'danger' ? ['head' as const] : [])], about: 'contactLate', does: 'escalate' })
    if (row.wordDueAt !== null) alarms.push({ key: 'word', at: row.wordDueAt, tell: ['owner', 'director', 'head'], about: 'contactLate', does: 'escalate' })
    if (row.offeredAt !== null) alarms.push({ key: `offer ${row.offeredAt}`, at: closing(row.offeredAt, 1), tell: ['owner', 'director'], about: 'offerWaiting' })
  }
  if (row.status === 'asked' && row.askedAt !== null) alarms.push({ key: `asked ${row.askedAt}`, at: closing(row.askedAt, askedLongDays), tell: ['owner', 'filer'], about: 'questionWaiting' })
  if (row.status === 'answered' && row.answeredAt !== null) {
    alarms.push({ key: `remind ${row.answeredAt}`, at: new Date(Date.parse(row.answeredAt) + (silentDays - remindDays) * 86_400_000).toISOString(), tell: ['filer'], about: 'answerWaiting' })
    alarms.push({ key: `silent ${row.answeredAt}`, at: silentAfter(row.answeredAt), tell: ['filer'], about: 'demandClosedSilent', does: 'close' })
  }
  return alarms
}

/** What is due at `now` and was not done yet, earliest first, and when to look again; null when nothing lies ahead. */
export function watchAt(alarms: readonly Alarm[], done: readonly string[], now: Instant): { due: Alarm[]; next: Instant | null } {
  const left = alarms.filter((alarm) => !done.includes(alarm.key)).sort((a, b) => a.at.localeCompare(b.at))
  return { due: left.filter((alarm) => alarm.at <= now), next: left.find((alarm) => alarm.at > now)?.at ?? null }
}
