import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** The clock stands until the resident says more: only a question stops it, and only from when it was asked. */
export const ask: Method<'demand', 'ask'> = (request, input) =>
  takeStep(request, input, 'ask', (row) => ({
    text: input.text,
    change: row.contactedAt === null ? { contacted_at: request.now } : {},
    tell: [{ toId: row.filedBy, about: 'demandAsked' }, { toId: row.ownerId, about: 'demandReplied' }],
  }))
