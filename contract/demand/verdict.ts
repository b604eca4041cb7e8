/** What the resident says afterwards: more words, solved or not, a rating, never mind. */
import * as z from 'zod/mini'
import { command, query } from '../method'
import { Cursor, Id, line, page } from '../values'
import { Demand, ofDemand } from './demand'
import { RatedDemand, RatingReason, RatingValue } from './rating'
import { HeardBy, MessageText } from './said'

/** Beside a resident's step that is written down for one without an account; without it `phone`. */
const heard = { heard: z.optional(HeardBy) }

export const verdict = {
  add: command({ route: 'POST /demands/{demandId}/words', summary: 'The resident says more.', input: z.object({ ...ofDemand, ...heard, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  confirm: command({ route: 'POST /demands/{demandId}/confirmation', summary: 'The resident says it is solved.', input: z.object({ ...ofDemand, ...heard }), output: Demand, refusals: ['WrongStep'] }),
  notSolved: command({
    route: 'POST /demands/{demandId}/reopening',
    summary: 'The resident says it is not solved, and what is missing; the third time it is also offered to the director.',
    input: z.object({ ...ofDemand, ...heard, text: MessageText }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['text'],
  }),
  withdraw: command({ route: 'POST /demands/{demandId}/withdrawal', summary: 'The resident takes it back.', input: z.object({ ...ofDemand, ...heard }), output: Demand, refusals: ['WrongStep'] }),
  rate: command({
    route: 'POST /demands/{demandId}/rating',
    summary: 'What the filer says of a closure, once for each. Who was very dissatisfied is not contacted by that person any more, and somebody else is told.',
    input: z.object({ ...ofDemand, value: RatingValue, reasons: z.array(z.string().check(z.maxLength(30))).check(z.maxLength(5)), words: line(0, 500) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['words'],
  }),
  ratingReasons: query({ route: 'GET /rating-reasons', summary: 'The reasons offered beside each value, in order.', input: z.object({}), output: z.object({ items: z.array(RatingReason) }) }),
  listRatings: query({
    route: 'GET /committees/{committeeId}/ratings',
    summary: 'What residents said of closures, newest first, 20 a page, for director and secretary, without those that speak of the reader. counts: of the last 90 days, by value.',
    input: z.object({ committeeId: Id, low: z.optional(z.boolean()), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(RatedDemand).shape, counts: z.array(z.object({ value: RatingValue, count: z.int() })) }),
  }),
}
