/** The working calendar of the street: days, office hours and working time, all in Asia/Shanghai whatever the clock of the machine. */
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

export function isProvisional(day: Day): boolean {
  return Number(day.slice(0, 4)) > lastOfficialYear
}

/** Whether the offices work that day: make-up workdays count, announced holidays do not. */
export function isWorkingDay(day: Day): boolean {
  return chineseDays.isWorkday(day)
}

/** The `n`-th working day after `day`, `day` itself never counted; n ≥ 1. */
export function workingDayAfter(day: Day, n: number): Day {
  let last = day
  for (let left = n; left > 0; ) {
    last = dayAfter(last)
    if (isWorkingDay(last)) left -= 1
  }
  return last
}

/** The moment when `minutes` of office hours have passed since `from`; minutes ≥ 1. */
export function afterWorkingMinutes(from: Instant, minutes: number): Instant {
  let day = dayOf(from)
  let minute = minuteOf(from)
  for (let left = minutes; ; day = dayAfter(day), minute = 0) {
    if (!isWorkingDay(day)) continue
    for (const [opens, closes] of officeHours) {
      const start = Math.max(minute, opens)
      if (start >= closes) continue
      if (start + left <= closes) return momentOf(day, start + left)
      left -= closes - start
    }
  }
}

/** Whether the offices are open at that moment. */
export function isOfficeHour(at: Instant): boolean {
  const minute = minuteOf(at)
  return isWorkingDay(dayOf(at)) && officeHours.some(([opens, closes]) => minute >= opens && minute < closes)
}

/** When the present stretch of office hours ends; call only while `isOfficeHour`. */
export function closesAt(at: Instant): Instant {
  const minute = minuteOf(at)
  const stretch = officeHours.find(([opens, closes]) => minute >= opens && minute < closes) ?? officeHours[1]
  return momentOf(dayOf(at), stretch[1])
}

/** The start of the next office hours at or after `at`; `at` itself while open. */
export function opensNext(at: Instant): Instant {
  if (isOfficeHour(at)) return at
  const today = dayOf(at)
  const minute = minuteOf(at)
  if (isWorkingDay(today)) {
    const later = officeHours.find(([opens]) => opens > minute)
    if (later) return momentOf(today, later[0])
  }
  return momentOf(workingDayAfter(today, 1), officeHours[0][0])
}
