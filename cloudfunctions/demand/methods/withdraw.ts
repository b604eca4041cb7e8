import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const withdraw: Method<'demand', 'withdraw'> = (request, input) =>
  takeStep(request, input, 'withdraw', (row) => ({ change: { closed_at: request.now, offered_to: null }, tell: [{ toId: row.ownerId, about: 'demandWithdrawn' }] }))
