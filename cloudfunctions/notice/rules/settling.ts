/** What follows from what WeChat said about a message. */
import type { Instant } from '../../../contract/values'
import { departAt } from './quiet'

/**
 * sent: the platform took it · noConsent: none is left (43101) · refused: not taken, and would not be the next time · retry, limited: not
 * taken, later perhaps · unknown: it did not say.
 */
export type Delivery = 'sent' | 'noConsent' | 'refused' | 'retry' | 'limited' | 'unknown'

export interface Settled {
  state: 'queued' | 'sent' | 'kept' | 'unknown'
  /** When to try again; the moment of settling when there is no again. */
  nextAt: Instant
  /** What becomes of the consent the claim spent; `spent` leaves it so. */
  credit: 'spent' | 'returned' | 'forfeited'
}

/** After this many tries a notice stays in the inbox alone. */
const mostAttempts = 6

/** After so many minutes a claim whose holder fell silent is given up as unknown. */
export const silentMinutes = 5

/** Doubling from one minute: 1, 2, 4, 8, 16 minutes after the try before, and not at night. */
function nextTry(now: Instant, attempts: number, urgent: boolean): Instant {
  return departAt(new Date(Date.parse(now) + 2 ** attempts * 60_000).toISOString(), urgent)
}

/** @param notice `attempts`: tries before this one */
export function settledBy(delivery: Delivery, notice: { attempts: number; urgent: boolean }, now: Instant): Settled {
  switch (delivery) {
    case 'sent': return { state: 'sent', nextAt: now, credit: 'spent' }
    case 'unknown': return { state: 'unknown', nextAt: now, credit: 'spent' }
    case 'noConsent': return { state: 'kept', nextAt: now, credit: 'forfeited' }
    case 'refused': return { state: 'kept', nextAt: now, credit: 'returned' }
    case 'retry':
    case 'limited':
      return notice.attempts + 1 < mostAttempts
        ? { state: 'queued', nextAt: nextTry(now, notice.attempts, notice.urgent), credit: 'returned' }
        : { state: 'kept', nextAt: now, credit: 'returned' }
  }
}
