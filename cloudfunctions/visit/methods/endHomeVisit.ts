import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { doorTitle, endHomeVisit as end, insertHomeVisitEntry, livesIn, lockHomeVisit, mayStandAt, viewDoor } from '../doors'
import { visitSteps } from '../rules/door'

const ends = { done: 'held', nobodyHome: 'missed', turnedAway: 'cancelled', cancel: 'cancelled' } as const
const said = { done: null, nobodyHome: '没有人在家', turnedAway: '门口说了不方便', cancel: null } as const

/** Being there is said while the consent lives; later it is an attempt. @throws Refusal `WrongStep` for what is over, or not begun */
export const endHomeVisit: Method<'visit', 'endHomeVisit'> = async (request, { committeeId, visitId, outcome, words }) => {
  const { tx, person, now } = request
  const me = person.accountId
  const row = await lockHomeVisit(tx, committeeId, visitId, now)
  visibleTo(request, mayStandAt(person, committeeId, row))
  if (!visitSteps(row, livesIn(person, row.householdId) ? 'home' : 'staff', now).includes(outcome)) throw new Refusal('WrongStep')
  const vetoed = outcome === 'done' && !row.open
  const told = (outcome === 'cancel' || vetoed ? [row.hostId, ...row.people] : []).filter((toId, index, all) => toId !== me && all.indexOf(toId) === index)
  const [moved, , , view] = await Promise.all([
    end(tx, committeeId, visitId, { state: ends[outcome], by: me, at: now }),
    vetoed ? undefined : insertHomeVisitEntry(tx, { committeeId, id: newId(request), visitId, at: now, by: me, step: outcome === 'done' ? 'hold' : 'cancel', from: 'booked', to: ends[outcome], text: words || said[outcome], doubt: words === '' ? null : request.doubt }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: row.householdId, title: doorTitle, at: now }, told.map((toId) =>
      ({ id: newId(request), toId, about: vetoed ? ('homeVisitTried' as const) : ('homeVisitCancelled' as const), fromName: person.name }))),
    viewDoor(tx, person, { committeeId, householdId: row.householdId }, now),
  ])
  if (moved === vetoed) throw new Error('the database and the rule disagree about a consent')
  return { vetoed, door: view }
}
