import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** Whoever answers, an offer that was never taken is over. */
export const answer: Method<'demand', 'answer'> = (request, input) =>
  takeStep(request, input, 'answer', (row) => ({
    text: input.text,
    change: { answered_at: request.now, offered_to: null, ...(row.contactedAt === null ? { contacted_at: request.now } : {}) },
    tell: [{ toId: row.filedBy, about: 'demandAnswered' }, { toId: row.ownerId, about: 'demandReplied' }],
  }))
