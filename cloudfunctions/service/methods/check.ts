import { Refusal } from '../../../contract/refusal'
import { dayOf } from '../../organization/rules/calendar'
import { newId, type Method } from '../../runtime/request'
import { checkItem, tell } from '../edited'
import { nextCheckAfter } from '../rules/freshness'
import { lockFor, readEdit } from '../view'

/** @throws Refusal `BadInput` for facts of a day to come, or a next check that is past */
export const check: Method<'service', 'check'> = async (request, { asOf, nextCheck, ...ref }) => {
  const { tx, person, now } = request
  const { published, last } = await lockFor(request, ref, 'check')
  const today = dayOf(now)
  if (asOf > today) throw new Refusal('BadInput', { issues: [{ path: ['asOf'], code: 'future' }] })
  const next = nextCheck ?? nextCheckAfter(asOf)
  if (next <= today) throw new Refusal('BadInput', { issues: [{ path: ['nextCheck'], code: 'past' }] })
  const [, , edit] = await Promise.all([
    checkItem(tx, ref, { asOf, nextCheck: next, by: person.accountId }),
    tell(tx, ref, { id: newId(request), step: 'checked', number: published?.number ?? last, by: person.accountId, at: now }),
    readEdit(request, ref),
  ])
  return edit
}
