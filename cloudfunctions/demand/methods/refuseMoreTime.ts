import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const refuseMoreTime: Method<'demand', 'refuseMoreTime'> = (request, { reason, ...input }) =>
  takeStep(request, input, 'refuseMoreTime', (row) => ({
    ...(reason ? { text: reason } : {}),
    change: { more_time_by: null },
    tell: [{ toId: row.moreTimeBy, about: 'moreTimeRefused' }],
  }))
