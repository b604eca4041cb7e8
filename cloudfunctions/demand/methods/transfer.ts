import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** The outside party has no account here: the owner stays, and passes on what is heard from there. */
export const transfer: Method<'demand', 'transfer'> = (request, { to, reason, ...input }) =>
  takeStep(request, input, 'transfer', (row) => ({
    ...(reason ? { text: reason } : {}),
    toName: [to.name, to.number].filter(Boolean).join(' '),
    change: { outside_kind: to.kind, outside_name: to.name, outside_number: to.number, offered_to: null, offered_at: null, ...(row.contactedAt === null ? { contacted_at: request.now } : {}) },
    tell: [{ toId: row.filedBy, about: 'demandTransferred' }, { toId: row.ownerId, about: 'demandReplied' }],
  }))
