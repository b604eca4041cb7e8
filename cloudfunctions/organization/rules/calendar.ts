/** Days, office hours and working time, all in Asia/Shanghai whatever the clock of the machine, by the working calendar given. */
import chineseDays from 'chinese-days'
import type { Day, Instant } from '../../../contract/values'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Shanghai is eight hours ahead of UTC and has had no summer time since 1991. */
const AHEAD = 8 * 60 * MINUTE

/** 08:30–11:30 and 13:30–17:00, in minutes of the day (STORIES: office hours of 春申里). */
const officeHours = [[8 * 60 + 30, 11 * 60 + 30], [13 * 60 + 30, 17 * 60]] as const
export const closingMinute = officeHours[1][1]

/**
 * Last year whose holidays and make-up workdays (调休) the State Council has announced and chinese-days 1.5.7 holds. That package
 * does not warn about later years: they count plain weekdays and are shown as 暂定.
 */
export const lastOfficialYear = 2026

export function dayOf(at: Instant): Day {
  return new Date(Date.parse(at) + AHEAD).toISOString().slice(0, 10)
}

/** Minutes since midnight in Shanghai, 0–1439. */
export function minuteOf(at: Instant): number {
  return Math.floor(((Date.parse(at) + AHEAD) % DAY) / MINUTE)
}

/** The moment at `minute` of `day`. */
export function momentOf(day: Day, minute: number): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - AHEAD + minute * MINUTE).toISOString()
}

export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10)
}

/** On which days the offices work. Every committee has its own: the official one, and its own days laid over it. */
export interface WorkingCalendar {
  /** Make-up workdays count, announced holidays and the committee's own closing days do not. */
  isWorkingDay(day: Day): boolean
  /** The day lies in a year nobody has announced yet. */
  isProvisional(day: Day): boolean
}

const remembered = new Map<Day, { work: boolean; name: string }>()

/** The package reads each day anew as a date, and the same days are asked for again and again: some thirty years of them are kept. */
function detailOf(day: Day): { work: boolean; name: string } {
  const known = remembered.get(day)
  if (known) return known
  if (remembered.size >= 11_000) remembered.clear()
  const { work, name } = chineseDays.getDayDetail(day)
  remembered.set(day, { work, name })
  return { work, name }
}

/** The State Council's, without anybody's own days. */
export const officialCalendar: WorkingCalendar = {
  isWorkingDay: (day) => detailOf(day).work,
  isProvisional: (day) => Number(day.slice(0, 4)) > lastOfficialYear,
}

/** A day on which a committee works though nobody else does, or does not though everybody else does. */
export interface OwnDay { day: Day; working: boolean }

/** The official calendar with a committee's own days laid over it. */
export function calendarWith(days: readonly OwnDay[]): WorkingCalendar {
  if (days.length === 0) return officialCalendar
  const own = new Map(days.map(({ day, working }) => [day, working]))
  return { ...officialCalendar, isWorkingDay: (day) => own.get(day) ?? officialCalendar.isWorkingDay(day) }
}

/** The `n`-th working day after `day`, `day` itself never counted; n ≥ 1. */
export function workingDayAfter(calendar: WorkingCalendar, day: Day, n: number): Day {
  let last = day
  for (let left = n; left > 0; ) {
    last = dayAfter(last)
    if (calendar.isWorkingDay(last)) left -= 1
  }
  return last
}

/** The moment when `minutes` of office hours have passed since `from`; minutes ≥ 1. */
export function afterWorkingMinutes(calendar: WorkingCalendar, from: Instant, minutes: number): Instant {
  let day = dayOf(from)
  let minute = minuteOf(from)
  for (let left = minutes; ; day = dayAfter(day), minute = 0) {
    if (!calendar.isWorkingDay(day)) continue
    for (const [opens, closes] of officeHours) {
      const start = Math.max(minute, opens)
      if (start >= closes) continue
      if (start + left <= closes) return momentOf(day, start + left)
      left -= closes - start
    }
  }
}

/** Office minutes that pass from one moment to the other, whole ones; 0 when `to` is not after `from`. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  if (to <= from) return 0
  const [first, last] = [dayOf(from), dayOf(to)]
  let minutes = 0
  for (let day = first; day <= last; day = dayAfter(day)) {
    if (!calendar.isWorkingDay(day)) continue
    const begin = day === first ? minuteOf(from) : 0
    const end = day === last ? minuteOf(to) : DAY / MINUTE
    for (const [opens, closes] of officeHours) minutes += Math.max(0, Math.min(end, closes) - Math.max(begin, opens))
  }
  return minutes
}

/** Whether the offices are open at that moment. */
export function isOfficeHour(calendar: WorkingCalendar, at: Instant): boolean {
  const minute = minuteOf(at)
  return calendar.isWorkingDay(dayOf(at)) && officeHours.some(([opens, closes]) => minute >= opens && minute < closes)
}

/** When the present stretch of office hours ends; call only while `isOfficeHour`. */
export function closesAt(at: Instant): Instant {
  const minute = minuteOf(at)
  const stretch = officeHours.find(([opens, closes]) => minute >= opens && minute < closes) ?? officeHours[1]
  return momentOf(dayOf(at), stretch[1])
}

/** The start of the next office hours at or after `at`; `at` itself while open. */
export function opensNext(calendar: WorkingCalendar, at: Instant): Instant {
  if (isOfficeHour(calendar, at)) return at
  const today = dayOf(at)
  const minute = minuteOf(at)
  if (calendar.isWorkingDay(today)) {
    const later = officeHours.find(([opens]) => opens > minute)
    if (later) return momentOf(today, later[0])
  }
  return momentOf(workingDayAfter(calendar, today, 1), officeHours[0][0])
}

/** `国庆节` for a holiday and for the workday that makes up for it; null for all other days. */
export function officialName(day: Day): string | null {
  // Ordinary days carry the English name of their weekday alone.
  return detailOf(day).name.split(',')[1] ?? null
}

/** All days of a year, `2026`. */
export function daysOfYear(year: string): Day[] {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day.startsWith(year); day = dayAfter(day)) days.push(day)
  return days
}

/** The Monday of the week in which `day` lies. */
export function mondayOf(day: Day): Day {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** The calendar as it would be with one day closed, worked on, or as the State Council has it. */
export function calendarChanged(own: readonly OwnDay[], day: Day, to: 'closed' | 'working' | 'official'): WorkingCalendar {
  const others = own.filter((one) => one.day !== day)
  return calendarWith(to === 'official' ? others : [...others, { day, working: to === 'working' }])
}

/** `11月30日` */
export function dayWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
