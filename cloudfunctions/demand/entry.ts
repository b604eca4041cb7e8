/** What one who serves writes down for somebody else, from the routing to the telling: on the phone, at the counter, in a talk. */
import type { Category } from '../../contract/category'
import type { DemandKind, HeardBy, Urgency, Visibility } from '../../contract/demand/said'
import type { Id } from '../../contract/values'
import { queueNotices } from '../notice/store'
import { dayOf } from '../organization/rules/calendar'
import { staffOf, type Roster } from '../organization/rules/roster'
import { newId, type PersonRequest } from '../runtime/request'
import { deadlinesOf } from './rules/deadline'
import { routeDemand, type Routed } from './rules/routing'
import { themeOf } from './rules/theme'
import { titleOf } from './rules/title'
import { changeDemand, insertDemand, insertEntry, phonePlace } from './store'

export interface Entering {
  committeeId: Id
  channel: HeardBy
  kind: DemandKind
  text: string
  place: string
  urgency: Urgency
  visibility: Visibility
  category?: string | null | undefined
  answers?: Parameters<typeof themeOf>[0]['answers']
  /** Answered on the spot, in these words. */
  answerNow?: string | undefined
  /** Whose it is: the account they have, and how they wish to be called. */
  filedBy: Id | null
  filerName: string
  filerPhone: string | null
  householdId: Id | null
  blockId: Id | null
  roster: Roster
  categories: readonly Category[]
  /** With whom they were very dissatisfied. */
  avoid: readonly Id[]
}

/**
 * Whoever was told first stays answerable (首问责任人); who has it in hand is found as for one filed in the app (docs/decisions/020).
 * @returns its id at once, and the writes, which travel together
 */
export function enterDemand(request: PersonRequest, { roster, categories, avoid, filedBy, filerName, filerPhone, category, answers, answerNow, ...said }: Entering): { id: Id; writes: Promise<unknown>[] } {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const { committeeId, blockId } = said
  const theme = themeOf({ ...said, about: 'community', category, answers }, categories)
  const found = routeDemand({ roster, blockId, filerId: filedBy, takerId: me, avoid, urgency: said.urgency, about: 'community', now })
  const danger = said.urgency === 'danger'
  const routed: Routed = answerNow === undefined || danger ? found : { ownerId: me, told: [me], lentFrom: null, route: [{ staff: staffOf(roster, me), reason: 'answeredOnSpot', outcome: 'took', back: null }] }
  const own = routed.ownerId === me
  const { dueAt, dueDays, contactDueAt, wordDueAt, provisional } = deadlinesOf(roster.calendar, { ...said, filedAt: now })
  const id = newId(request)
  const title = titleOf(said.text)
  const status = answerNow !== undefined ? 'answered' : own ? 'accepted' : 'submitted'
  const line = { committeeId, demandId: id, at: now, byId: me, toId: null }
  const told = routed.told.filter((toId) => toId !== me).map((toId) => ({ id: newId(request), toId, about: danger ? ('dangerFiled' as const) : ('demandFiled' as const), fromName: filerName }))
  const theirs = filedBy === null ? [] : [{ id: newId(request), toId: filedBy, about: 'demandEntered' as const, fromName: person.name }]
  return {
    id,
    writes: [
      insertDemand(tx, {
        ...said, id, about: 'community', title, theme, filedBy, enteredBy: me, phoneSealed: filerPhone && surroundings.seals.seal(phonePlace(committeeId, id), filerPhone), filerName, routed, firstReceiverId: me,
        filedAt: now, contactDueAt, wordDueAt: answerNow === undefined ? wordDueAt : null, dueAt, dueDays, provisional, safety: request.safety, year: Number(dayOf(now).slice(0, 4)),
      }),
      // Whoever writes it down is speaking with them: that is the first contact. Danger waits for who goes there.
      changeDemand(tx, committeeId, id, { status, ...(own || !danger || answerNow !== undefined ? { contacted_at: now } : {}), ...(answerNow === undefined ? {} : { answered_at: now }) }),
      insertEntry(tx, { ...line, id: newId(request), step: 'file', from: null, to: 'submitted', text: null, toId: routed.ownerId, heard: said.channel, doubt: request.doubt }),
      status === 'submitted' ? Promise.resolve() : insertEntry(tx, { ...line, id: newId(request), step: answerNow === undefined ? 'accept' : 'answer', from: 'submitted', to: status, text: answerNow ?? null, doubt: answerNow === undefined ? null : request.doubt }),
      queueNotices(tx, { committeeId, subject: 'demand', subjectId: id, title, at: now }, [...told, ...theirs]),
    ],
  }
}
