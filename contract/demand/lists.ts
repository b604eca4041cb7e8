/** To read demands, one and many, and to put them off in one’s own inbox. */
import * as z from 'zod/mini'
import { CategorySlug } from '../category'
import { command, query } from '../method'
import { Cursor, Id, Instant, SearchText, line, page } from '../values'
import { DemandCard } from './card'
import { Demand, ofDemand } from './demand'
import { DemandKind } from './said'

/** Why something is late, for the first reason that holds: offered and not taken · at a meeting · outside · more time asked for · the resident was asked when it was late already · on leave and moved · nobody has spoken to the resident · worked on. */
export const LateWhy = z.enum(['offered', 'atMeeting', 'outside', 'moreTime', 'asked', 'lent', 'untouched', 'working'])
export type LateWhy = z.infer<typeof LateWhy>

export const CommitteeFilter = z.enum(['open', 'late', 'today', 'contact', 'desk', 'offered', 'atMeeting', 'outside', 'moreTime', 'escalated', 'danger', 'resident', 'rest', 'all'])
export type CommitteeFilter = z.infer<typeof CommitteeFilter>

/** due: by deadline, what waits for the resident last · filed, last: newest first, by filing or by the last word. */
export const CommitteeSort = z.enum(['due', 'filed', 'last'])
export type CommitteeSort = z.infer<typeof CommitteeSort>

/**
 * mine: the reader's turn, without what they put off · unread, late of those · offered to the reader · atMeeting, outside: of what the
 * reader owns · snoozed: put off · resident: waits for the resident · rest: settled.
 */
export const InboxFilter = z.enum(['mine', 'unread', 'late', 'offered', 'atMeeting', 'outside', 'snoozed', 'resident', 'rest'])
export type InboxFilter = z.infer<typeof InboxFilter>

export const lists = {
  get: query({ route: 'GET /committees/{committeeId}/demands/{demandId}', summary: 'One demand with its thread, its chain and the steps open to the reader.', input: z.object(ofDemand), output: Demand }),
  listMine: query({
    route: 'GET /demands/mine',
    summary: 'What the reader has filed, newest first, 20 a page.',
    input: z.object({ filter: z.optional(z.enum(['all', 'open', 'rest'])), cursor: z.optional(Cursor) }),
    output: page(DemandCard),
  }),
  listInbox: query({
    route: 'GET /demands/inbox',
    summary: 'What waits for one who serves: danger first, then by deadline, 20 a page; what is settled, newest first.',
    input: z.object({ filter: z.optional(InboxFilter), search: z.optional(SearchText), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(DemandCard).shape, counts: z.object({ mine: z.int(), unread: z.int(), late: z.int(), offered: z.int(), atMeeting: z.int(), outside: z.int(), snoozed: z.int(), resident: z.int() }) }),
  }),
  listCommittee: query({
    route: 'GET /committees/{committeeId}/demands',
    summary: 'All demands of a committee for one who serves it whole, by deadline, 30 a page.',
    input: z.object({
      committeeId: Id,
      filter: z.optional(CommitteeFilter),
      kind: z.optional(DemandKind),
      category: z.optional(CategorySlug),
      blockId: z.optional(Id),
      /** Who has it. */
      ownerId: z.optional(Id),
      /** Of the late ones: why. */
      why: z.optional(LateWhy),
      search: z.optional(SearchText),
      /** Else as fits the filter: the last word for rest, filing for all, the deadline for the others. */
      sort: z.optional(CommitteeSort),
      cursor: z.optional(Cursor),
    }),
    output: z.object({ ...page(DemandCard).shape, total: z.int() }),
  }),
  markRead: command({
    route: 'POST /demands/{demandId}/read',
    summary: 'The reader has seen all there is in the thread.',
    input: z.object(ofDemand),
    output: z.object({ unread: z.int() }),
    perMinute: 120,
  }),
  markReadMany: command({
    route: 'POST /demands/read',
    summary: 'The reader has seen all there is in these threads; what has moved out of their sight is passed over.',
    input: z.object({ demands: z.array(z.object(ofDemand)).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({ unread: z.int(), read: z.int() }),
  }),
  snooze: command({
    route: 'POST /demands/{demandId}/snooze',
    summary: 'Put it off in one’s own inbox; it comes back by itself, and at once when somebody says something. The deadline stays.',
    input: z.object({ ...ofDemand, until: Instant, reason: line(1, 100) }),
    output: Demand,
    refusals: ['WrongStep', 'SnoozeTooLong'],
    words: ['reason'],
  }),
  unsnooze: command({ route: 'POST /demands/{demandId}/snooze/end', summary: 'Back into one’s own inbox before its time.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
}
