import { homeIn } from '../../account/rules/person'
import { listCategories } from '../../category/store'
import { queueNotices } from '../../notice/store'
import { dayOf } from '../../organization/rules/calendar'
import { getRoster } from '../../organization/store'
import { newId, type Method } from '../../runtime/request'
import { deadlinesOf } from '../rules/deadline'
import { listKeptFrom } from '../ratings'
import { routeDemand } from '../rules/routing'
import { themeOf } from '../rules/theme'
import { titleOf } from '../rules/title'
import { insertDemand, insertEntry } from '../store'
import { viewDemand } from '../view'

/** @throws Refusal `NobodyThere` when nobody serves the committee, `BadInput` naming a question whose answer does not fit */
export const file: Method<'demand', 'file'> = async (request, { committeeId, about = 'community', category, answers, ...said }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const [roster, categories, avoid] = await Promise.all([getRoster(tx, committeeId, now), listCategories(tx), listKeptFrom(tx, { committeeId, filer: me, now })])
  const theme = themeOf({ ...said, about, category, answers }, categories)
  const home = homeIn(person, committeeId)
  const routed = routeDemand({ roster, blockId: home?.blockId ?? null, filerId: me, avoid, urgency: said.urgency, about, now })
  const { dueAt, dueDays, contactDueAt, wordDueAt, provisional } = deadlinesOf(roster.calendar, { ...said, filedAt: now })
  const id = newId(request)
  const title = titleOf(said.text)
  const notices = routed.told.map((toId) => ({ id: newId(request), toId, about: said.urgency === 'danger' ? ('dangerFiled' as const) : ('demandFiled' as const), fromName: person.name }))

  const [, , , demand] = await Promise.all([
    insertDemand(tx, {
      ...said, committeeId, id, about, title, channel: 'app', filedBy: me, enteredBy: null, filerPhone: null, filerName: person.name, householdId: home?.householdId ?? null, blockId: home?.blockId ?? null,
      theme, firstReceiverId: routed.ownerId, routed, filedAt: now, contactDueAt, wordDueAt, dueAt, dueDays, provisional, safety: request.safety, year: Number(dayOf(now).slice(0, 4)),
    }),
    insertEntry(tx, { committeeId, id: newId(request), demandId: id, at: now, byId: me, step: 'file', from: null, to: 'submitted', text: null, toId: routed.ownerId, doubt: request.doubt }),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: id, title, at: now }, notices),
    viewDemand(tx, person, { committeeId, demandId: id, now, firstWall: surroundings.firstWall, roster }),
  ])
  return demand
}
