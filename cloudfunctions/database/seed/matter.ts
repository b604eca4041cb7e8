/** One demand of the past, told step by step under the same rules as a live one. */
import { guessCategory, type Category } from '../../../contract/category'
import type { DemandStatus, DemandStep } from '../../../contract/demand/life'
import type { Outside, OutsideKind, RouteLink } from '../../../contract/demand/route'
import type { Channel, DemandKind, Urgency, Visibility } from '../../../contract/demand/said'
import type { Doubt, WordsSafety } from '../../../contract/safety'
import type { Day, Id, Instant } from '../../../contract/values'
import { deadlinesOf, dueOf, recheckDays } from '../../demand/rules/deadline'
import { isResting, statusAfter, type LaterStep } from '../../demand/rules/lifecycle'
import { routeDemand } from '../../demand/rules/routing'
import { firstLetters, titleOf } from '../../demand/rules/title'
import { alarmsOf, defaultLadder, silentDays, watchAt, type Alarm } from '../../demand/rules/watch'
import { closingMinute, dayOf, minuteOf, momentOf, officialCalendar, workingDayAfter } from '../../organization/rules/calendar'
import type { Seals } from '../../runtime/seal'
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
  /** Of the street, as the migration wrote them. */
  categories: readonly Category[]
  seals: Seals
}

export interface Filing {
  filer: Omit<Filer, 'accountId'> & { accountId: Id | null }
  kind: DemandKind
  text: string
  at: Instant
  place?: string
  urgency?: Urgency
  visibility?: Visibility
  channel?: Channel
  about?: 'community' | 'app'
  /** Written down by one who serves, for a person without the app. */
  entered?: { by: Id; phone: string }
}

export interface Entry {
  committee_id: Id
  id: Id
  demand_id: Id
  at: Instant
  /** Null for the timer. */
  by_id: Id | null
  step: DemandStep
  from_status: DemandStatus | null
  status: DemandStatus
  text: string | null
  to_id: Id | null
  to_name: string | null
  safety: WordsSafety
  doubt: Doubt | null
  /** How it was heard, where one who serves wrote it down. */
  heard: Channel | null
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
  /** A row of demand_snooze. */
  putOff: { committee_id: Id; demand_id: Id; account_id: Id; until: Instant; reason: string; made_at: Instant } | null = null
  readonly row
  private readonly setting: Setting

  constructor(setting: Setting, filing: Filing) {
    const { service, today, random } = setting
    const { filer, at } = filing
    const home = filer.home
    const urgency: Urgency = filing.urgency ?? 'ordinary'
    const about = filing.about ?? 'community'
    const block_id = home && blockIdOf(service.place, home.block)
    const by = filing.entered?.by
    const routed = routeDemand({ roster: rosterAt(service, today, at), blockId: block_id, filerId: filer.accountId, takerId: by, urgency, about, now: at })
    const due = deadlinesOf(officialCalendar, { kind: filing.kind, urgency, filedAt: at })
    this.setting = setting
    const place = { committeeId: service.place.committeeId, field: 'demand.filer_phone', rowId: uuid7At(Date.parse(at), random) }
    this.row = {
      committee_id: place.committeeId,
      id: place.rowId,
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
      entered_by: by ?? null,
      filer_phone_sealed: filing.entered ? setting.seals.seal(place, filing.entered.phone) : null,
      filer_name: filer.called,
      household_id: home?.householdId ?? null,
      block_id,
      owner_id: routed.ownerId,
      first_receiver_id: by ?? routed.ownerId,
      offered_to: null as Id | null,
      told: urgency === 'danger' ? routed.told : [],
      route: routed.route as RouteLink[],
      filed_at: at,
      contact_due_at: due.contactDueAt,
      // Whoever writes it down is speaking with them.
      contacted_at: by ? at : (null as Instant | null),
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
      closed_how: null as 'confirmed' | 'silent' | null,
      more_time_by: null as Id | null,
      outside_kind: null as OutsideKind | null,
      outside_name: null as string | null,
      outside_number: null as string | null,
      meeting_on: null as Day | null,
      answered_at: null as Instant | null,
      closed_at: null as Instant | null,
      reopened: 0,
      last_at: at,
      last_by: filer.accountId ?? by ?? null,
      last_line: firstLetters(filing.text, 60),
      rated: null as number | null,
      category: about === 'app' ? null : (guessCategory(filing.text, filing.kind, setting.categories)?.slug ?? null),
      safety: 'passed' as WordsSafety,
    }
    this.enter('file', filer.accountId ?? by ?? null, at, null, routed.ownerId, null)
    if (by) this.entries[0]!.heard = filing.channel!
  }

  get lastAt(): Instant {
    return this.entries.at(-1)!.at
  }

