import type { Method } from '../../runtime/request'
import { complexDays } from '../rules/deadline'
import { takeStep } from '../step'

/** The 15 working days count from where the running deadline began, not from today. */
export const grantMoreTime: Method<'demand', 'grantMoreTime'> = (request, { reason, ...input }) =>
  takeStep(request, input, 'grantMoreTime', (row) => ({
    text: reason,
    change: { more_time_by: null },
    clock: { from: row.dueFrom, days: complexDays, pauses: row.pauses },
    tell: [{ toId: row.filedBy, about: 'moreTimeGranted' }, { toId: row.ownerId, about: 'moreTimeGranted' }],
  }))
