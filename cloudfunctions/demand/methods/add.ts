import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const add: Method<'demand', 'add'> = (request, input) =>
  takeStep(request, input, 'add', (row) => ({ text: input.text, tell: [{ toId: row.ownerId, about: 'demandAdded' }] }))