  resident(step: 'add' | 'confirm' | 'notSolved' | 'withdraw', at: Instant, text: string | null = null): this {
    this.take(step, this.row.filed_by!, at, text, null)
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

  /** The resident's words of that step wait until somebody has read them. */
  hold(step: 'file' | 'add', doubt: Doubt): this {
    Object.assign(this.entries.find((entry) => entry.step === step)!, { safety: 'pending', doubt })
    if (step === 'file') this.row.safety = 'pending'
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

  /** A question that stops the clock. */
  ask(at: Instant, text: string): this {
    this.take('ask', this.row.owner_id, at, text, null)
    this.row.contacted_at ??= this.row.last_at
    this.row.asked_at = this.row.last_at
    return this
  }

  transfer(to: Outside, at: Instant, reason: string): this {
    this.take('transfer', this.row.owner_id, at, reason, null, [to.name, to.number].filter(Boolean).join(' '))
    Object.assign(this.row, { outside_kind: to.kind, outside_name: to.name, outside_number: to.number })
    this.row.contacted_at ??= this.row.last_at
    return this
  }

  takeToMeeting(on: Day, at: Instant, reason: string): this {
    this.take('takeToMeeting', this.row.owner_id, at, reason, null)
    this.row.contacted_at ??= this.row.last_at
    this.row.meeting_on = on
    return this
  }

  askMoreTime(at: Instant, reason: string): this {
    this.take('askMoreTime', this.row.owner_id, at, reason, null)
    this.row.more_time_by = this.row.owner_id
    return this
  }

  /** Its owner puts it off in their own inbox. */
  snooze(until: Instant, at: Instant, reason: string): this {
    this.take('snooze', this.row.owner_id, at, reason, null, until)
    this.putOff = { committee_id: this.row.committee_id, demand_id: this.row.id, account_id: this.row.owner_id, until, reason, made_at: this.lastAt }
    return this
  }

  /** Whether its resident said it was solved so long after the answer that the timer would have come first. */
  get heardLate(): boolean {
    return this.row.status === 'closed' && this.row.reopened === 0 && this.row.answered_at !== null && later(this.row.answered_at, silentDays * 1440) < later(this.setting.now, -60)
  }

  /** Its resident never said so: it closed by itself. */
  closeSilent(): this {
    this.entries.pop()
    const at = later(this.row.answered_at!, silentDays * 1440)
    Object.assign(this.row, { status: 'closed', closed_at: at, closed_how: 'silent', last_at: at, last_by: null, last_line: firstLetters(this.entries.at(-1)!.text ?? '', 60) })
    this.enter('closeSilent', null, at, null, null, 'answered')
    this.seen.delete(this.row.filed_by!)
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
    for (const alarm of due) if (alarm.does === 'escalate') this.tellUp(alarm)
    return this
  }

  /** Whoever stands on that rung was told then, and may read it since. */
  private tellUp(alarm: Alarm): void {
    const { row, setting } = this
    const { directorId, sectionIds, headIds } = rosterAt(setting.service, setting.today, setting.now)
    const posts = { director: directorId ? [directorId] : [], section: sectionIds, head: headIds, owner: [], filer: [] }
    const ids = alarm.tell.flatMap((who): readonly Id[] => posts[who]).filter((id) => id !== row.owner_id && id !== row.filed_by)
    const after = this.entries.filter((entry) => entry.at <= alarm.at).length
    const { status } = this.entries[after - 1]!
    this.entries.splice(after, 0, ...ids.map((id): Entry => ({
      committee_id: row.committee_id, id: uuid7At(Date.parse(alarm.at), setting.random), demand_id: row.id, at: alarm.at, by_id: null, step: 'escalate', from_status: status, status, text: null, to_id: id, to_name: null, safety: 'passed', doubt: null, heard: null,
    })))
    row.told = [...new Set([...row.told, ...ids])]
  }

  private offer(to: Id | null): void {
    this.row.offered_to = to
    this.row.offered_at = to === null ? null : this.row.last_at
  }

  private take(step: LaterStep, by: Id, at: Instant, text: string | null, to: Id | null, toName: string | null = null): void {
    // Over a long holiday “the next working day” may not have come yet; what is told has happened.
    const latest = later(this.setting.now, -2)
    const happened = at < latest ? at : latest
    // Some seconds apart, so that the thread has one order.
    const then = happened > this.lastAt ? happened : later(this.lastAt, 0.05)
    const from = this.row.status
    this.row.status = statusAfter({ status: from, reopened: this.row.reopened }, step)
    this.enter(step, by, then, text, to, from, toName)
    if (['note', 'snooze', 'askMoreTime'].includes(step)) return
    this.row.last_at = then
    this.row.last_by = by
    if (text !== null && step !== 'handOver') this.row.last_line = firstLetters(text, 60)
  }

  private enter(step: DemandStep, by: Id | null, at: Instant, text: string | null, to: Id | null, from: DemandStatus | null, to_name: string | null = null): void {
    this.entries.push({
      committee_id: this.row.committee_id, id: uuid7At(Date.parse(at), this.setting.random), demand_id: this.row.id,
      at, by_id: by, step, from_status: from, status: this.row.status, text, to_id: to, to_name, safety: 'passed', doubt: null, heard: null,
    })
  }
}
