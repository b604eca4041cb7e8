import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const askMoreTime: Method<'demand', 'askMoreTime'> = (request, { reason, ...input }) =>
  takeStep(request, input, 'askMoreTime', (_row, { directorId, secretaryIds }) => ({
    text: reason,
    change: { more_time_by: request.person.accountId },
    tell: [directorId, ...secretaryIds].map((toId) => ({ toId, about: 'moreTimeAsked' })),
  }))
