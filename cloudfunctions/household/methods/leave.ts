import { queueNotices } from '../../notice/store'
import { leaderPresence } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { newId, type Method } from '../../runtime/request'
import { depart, lockOwnPlace } from '../codes'

/** The leader of the block is told, so that nobody goes on waiting for somebody who is gone. */
export const leave: Method<'household', 'leave'> = async (request, { committeeId, householdId }) => {
  const { tx, person, now } = request
  const me = person.accountId
  const [place, roster] = await Promise.all([lockOwnPlace(tx, { committeeId, householdId, me }), getRoster(tx, committeeId, now)])
  const leader = leaderPresence(roster, place.blockId, now)?.staff.accountId ?? roster.directorId
  await Promise.all([
    queueNotices(tx, { committeeId, subject: 'household', subjectId: householdId, title: place.label, at: now },
      leader && leader !== me ? [{ id: newId(request), toId: leader, about: 'memberLeft', fromName: null }] : []),
    depart(tx, { committeeId, resident: place, id: newId(request), me, why: '', now }),
  ])
  return { label: place.label }
}
