import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** The first word to the resident is the first contact. */
export const reply: Method<'demand', 'reply'> = (request, input) =>
  takeStep(request, input, 'reply', (row) => ({
    text: input.text,
    change: { word_due_at: null, ...(row.contactedAt === null ? { contacted_at: request.now } : {}) },
    tell: [{ toId: row.filedBy, about: 'demandReplied' }, { toId: row.ownerId, about: 'demandReplied' }],
  }))
