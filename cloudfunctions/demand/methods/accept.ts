import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** Taking danger up is the first contact: the resident is told at once. */
export const accept: Method<'demand', 'accept'> = (request, input) =>
  takeStep(request, input, 'accept', (row) => ({
    change: row.urgency === 'danger' && row.contactedAt === null ? { contacted_at: request.now } : {},
    tell: [{ toId: row.filedBy, about: 'demandTaken' }],
  }))
