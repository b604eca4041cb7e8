/** Working time counted minute by minute from a list of days, for November 2026 to January 2027; it knows nothing of the rules it judges. */
import type { Instant } from '../../../contract/values'
import type { Told } from './oracle'

const AHEAD = 8 * 3_600_000
const here = (at: number) => new Date(at + AHEAD)

/** From the opening of the tests to the end of the longest sequence there is no holiday but weekends: 2027 is not announced yet. */
function isOpen(at: number): boolean {
  const then = here(at)
  const minute = then.getUTCHours() * 60 + then.getUTCMinutes()
  return ![0, 6].includes(then.getUTCDay()) && ((minute >= 510 && minute < 690) || (minute >= 810 && minute < 1020))
}

/** Close of the offices on the `days`-th weekday after. */
function closing(from: Instant, days: number): number {
  let day = Math.floor((Date.parse(from) + AHEAD) / 86_400_000)
  for (let left = days; left > 0; ) {
    day += 1
    if (![0, 6].includes(new Date(day * 86_400_000).getUTCDay())) left -= 1
  }
  return day * 86_400_000 - AHEAD + 1020 * 60_000
}

export function slowDue({ from, days, pauses }: Told['due']): Instant {
  let due = closing(from, days)
  for (const [stopped, resumed] of pauses) {
    let left = 0
    for (let at = Date.parse(stopped); at < due; at += 60_000) if (isOpen(at)) left += 1
    if (left === 0) continue
    due = Date.parse(resumed)
    for (; left > 0; due += 60_000) if (isOpen(due)) left -= 1
  }
  return new Date(due).toISOString()
}
