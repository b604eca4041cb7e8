/** A request as one reader may see it. */
import type { RightRequest } from '../../contract/rightRequest'
import type { Instant } from '../../contract/values'
import { approves, type Person } from '../account/rules/person'
import { rightSteps } from './rules/request'
import type { RequestRow } from './store'

export function viewRequest({ accountId, ...row }: RequestRow, person: Person, now: Instant): RightRequest {
  const own = accountId === person.accountId
  return { ...row, late: row.state === 'open' && row.dueAt < now, steps: rightSteps({ state: row.state, own }, approves(person, row.committeeId)) }
}
