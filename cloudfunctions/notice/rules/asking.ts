/** For which messages a person is asked, and when not again. */
import type { AskingMoment, NoticeTemplate } from '../../../contract/notice'
import type { Instant } from '../../../contract/values'
import { dayOf } from '../../organization/rules/calendar'

/** What a person has allowed and not yet got, when they were last asked, and when they said no; absent is never. */
export interface Ledger {
  left: number
  askedAt: Instant | null
  refusedAt: Instant | null
}
export type Ledgers = Partial<Record<NoticeTemplate, Ledger>>

/** In the order of their coming; WeChat asks for three at once. */
const ofMoment: Record<AskingMoment, readonly NoticeTemplate[]> = {
  filed: ['taken', 'answered', 'rate'],
  answer: ['taken', 'answered', 'rate'],
  work: ['work', 'due', 'today'],
  wish: ['work', 'due', 'today'],
}

/** ms: for so long nobody is asked for what they refused. */
const patience = 90 * 86_400_000
/** Who asks for it themselves may lay up as many, and no more: one that never comes is a promise. */
const stock = 20

const never: Ledger = { left: 0, askedAt: null, refusedAt: null }

/**
 * About one's own: those of which fewer are left than one has matters open, since each needs one of each. One who serves: once a day when none
 * is left, and whenever they ask for it, whatever they said before.
 * @param openDemands the reader's own · `serves`: whether the reader holds a post
 */
export function templatesToAsk(moment: AskingMoment, ledgers: Ledgers, reader: { openDemands: number; serves: boolean }, now: Instant): NoticeTemplate[] {
  return ofMoment[moment].filter((template) => {
    const { left, askedAt, refusedAt } = ledgers[template] ?? never
    if (moment === 'wish') return reader.serves && left < stock
    if (refusedAt !== null && Date.parse(now) - Date.parse(refusedAt) < patience) return false
    if (moment === 'work') return reader.serves && left === 0 && (askedAt === null || dayOf(askedAt) !== dayOf(now))
    return left < reader.openDemands
  })
}

/** How many of the one with the fewest, of those the operator has. */
export function fewestLeft(moment: AskingMoment, ledgers: Ledgers, has: (template: NoticeTemplate) => boolean): number {
  const counts = ofMoment[moment].filter(has).map((template) => (ledgers[template] ?? never).left)
  return counts.length === 0 ? 0 : Math.min(...counts)
}
