/** How long what an item says may be trusted without a look. */
import type { Freshness } from '../../../contract/serviceEditing'
import type { Day } from '../../../contract/values'
import { dayAfter } from '../../organization/rules/calendar'

/** Days before its check at which staff are shown that it comes. */
const ahead = 30

/** The same day a year on; of 29 February, the 28th. */
export function nextCheckAfter(asOf: Day): Day {
  const year = String(Number(asOf.slice(0, 4)) + 1).padStart(4, '0')
  return asOf.endsWith('-02-29') ? `${year}-02-28` : `${year}${asOf.slice(4)}`
}

/** fresh · soon: within 30 days of its check · late: past it */
export function freshnessOf(nextCheck: Day, today: Day): Freshness {
  if (nextCheck < today) return 'late'
  return nextCheck <= dayAfter(today, ahead) ? 'soon' : 'fresh'
}
