import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const accept: Method<'demand', 'accept'> = (request, input) =>
  takeStep(request, input, 'accept', (row) => ({ tell: [{ toId: row.filedBy, about: 'demandTaken' }] }))
