/** When the timer looks at a visit again, and what it does then. Pure. */
import type { NoticeAbout } from '../../../contract/notice'
import type { Instant } from '../../../contract/values'
import type { VisitState } from '../../../contract/visit'

const HOUR = 3_600_000
const after = (at: Instant, by: number) => new Date(Date.parse(at) + by).toISOString()

/** A day and an hour before, and when it is missed: an hour after its end, for a talk may run late. An unanswered wish is recalled after a day. */
export type Moment = 'tomorrow' | 'soon' | 'miss' | 'unanswered'

interface Watched { state: VisitState; startsAt: Instant | null; endsAt: Instant | null; lastAt: Instant }

function momentsOf({ state, startsAt, endsAt, lastAt }: Watched): { at: Instant; moment: Moment }[] {
  if (state === 'asked') return [{ at: after(lastAt, 24 * HOUR), moment: 'unanswered' }]
  if (state !== 'booked') return []
  return [
    { at: after(startsAt!, -24 * HOUR), moment: 'tomorrow' },
    { at: after(startsAt!, -HOUR), moment: 'soon' },
    { at: after(endsAt!, HOUR), moment: 'miss' },
  ]
}

/** The next moment after `from`; null when there is none. */
export function watchAt(visit: Watched, from: Instant): Instant | null {
  return momentsOf(visit).find(({ at }) => at > from)?.at ?? null
}

/** What is due at `now`, of what came since the timer was to look: the latest alone, for a reminder of tomorrow is nothing once it is today. */
export function dueNow(visit: Watched, watched: Instant, now: Instant): Moment | null {
  return momentsOf(visit).filter(({ at }) => at >= watched && at <= now).at(-1)?.moment ?? null
}

export const reminders: Record<Exclude<Moment, 'unanswered'>, NoticeAbout> = { tomorrow: 'visitTomorrow', soon: 'visitSoon', miss: 'visitMissed' }
