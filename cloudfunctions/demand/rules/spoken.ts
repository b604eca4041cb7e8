/** Words of those who serve that are said to the resident, and what follows when they reach them: at once, or after somebody has read them first. */
import type { DemandStatus, DemandStep } from '../../../contract/demand/life'
import type { NoticeAbout } from '../../../contract/notice'
import type { Id, Instant } from '../../../contract/values'
import type { LaterStep } from './lifecycle'

export const spokenSteps = ['reply', 'ask', 'answer'] as const
export type SpokenStep = (typeof spokenSteps)[number]

export function isSpoken(step: DemandStep): step is SpokenStep {
  return (spokenSteps as readonly DemandStep[]).includes(step)
}

interface SpokenTo {
  filedBy: Id | null
  ownerId: Id
  contactedAt: Instant | null
}

interface Following {
  change: { contacted_at?: Instant; answered_at?: Instant; word_due_at?: null }
  tell: readonly { toId: Id | null; about: NoticeAbout }[]
}

const about: Record<SpokenStep, NoticeAbout> = { reply: 'demandReplied', ask: 'demandAsked', answer: 'demandAnswered' }

/** The first word to the resident is the first contact. */
export function followsOf(step: SpokenStep, row: SpokenTo, now: Instant): Following {
  return {
    change: {
      ...(row.contactedAt === null ? { contacted_at: now } : {}),
      ...(step === 'ask' ? {} : { word_due_at: null }),
      ...(step === 'answer' ? { answered_at: now } : {}),
    },
    tell: [{ toId: row.filedBy, about: about[step] }, { toId: row.ownerId, about: 'demandReplied' }],
  }
}

/** Steps whose words are for colleagues: they are not the last word of the thread, and nobody else reads them. */
export const inner: ReadonlySet<LaterStep> = new Set(['note', 'snooze', 'askMoreTime', 'refuseMoreTime', 'rate'])
/** Steps whose reason is a word between colleagues beside what happened. */
export const reasoned: ReadonlySet<LaterStep> = new Set(['handOver', 'bounce', 'join'])

/**
 * Whether pending words wait whole, with the step they were said with: words of those who serve to a resident, or to those whose demands are
 * worked on with this one. An answer nobody has read stops no clock.
 */
export function waitsWhole(step: LaterStep, row: { filedBy: Id | null; followers: number }, me: Id): boolean {
  return isSpoken(step) && row.filedBy !== me && (row.filedBy !== null || row.followers > 0)
}

/** Whether the words of a step have somebody to be kept from: a resident, or neighbours. */
export function mayBeHeld(step: LaterStep, status: DemandStatus): boolean {
  // What an outside party said when it sent a matter back is told to the resident.
  return !inner.has(step) && (!reasoned.has(step) || (step === 'bounce' && status === 'transferred'))
}

interface Reviewers {
  duty: { accountId: Id } | null
  directorId: Id | null
  officerIds: readonly Id[]
}

/** Who is told that words wait: today's duty officer, else the director, else another who serves the committee whole; never who wrote them or whom they are for. */
export function reviewerOf({ duty, directorId, officerIds }: Reviewers, not: readonly (Id | null)[]): Id | undefined {
  return [duty?.accountId, directorId, ...officerIds].find((id): id is Id => Boolean(id) && !not.includes(id!))
}
