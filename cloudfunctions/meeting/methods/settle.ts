import { Refusal } from '../../../contract/refusal'
import { serves } from '../../account/rules/person'
import { queueNotices } from '../../notice/store'
import { dayOf } from '../../organization/rules/calendar'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { holds, maySettle } from '../rules/access'
import { insertResolution, lockFollow, lockOpenMeeting, settleFollow, subjectOf } from '../store'
import { resolutionOf } from '../view'

/** Seen to: by whom it was given to, any time. Not seen to: at an open meeting, with the reason and a new day, and it goes on from there. */
export const settle: Method<'meeting', 'settle'> = async (request, { committeeId, resolutionId, done, words, dueOn }) => {
  const { tx, person, now } = request
  visibleTo(request, serves(person, committeeId))
  const issues = [
    ...(done || words !== '' ? [] : [{ path: ['words'], code: 'too_small' }]),
    ...(done || (dueOn !== undefined && dueOn > dayOf(now)) ? [] : [{ path: ['dueOn'], code: 'too_small' }]),
  ]
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
  if (!done) allowedTo(request, holds(person, committeeId))
  // The meeting before the follow-up, as `resolve` holds them.
  const [meeting, roster, follow] = await Promise.all([
    done ? undefined : lockOpenMeeting(tx, committeeId), getRoster(tx, committeeId, now), lockFollow(tx, committeeId, resolutionId),
  ])
  allowedTo(request, maySettle(person, { ...follow, settled: null }))
  if (!follow.held) throw new Refusal('WrongStep')
  const how = done ? 'done' : 'moved'
  const onward = meeting && {
    ...follow, id: newId(request), meetingId: meeting.id, day: meeting.day, why: 'followUp' as const, facts: '', outcome: 'note' as const, words, dueOn: dueOn!, at: now, byId: person.accountId, followOf: follow.id,
  }
  const [, seq] = await Promise.all([
    settleFollow(tx, { committeeId, id: resolutionId, how, at: now, words, by: person.accountId }),
    onward && insertResolution(tx, onward),
    onward && follow.ownerId !== person.accountId && queueNotices(tx, { ...subjectOf(onward), at: now }, [{ id: newId(request), toId: follow.ownerId!, about: 'resolutionMine', fromName: person.name }]),
  ])
  const settled = { settled: how, settledAt: now, settledWords: words } as const
  return resolutionOf(onward ? { ...onward, seq: seq!, settled: null, settledAt: null, settledWords: null } : { ...follow, ...settled }, roster, person)
}
