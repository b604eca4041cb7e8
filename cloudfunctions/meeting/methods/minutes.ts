import { Refusal } from '../../../contract/refusal'
import { servesWhole } from '../../account/rules/person'
import { staffOf } from '../../organization/rules/roster'
import { getCommittee, getRoster } from '../../organization/store'
import { visibleTo, type Method } from '../../runtime/request'
import { listCarried } from '../carry'
import { withoutPeople } from '../rules/scrub'
import { getMeeting, listNamed, listResolutions, listSettled, type ResolutionRow } from '../store'

/** Made from what was decided. What is printed hangs somewhere one day: whoever asked is nowhere in it. */
export const minutes: Method<'meeting', 'minutes'> = async (request, { committeeId, meetingId }) => {
  const { tx, person, now } = request
  visibleTo(request, servesWhole(person, committeeId))
  const [meeting, committee, roster, resolutions, settled, carried, named] = await Promise.all([
    getMeeting(tx, committeeId, meetingId),
    getCommittee(tx, committeeId),
    getRoster(tx, committeeId, now),
    listResolutions(tx, committeeId, meetingId),
    listSettled(tx, committeeId, meetingId),
    listCarried(tx, committeeId, meetingId),
    listNamed(tx, committeeId, meetingId),
  ])
  if (meeting.closedAt === null) throw new Refusal('WrongStep')
  const people = [...named.flatMap(({ names }) => names), ...carried.map(({ filerName }) => filerName)]
  const plain = (words: string) => withoutPeople(words, people)
  const name = (id: string | null) => (id === null ? null : staffOf(roster, id).name)
  const numbers = new Map(named.map(({ demandId, number }) => [demandId, number]))
  const followed = (row: ResolutionRow) => ({ title: plain(row.title), owner: name(row.ownerId)!, done: row.settled === 'done', words: plain(row.settledWords ?? '') })
  return {
    committeeName: committee.name,
    day: meeting.day,
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    chair: name(meeting.chairId)!,
    present: meeting.present.map((id) => name(id)!),
    cameLater: meeting.present.flatMap((id) => (meeting.cameLater[id] ? [{ name: name(id)!, at: meeting.cameLater[id] }] : [])),
    followed: settled.map(followed),
    items: resolutions.map(({ demandId, title, facts, outcome, words, ownerId, dueOn }, index) => ({
      seq: index + 1, number: (demandId !== null && numbers.get(demandId)) || null, title: plain(title), facts: plain(facts), outcome, words: plain(words), owner: name(ownerId), dueOn,
    })),
    carried: carried.map(({ title }) => plain(title)),
  }
}
