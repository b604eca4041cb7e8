import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { findChange, listRefused, lockChange, settleChange, takeOver } from '../archive'
import { openChange } from '../openings'
import { mayDecide, refusedBy, seatOf } from '../rules/archive'
import { editOf } from '../view'

/** @throws Refusal `WrongStep` when somebody decided before, `BadInput` for a refusal without a reason, `ConsentFirst` where its person has said no meanwhile */
export const decideChange: Method<'household', 'decideChange'> = async (request, { committeeId, changeId, apply, why }) => {
  const { tx, person, now, surroundings } = request
  const [locked, seen, opened, refused] = await Promise.all([
    lockChange(tx, committeeId, changeId),
    findChange(tx, committeeId, changeId),
    openChange(tx, surroundings.seals, { committeeId, changeId, id: newId(request), at: now }),
    listRefused(tx, committeeId, changeId),
  ])
  visibleTo(request, seen !== undefined && mayDecide(seatOf(person, seen)))
  if (!locked) throw new Refusal(seen && seen.state !== 'proposed' ? 'WrongStep' : 'NotFound')
  if (!apply && why.length < 2) throw new Refusal('BadInput', { issues: [{ path: ['why'], code: 'too_small' }] })
  if (apply && refusedBy({ field: locked.field }, refused)) throw new Refusal('ConsentFirst')
  const { householdId, label, byId } = locked
  const version = locked.homeVersion + 1
  await Promise.all([
    apply
      ? takeOver(tx, surroundings.seals, { ...locked, edit: editOf(locked, opened?.changes.find(({ id }) => id === changeId)?.new ?? null), at: now }, { version, newId: newId(request), by: person.accountId })
      : settleChange(tx, { committeeId, id: changeId }, { state: 'refused', version: null, by: person.accountId, at: now, why }),
    byId === person.accountId ? undefined
      : queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: label, at: now }, [{ id: newId(request), toId: byId, about: 'archiveDecided', fromName: person.name }]),
  ])
  return { committeeId, householdId, version: apply ? version : locked.homeVersion }
}
