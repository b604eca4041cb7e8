/** The days of a year that are not what their weekday says. */
import type { CalendarDay } from '../../../contract/organization'
import type { Day } from '../../../contract/values'
import { daysOfYear, officialCalendar, officialName, type OwnDay } from './calendar'

/** Saturday or Sunday. */
const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Holidays, make-up workdays and the committee's own days, in order. An own day stands where it lies over an official one. */
export function yearDays(year: string, own: readonly (OwnDay & { name: string; by: string })[]): Omit<CalendarDay, 'mayChange'>[] {
  const byDay = new Map(own.map((one) => [one.day, one]))
  return daysOfYear(year).flatMap((day): Omit<CalendarDay, 'mayChange'>[] => {
    const mine = byDay.get(day)
    if (mine) return [{ day, working: mine.working, kind: 'own', name: mine.name, by: mine.by }]
    const working = officialCalendar.isWorkingDay(day)
    const name = officialName(day)
    if (working === isWeekend(day)) return [{ day, working, kind: working ? 'makeUp' : 'holiday', name: name ?? (working ? '调休上班' : '放假'), by: null }]
    // A holiday that falls on a weekend is still called by its name.
    return name === null || working ? [] : [{ day, working, kind: 'holiday', name, by: null }]
  })
}
