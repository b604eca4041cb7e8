import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const withdraw: Method<'demand', 'withdraw'> = (request, input) =>
  takeStep(request, input, 'withdraw', (row) => ({ tell: [{ toId: row.ownerId, about: 'demandWithdrawn' }] }))
