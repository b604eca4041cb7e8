import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { endSnooze } from '../snoozes'
import { takeStep } from '../step'

/** Back in the inbox before its time. @throws Refusal `WrongStep` when it was not put off */
export const unsnooze: Method<'demand', 'unsnooze'> = (request, input) =>
  takeStep(request, input, 'snooze', (row) => {
    if (!row.putOff) throw new Refusal('WrongStep')
    return { write: (tx) => endSnooze(tx, { ...input, me: request.person.accountId }) }
  })
