import { Refusal } from '../../../contract/refusal'
import { chosenHome } from '../../account/rules/person'
import { presenceOf } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { listKeptFrom } from '../ratings'
import type { Method } from '../../runtime/request'
import { deadlinesOf } from '../rules/deadline'
import { routeDemand } from '../rules/routing'

/** The same rules as `file`, with nothing written. */
export const foresee: Method<'demand', 'foresee'> = async ({ tx, person, now }, { committeeId, kind, urgency, about = 'community', householdId }) => {
  const [roster, avoid] = await Promise.all([getRoster(tx, committeeId, now), listKeptFrom(tx, { committeeId, filer: person.accountId, now })])
  if (roster.staff.size === 0) throw new Refusal('NobodyThere')
  const blockId = chosenHome(person, committeeId, householdId)?.blockId ?? null
  const { ownerId, route } = routeDemand({ roster, blockId, filerId: person.accountId, avoid, urgency, about, now })
  const { dueAt, contactDueAt, provisional, workingDays } = deadlinesOf(roster.calendar, { kind, urgency, filedAt: now })
  return { owner: presenceOf(roster, ownerId, now), route, dueAt, contactDueAt, provisional, workingDays }
}
