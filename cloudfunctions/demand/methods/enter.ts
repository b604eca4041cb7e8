import { servesWhole, takesIn } from '../../account/rules/person'
import { listCategories } from '../../category/store'
import { Refusal } from '../../../contract/refusal'
import { getHome } from '../../household/store'
import { queueNotices } from '../../notice/store'
import { dayOf } from '../../organization/rules/calendar'
import { staffOf } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { listKeptFrom } from '../ratings'
import { deadlinesOf } from '../rules/deadline'
import { routeDemand, type Routed } from '../rules/routing'
import { themeOf } from '../rules/theme'
import { titleOf } from '../rules/title'
import { changeDemand, insertDemand, insertEntry, phonePlace } from '../store'
import { viewDemand } from '../view'

/**
 * Whoever was told first stays answerable (首问责任人); who has it in hand is found as for one filed in the app (docs/decisions/020). It is the
 * filer's own when they have an account.
 * @throws Refusal `NoSuchHousehold` where the door, or the person behind it, is not there for this reader; `NotAllowed` for one's own matter
 */
export const enter: Method<'demand', 'enter'> = async (request, { committeeId, channel, who, category, answers, answerNow, ...said }) => {
  const { tx, person, now, surroundings } = request
  visibleTo(request, takesIn(person, committeeId))
  const me = person.accountId
  const [roster, categories, home, avoid] = await Promise.all([
    getRoster(tx, committeeId, now),
    listCategories(tx),
    who.householdId === null ? null : getHome(tx, { committeeId, householdId: who.householdId, residentId: who.residentId }),
    listKeptFrom(tx, { committeeId, filer: who.residentId && { residentId: who.residentId }, now }),
  ])
  const filedBy = home?.accountId ?? null
  if (filedBy === me) throw new Refusal('NotAllowed')
  const theme = themeOf({ ...said, about: 'community', category, answers }, categories)
  // Without a door it stays in the block of the leader who was called, or with those who receive today.
  const blockId = home?.blockId ?? (servesWhole(person, committeeId) ? null : (person.posts.find((post) => post.committeeId === committeeId && post.blockId !== null)?.blockId ?? null))
  const found = routeDemand({ roster, blockId, filerId: filedBy, takerId: me, avoid, urgency: said.urgency, about: 'community', now })
  const danger = said.urgency === 'danger'
  const routed: Routed = answerNow === undefined || danger ? found : { ownerId: me, told: [me], lentFrom: null, route: [{ staff: staffOf(roster, me), reason: 'answeredOnSpot', outcome: 'took', back: null }] }
  const own = routed.ownerId === me
  const { dueAt, dueDays, contactDueAt, wordDueAt, provisional } = deadlinesOf(roster.calendar, { ...said, filedAt: now })
  const id = newId(request)
  const title = titleOf(said.text)
  const status = answerNow !== undefined ? 'answered' : own ? 'accepted' : 'submitted'
  const line = { committeeId, demandId: id, at: now, byId: me, toId: null }
  const told = routed.told.filter((toId) => toId !== me).map((toId) => ({ id: newId(request), toId, about: danger ? ('dangerFiled' as const) : ('demandFiled' as const), fromName: who.name }))
  const theirs = filedBy === null ? [] : [{ id: newId(request), toId: filedBy, about: 'demandEntered' as const, fromName: person.name }]

  const [, , , , , demand] = await Promise.all([
    insertDemand(tx, {
      ...said, committeeId, id, about: 'community', title, channel, theme, filedBy, enteredBy: me, phoneSealed: who.phone && surroundings.seals.seal(phonePlace(committeeId, id), who.phone), filerName: who.name, householdId: who.householdId, blockId, routed, firstReceiverId: me,
      filedAt: now, contactDueAt, wordDueAt: answerNow === undefined ? wordDueAt : null, dueAt, dueDays, provisional, safety: request.safety, year: Number(dayOf(now).slice(0, 4)),
    }),
    // Whoever writes it down is speaking with them: that is the first contact. Danger waits for who goes there.
    changeDemand(tx, committeeId, id, { status, ...(own || !danger || answerNow !== undefined ? { contacted_at: now } : {}), ...(answerNow === undefined ? {} : { answered_at: now }) }),
    insertEntry(tx, { ...line, id: newId(request), step: 'file', from: null, to: 'submitted', text: null, toId: routed.ownerId, heard: channel, doubt: request.doubt }),
    status === 'submitted' ? undefined : insertEntry(tx, { ...line, id: newId(request), step: answerNow === undefined ? 'accept' : 'answer', from: 'submitted', to: status, text: answerNow ?? null, doubt: answerNow === undefined ? null : request.doubt }),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: id, title, at: now }, [...told, ...theirs]),
    viewDemand(tx, person, { committeeId, demandId: id, now, firstWall: surroundings.firstWall, seals: surroundings.seals, roster }),
  ])
  return demand
}
