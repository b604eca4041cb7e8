/** The days of a year that are not what their weekday says. */
import type { CalendarDay } from '../../../contract/organization'
import type { Day } from '../../../contract/values'
import { daysOfYear, officialCalendar, officialName, type OwnDay } from './calendar'

/** Saturday or Sunday. */
const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

type NamedDay = Omit<CalendarDay, 'mayChange'>

const officialYears = new Map<string, readonly NamedDay[]>()

/** Looking at every day of a year takes longer than all else of the page, and what the State Council announced does not change while we run. */
function officialDays(year: string): readonly NamedDay[] {
  const known = officialYears.get(year)
  if (known) return known
  const days = daysOfYear(year).flatMap((day): NamedDay[] => {
    const working = officialCalendar.isWorkingDay(day)
    const name = officialName(day)
    if (working === isWeekend(day)) return [{ day, working, kind: working ? 'makeUp' : 'holiday', name: name ?? (working ? '调休上班' : '放假'), by: null }]
    // A holiday that falls on a weekend is still called by its name.
    return name === null || working ? [] : [{ day, working, kind: 'holiday', name, by: null }]
  })
  if (officialYears.size >= 30) officialYears.clear()
  officialYears.set(year, days)
  return days
}

/** Holidays, make-up workdays and the committee's own days of that year, in order. An own day stands where it lies over an official one. */
export function yearDays(year: string, own: readonly (OwnDay & { name: string; by: string })[]): NamedDay[] {
  const mine = own.filter(({ day }) => day.startsWith(year)).map(({ day, working, name, by }): NamedDay => ({ day, working, kind: 'own', name, by }))
  const covered = new Set(mine.map(({ day }) => day))
  return [...officialDays(year).filter(({ day }) => !covered.has(day)), ...mine].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
