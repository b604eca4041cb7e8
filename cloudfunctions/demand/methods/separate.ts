import type { Method } from '../../runtime/request'
import { offeredBackTo } from '../rules/together'
import { takeStep } from '../step'

/** Its own again, with the deadline it always had. The lead's owner keeps it until whose it was takes it back. */
export const separate: Method<'demand', 'separate'> = (request, input) =>
  takeStep(request, input, 'separate', (row, roster) => {
    const back = offeredBackTo(row, roster)
    return {
      change: back === null ? {} : { offered_to: back, offered_at: request.now },
      tell: [{ toId: row.filedBy, about: 'demandSeparated' }, { toId: row.ownerId, about: 'demandSeparated' }, { toId: back, about: 'demandOffered' }],
      ...(back === null ? {} : { also: { step: 'handOver' as const, toId: back } }),
    }
  })
