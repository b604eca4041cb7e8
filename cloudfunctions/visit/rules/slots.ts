/** When a host can be talked to: published times without leave, other visits and what is past. Evenings are normal. Pure. */
import type { ContactWish } from '../../../contract/household'
import type { Day, Id, Instant } from '../../../contract/values'
import type { VisitChannel } from '../../../contract/visit'
import { dayAfter, dayOf, minuteOf, type WorkingCalendar } from '../../organization/rules/calendar'

const MINUTE = 60_000

export interface Span { startsAt: Instant; endsAt: Instant }

export function spanOf(startsAt: Instant, minutes: number): Span {
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * MINUTE).toISOString() }
}

/** One may begin the moment the other ends. */
export function meets(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** Leave, `until` not itself part of it. */
export interface Away { since: Instant; until: Instant }

export function isAway(span: Span, leaves: readonly Away[]): boolean {
  return leaves.some(({ since, until }) => meets(span, { startsAt: since, endsAt: until }))
}

export interface PublishedSlot { id: Id; startsAt: Instant; minutes: number; visitId: Id | null }

export interface SlotDay {
  day: Day
  working: boolean
  away: boolean
  slots: { id: Id; startsAt: Instant; minutes: number; taken: boolean; wished: boolean }[]
}

/** Nobody is called up within the hour. */
export const notice = 60 * MINUTE

/** `days` days from today: what falls into leave or is past is not there, what somebody has is struck through. Of a day, the household's own hours come first. */
export function slotDays({ slots, busy, leaves, wish, calendar, now, days }: {
  slots: readonly PublishedSlot[]
  busy: readonly Span[]
  leaves: readonly Away[]
  wish: Pick<ContactWish, 'hours'>
  calendar: WorkingCalendar
  now: Instant
  days: number
}): SlotDay[] {
  const wished = hoursOf(wish.hours)
  const earliest = new Date(Date.parse(now) + notice).toISOString()
  const offered = slots
    .filter((slot) => slot.startsAt >= earliest && !isAway(spanOf(slot.startsAt, slot.minutes), leaves))
    .map(({ visitId, ...slot }) => ({
      ...slot,
      taken: visitId !== null || busy.some((span) => meets(span, spanOf(slot.startsAt, slot.minutes))),
      wished: wished(slot.startsAt, calendar),
    }))
    .sort((one, other) => Number(other.wished) - Number(one.wished) || (one.startsAt < other.startsAt ? -1 : 1))
  return Array.from({ length: days }, (_, n) => {
    const day = dayAfter(dayOf(now), n)
    const midday = spanOf(new Date(Date.parse(`${day}T04:00:00Z`)).toISOString(), 1)
    return { day, working: calendar.isWorkingDay(day), away: isAway(midday, leaves), slots: offered.filter((slot) => dayOf(slot.startsAt) === day) }
  })
}

/**
 * The hours people write: `工作日 19:00–21:30`, `周末`, `9:00-11:00`, several with 、，；between. What it can not read keeps nothing out:
 * the words themselves are shown to whoever picks a time.
 */
export function hoursOf(hours: string | null): (at: Instant, calendar: WorkingCalendar) => boolean {
  const parts = (hours ?? '').split(/[、，,；;]/).flatMap((text) => {
    const times = /(\d{1,2})[:：](\d{2})\s*[–—~～至到-]\s*(\d{1,2})[:：](\d{2})/.exec(text)
    const weekend = /周末|双休|休息日|节假日/.test(text)
    const working = /工作日|平时|平日/.test(text)
    if (!times && !weekend && !working) return []
    const [from, until] = times ? [Number(times[1]) * 60 + Number(times[2]), Number(times[3]) * 60 + Number(times[4])] : [0, 24 * 60]
    return [{ weekend, working, from, until }]
  })
  if (parts.length === 0) return () => true
  return (at, calendar) => parts.some(({ weekend, working, from, until }) => {
    const office = calendar.isWorkingDay(dayOf(at))
    return (weekend === working || (working ? office : !office)) && minuteOf(at) >= from && minuteOf(at) < until
  })
}

/** A visit online goes by none of the ways the household has ruled out; a way it never named is one it did not ask for. */
export function wishedChannel(wish: Pick<ContactWish, 'channels' | 'never'>, channel: VisitChannel): boolean {
  if (channel === 'other') return true
  return !wish.never.includes(channel) && (wish.channels.length === 0 || wish.channels.includes(channel))
}

/**
 * The times to publish: each of `times`, and again every week for `weeks` weeks in all. A repetition leaves out days the offices are closed;
 * what is past, or meets one there is already, is left out.
 */
export function timesToPublish({ times, minutes, weeks, existing, calendar, now }: {
  times: readonly Instant[]
  minutes: number
  weeks: number
  existing: readonly Span[]
  calendar: WorkingCalendar
  now: Instant
}): Instant[] {
  const wanted = [...new Set(times.flatMap((first) => Array.from({ length: weeks }, (_, week) => ({ at: new Date(Date.parse(first) + week * 7 * 24 * 60 * MINUTE).toISOString(), again: week > 0 }))
    .filter(({ at, again }) => at > now && (!again || calendar.isWorkingDay(dayOf(at)) || !calendar.isWorkingDay(dayOf(first))))
    .map(({ at }) => at)))].sort()
  const kept: Span[] = []
  for (const at of wanted) {
    const span = spanOf(at, minutes)
    if (![...existing, ...kept].some((other) => meets(span, other))) kept.push(span)
  }
  return kept.map(({ startsAt }) => startsAt)
}
