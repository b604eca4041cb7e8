import { Refusal } from '../../../contract/refusal'
import { newId, type Method } from '../../runtime/request'
import { scheduleVersion, tell } from '../edited'
import { hangOut } from '../hangOut'
import { mustBeWhole } from '../rules/lifecycle'
import { lockFor, readEdit } from '../view'

/** @throws Refusal `BadInput` for an hour that is past, or naming what is missing; `WrongStep` when it is not what was read any more */
export const publish: Method<'service', 'publish'> = async (request, { revision, at, ...ref }) => {
  const { tx, person, now } = request
  const { open } = await lockFor(request, ref, 'publish')
  if (open!.revision !== revision) throw new Refusal('WrongStep')
  mustBeWhole(open!.content)
  if (at !== null && Date.parse(at) <= Date.parse(now)) throw new Refusal('BadInput', { issues: [{ path: ['at'], code: 'past' }] })
  const { number } = open!
  const [, , , edit] = await Promise.all([
    // Also where it hangs out at once: the version says who decided.
    scheduleVersion(tx, ref, number, person.accountId, at ?? now),
    at === null ? hangOut(tx, ref, number, now) : undefined,
    tell(tx, ref, { id: newId(request), step: at === null ? 'published' : 'scheduled', number, by: person.accountId, at: now }),
    readEdit(request, ref),
  ])
  return edit
}
