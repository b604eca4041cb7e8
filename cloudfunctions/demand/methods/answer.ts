import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const answer: Method<'demand', 'answer'> = (request, input) =>
  takeStep(request, input, 'answer', (row) => ({
    text: input.text,
    change: { answered_at: request.now, word_due_at: null, ...(row.contactedAt === null ? { contacted_at: request.now } : {}) },
    tell: [{ toId: row.filedBy, about: 'demandAnswered' }, { toId: row.ownerId, about: 'demandReplied' }],
  }))
