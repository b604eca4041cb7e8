import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { latestSnooze } from '../rules/snooze'
import { keepSnooze } from '../snoozes'
import { takeStep } from '../step'

/** Out of one's own inbox for a while; the deadline stays. @throws Refusal `SnoozeTooLong` for danger, for the past, and past the warning before the deadline */
export const snooze: Method<'demand', 'snooze'> = (request, { until, reason, ...input }) =>
  takeStep(request, input, 'snooze', (row) => {
    const latest = latestSnooze(row)
    if (latest === null || until <= request.now || until > latest) throw new Refusal('SnoozeTooLong')
    return { text: reason, toName: until, write: (tx) => keepSnooze(tx, { ...input, me: request.person.accountId, until, reason, now: request.now }) }
  })
