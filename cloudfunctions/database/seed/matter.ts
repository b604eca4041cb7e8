/** One demand of the past, told step by step under the same rules as a live one. */
import type { Channel, DemandKind, DemandStatus, DemandStep, RouteLink, Urgency, Visibility } from '../../../contract/demand'
import type { Day, Id, Instant } from '../../../contract/values'
import { deadlinesOf, dueOf, recheckDays } from '../../demand/rules/deadline'
import { isResting, statusAfter, type LaterStep } from '../../demand/rules/lifecycle'
import { routeDemand } from '../../demand/rules/routing'
import { firstLetters, titleOf } from '../../demand/rules/title'
import { alarmsOf, defaultLadder, watchAt } from '../../demand/rules/watch'
import { closingMinute, dayOf, minuteOf, momentOf, officialCalendar, workingDayAfter } from '../../organization/rules/calendar'
import type { Filer } from './community'
import { blockIdOf } from './places'
import { uuid7At, type Random } from './random'
import { rosterAt, type Service } from './serving'

/** Where and when a past is told. */
export interface Setting {
  service: Service
  today: Day
  now: Instant
  random: Random
}

export interface Filing {
  filer: Filer
  kind: DemandKind
  text: string
  at: Instant
  place?: string
  urgency?: Urgency
  visibility?: Visibility
  channel?: Channel
  about?: 'community' | 'app'
}

export interface Entry {
  committee_id: Id
  id: Id
  demand_id: Id
  at: Instant
  by_id: Id
  step: DemandStep
  from_status: DemandStatus | null
  status: DemandStatus
  text: string | null
  to_id: Id | null
}

export const later = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** The day on which the offices close next. */
export function nextClosingDay(now: Instant): Day {
  const today = dayOf(now)
  return officialCalendar.isWorkingDay(today) && minuteOf(now) < closingMinute ? today : workingDayAfter(officialCalendar, today, 1)
}

/** At the earliest `minutes` after `at`, while people are at work: 08:30 to 18:30 on working days. */
export function atWork(at: Instant, minutes: number, random: Random): Instant {
  const then = later(at, minutes)
  const day = dayOf(then)
  const early = 8 * 60 + 30 + random.int(0, 70)
  if (!officialCalendar.isWorkingDay(day)) return momentOf(workingDayAfter(officialCalendar, day, 1), early)
  if (minuteOf(then) < 8 * 60 + 30) return momentOf(day, early)
  return minuteOf(then) > 18 * 60 + 30 ? momentOf(workingDayAfter(officialCalendar, day, 1), early) : then
}

/** At the earliest `minutes` after `at`, while residents are awake: 07:00 to 22:00. */
export function awake(at: Instant, minutes: number, random: Random): Instant {
  const then = later(at, minutes)
  if (minuteOf(then) < 7 * 60) return momentOf(dayOf(then), 7 * 60 + random.int(5, 120))
  return minuteOf(then) > 22 * 60 ? momentOf(dayOf(later(then, 180)), 7 * 60 + random.int(5, 120)) : then
}

export class Matter {
  readonly entries: Entry[] = []
  readonly seen = new Map<Id, Instant>()
  readonly row
  private readonly setting: Setting

  constructor(setting: Setting, filing: Filing) {
    const { service, today, random } = setting
    const { filer, at } = filing
    const home = filer.home
    const urgency: Urgency = filing.urgency ?? 'ordinary'
    const about = filing.about ?? 'community'
    const block_id = home && blockIdOf(service.place, home.block)
    const routed = routeDemand({ roster: rosterAt(service, today, at), blockId: block_id, filerId: filer.accountId, urgency, about, now: at })
    const due = deadlinesOf(officialCalendar, { kind: filing.kind, urgency, filedAt: at })
    this.setting = setting
    this.row = {
      committee_id: service.place.committeeId,
      id: uuid7At(Date.parse(at), random),
      number: '',
      kind: filing.kind,
      about,
      title: titleOf(filing.text),
      text: filing.text,
      place: filing.place ?? '',
      urgency,
      visibility: filing.visibility ?? 'committee',
      channel: filing.channel ?? 'app',
      status: 'submitted' as DemandStatus,
      filed_by: filer.accountId,
      filer_name: filer.called,
      household_id: home?.householdId ?? null,
      block_id,
      owner_id: routed.ownerId,
      first_receiver_id: routed.ownerId,
      offered_to: null as Id | null,
      told: urgency === 'danger' ? routed.told : [],
      route: routed.route as RouteLink[],
      filed_at: at,
      contact_due_at: due.contactDueAt,
      contacted_at: null as Instant | null,
      due_at: due.dueAt,
      provisional: due.provisional,
      due_from: at,
      due_days: due.dueDays,
      pauses: [] as [Instant, Instant][],
      word_due_at: due.wordDueAt,
      asked_at: null as Instant | null,
      offered_at: null as Instant | null,
      watch_at: null as Instant | null,
      alarms: [] as string[],
      closed_how: null as 'confirmed' | null,
      answered_at: null as Instant | null,
      closed_at: null as Instant | null,
      reopened: 0,
      last_at: at,
      last_by: filer.accountId,
      last_line: firstLetters(filing.text, 60),
    }
    this.enter('file', filer.accountId, at, null, routed.ownerId, null)
  }

