import { leaderPresence } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { bumpVersion, ownResidents } from '../archive'
import { contestCare as write, lockCare } from '../care'

/** The word of the person concerned; whoever leads the block looks again. */
export const contestCare: Method<'household', 'contestCare'> = async (request, { committeeId, careId, why }) => {
  const { tx, person, now, surroundings } = request
  const [care, mine, roster] = await Promise.all([lockCare(tx, committeeId, careId), ownResidents(tx), getRoster(tx, committeeId, now)])
  visibleTo(request, care.residentId !== null && mine.includes(care.residentId))
  const leader = leaderPresence(roster, care.blockId, now)?.staff.accountId ?? roster.directorId
  await Promise.all([
    write(tx, surroundings.seals, care, { at: now, why }),
    bumpVersion(tx, care),
    leader && leader !== person.accountId ? queueNotices(tx, { committeeId, subject: 'household', subjectId: care.householdId, title: care.label, at: now }, [{ id: newId(request), toId: leader, about: 'archiveAsked', fromName: person.name }]) : undefined,
  ])
  return { committeeId, householdId: care.householdId, version: care.version + 1 }
}
