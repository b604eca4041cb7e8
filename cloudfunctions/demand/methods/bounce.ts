import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/**
 * What was offered goes back to whom it never left; what an outside party sent back is worked on here again. Who gave an offer back
 * may still read it: they had it in hand and may be asked why.
 */
export const bounce: Method<'demand', 'bounce'> = (request, { reason, ...input }) =>
  takeStep(request, input, 'bounce', (row) => ({
    text: reason,
    change: row.offeredTo === request.person.accountId ? { offered_to: null, offered_at: null, told: [...row.told, row.offeredTo] } : {},
    tell: [{ toId: row.ownerId, about: 'demandBounced' }, { toId: row.firstReceiverId, about: 'demandBounced' }],
  }))