  get lastAt(): Instant {
    return this.entries.at(-1)!.at
  }

  resident(step: 'add' | 'confirm' | 'notSolved' | 'withdraw', at: Instant, text: string | null = null): this {
    this.take(step, this.row.filed_by, at, text, null)
    if (step === 'notSolved') {
      const from = this.row.last_at
      const dueAt = dueOf(officialCalendar, { from, days: recheckDays, pauses: [] })
      Object.assign(this.row, { reopened: this.row.reopened + 1, due_from: from, due_days: recheckDays, due_at: dueAt, provisional: officialCalendar.isProvisional(dayOf(dueAt)) })
    }
    if (step === 'confirm' || step === 'withdraw') {
      this.row.closed_at = this.row.last_at
      this.row.closed_how = step === 'confirm' ? 'confirmed' : null
      this.offer(null)
    }
    return this
  }

  staff(step: 'accept' | 'reply' | 'answer' | 'note', at: Instant, text: string | null = null, by: Id = this.row.owner_id): this {
    this.take(step, by, at, text, null)
    if (step === 'reply' || step === 'answer') {
      this.row.contacted_at ??= this.row.last_at
      this.row.word_due_at = null
    }
    if (step === 'answer') {
      this.row.answered_at = this.row.last_at
      this.offer(null)
    }
    return this
  }

  /** Offers it; with a block, places it there. */
  handOver(to: Id, at: Instant, reason: string | null, blockId?: Id): this {
    this.take('handOver', this.row.owner_id, at, reason, to)
    this.offer(to)
    if (blockId) this.row.block_id = blockId
    return this
  }

  takeOver(at: Instant): this {
    const by = this.row.offered_to
    if (by === null) throw new Error(`${this.row.title} was offered to nobody`)
    this.take('takeOver', by, at, null, by)
    this.row.owner_id = by
    this.offer(null)
    return this
  }

  /** What the timer would have done about it by now is done: nobody is warned today of what was late last week. */
  watched(): this {
    const { row, setting } = this
    if (isResting(row.status)) return this
    const watched = {
      status: row.status, urgency: row.urgency, dueAt: row.due_at, contactDueAt: row.contact_due_at, contactedAt: row.contacted_at, wordDueAt: row.word_due_at,
      offeredAt: row.offered_at, askedAt: row.asked_at, answeredAt: row.answered_at,
    }
    const { due, next } = watchAt(alarmsOf(officialCalendar, defaultLadder, watched), [], setting.now)
    Object.assign(row, { alarms: due.filter((alarm) => alarm.does !== 'close').map((alarm) => alarm.key), watch_at: due.some((alarm) => alarm.does === 'close') ? setting.now : next })
    return this
  }

  private offer(to: Id | null): void {
    this.row.offered_to = to
    this.row.offered_at = to === null ? null : this.row.last_at
  }

  private take(step: LaterStep, by: Id, at: Instant, text: string | null, to: Id | null): void {
    // Over a long holiday “the next working day” may not have come yet; what is told has happened.
    const latest = later(this.setting.now, -2)
    const happened = at < latest ? at : latest
    // Some seconds apart, so that the thread has one order.
    const then = happened > this.lastAt ? happened : later(this.lastAt, 0.05)
    const from = this.row.status
    this.row.status = statusAfter({ status: from, reopened: this.row.reopened }, step)
    this.enter(step, by, then, text, to, from)
    if (step === 'note') return
    this.row.last_at = then
    this.row.last_by = by
    if (text !== null && step !== 'handOver') this.row.last_line = firstLetters(text, 60)
  }

  private enter(step: DemandStep, by: Id, at: Instant, text: string | null, to: Id | null, from: DemandStatus | null): void {
    this.entries.push({
      committee_id: this.row.committee_id, id: uuid7At(Date.parse(at), this.setting.random), demand_id: this.row.id,
      at, by_id: by, step, from_status: from, status: this.row.status, text, to_id: to,
    })
  }
}
