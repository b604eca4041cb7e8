import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** The owner changes here and nowhere else, once the next one has it. */
export const takeOver: Method<'demand', 'takeOver'> = (request, input) =>
  takeStep(request, input, 'takeOver', (row) => ({
    change: { owner_id: request.person.accountId, offered_to: null, offered_at: null, lent_from: null, ...(row.urgency === 'danger' && row.contactedAt === null ? { contacted_at: request.now } : {}) },
    toId: request.person.accountId,
    tell: [{ toId: row.filedBy, about: 'demandTaken' }, { toId: row.ownerId, about: 'demandTaken' }],
  }))
