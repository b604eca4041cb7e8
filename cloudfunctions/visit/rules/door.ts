/** Visits at the door: what a consent holds, and who may do what. The same is in the database (0235), which has the last word. */
import type { ConsentState, DoorConsent, HomeVisit } from '../../../contract/door'
import type { Instant } from '../../../contract/values'

export interface ConsentFacts {
  state: ConsentState
  who: string
  purpose: string
  fromAt: Instant
  untilAt: Instant
  used: boolean
}

/** A day at most, so that a consent is for one coming and not for a habit. */
const longest = 24 * 3_600_000

/** Whether a span may be planned or asked for: it ends after it begins, within a day, and not before now. */
export function spanFits({ fromAt, untilAt }: { fromAt: Instant; untilAt: Instant }, now: Instant): boolean {
  const length = Date.parse(untilAt) - Date.parse(fromAt)
  return length > 0 && length <= longest && untilAt > now
}

/** Nothing can come of it any more. */
export function isOver({ untilAt, used }: Pick<ConsentFacts, 'untilAt' | 'used'>, now: Instant): boolean {
  return used || now >= untilAt
}

/** Whether it opens the door at a moment for whom and for what it names. */
export function holds(consent: ConsentFacts, visit: { who: string; purpose: string; startsAt: Instant; endsAt: Instant }, now: Instant): boolean {
  return consent.state === 'given' && !isOver(consent, now) && consent.who === visit.who && consent.purpose === visit.purpose && visit.startsAt >= consent.fromAt && visit.endsAt <= consent.untilAt
}

/** @param reader asker: of the household and asked for it all the same, which nobody answers themselves */
export function consentSteps(consent: ConsentFacts, reader: 'home' | 'asker' | 'staff', now: Instant): DoorConsent['steps'] {
  if (isOver(consent, now)) return []
  if (reader === 'staff') return consent.state === 'given' ? ['go'] : []
  if (reader === 'asker') return []
  if (consent.state === 'asked') return ['give', 'refuse']
  return consent.state === 'given' ? ['withdraw'] : []
}

/** From the consent's word to its state; undefined when that is no step from there. */
export function answered(state: ConsentState, answer: 'give' | 'refuse' | 'withdraw'): ConsentState | undefined {
  if (state === 'asked') return answer === 'give' ? 'given' : answer === 'refuse' ? 'refused' : undefined
  return state === 'given' && answer === 'withdraw' ? 'withdrawn' : undefined
}

/** Whoever serves the household says what came of it, from its beginning on; before that it is called off. The household may call it off too. */
export function visitSteps(visit: { state: HomeVisit['state']; startsAt: Instant }, reader: 'home' | 'staff', now: Instant): HomeVisit['steps'] {
  if (visit.state !== 'booked') return []
  if (reader === 'home' || now < visit.startsAt) return ['cancel']
  return ['done', 'nobodyHome', 'turnedAway', 'cancel']
}
