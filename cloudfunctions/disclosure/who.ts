/** Whom the commands are for, as the application's own check asks. */
import type { Id } from '../../contract/values'
import { approves, serves, servesWhole } from '../account/rules/person'
import { allowedTo, visibleTo, type PersonRequest } from '../runtime/request'
import type { By } from './store'

/** @throws Refusal `NotFound` for those who do not serve there, `NotAllowed` for those who do not serve it whole */
export function asWhole(request: PersonRequest, committeeId: Id): By {
  visibleTo(request, serves(request.person, committeeId))
  allowedTo(request, servesWhole(request.person, committeeId))
  return { me: request.person.accountId, at: request.now }
}

/** @throws Refusal `NotFound` for those who do not serve there, `NotAllowed` for all but director and secretary */
export function asDirector(request: PersonRequest, committeeId: Id): By {
  visibleTo(request, serves(request.person, committeeId))
  allowedTo(request, approves(request.person, committeeId))
  return { me: request.person.accountId, at: request.now }
}
