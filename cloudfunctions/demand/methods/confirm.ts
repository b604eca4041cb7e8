import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const confirm: Method<'demand', 'confirm'> = (request, input) =>
  takeStep(request, input, 'confirm', (row) => ({
    change: { closed_how: row.filedBy === request.person.accountId ? 'confirmed' : 'proxy' },
    tell: [{ toId: row.ownerId, about: 'demandConfirmed' }],
  }))
