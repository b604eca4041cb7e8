import { chosenHome } from '../../account/rules/person'
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
import { holdLead, joinTo } from '../together'
import { viewDemand } from '../view'

/**
 * Filed and joined in one: with its own words, number and thread. What it was to be joined to may have moved on since it was offered; then it is
 * filed by itself, and its thread says so.
 * @throws Refusal `NobodyThere` when nobody serves the committee, `BadInput` naming a question whose answer does not fit
 */
export const file: Method<'demand', 'file'> = async (request, { committeeId, about = 'community', category, answers, joins, householdId, ...said }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  const [held, roster, categories, avoid] = await Promise.all([
    joins && about === 'community' ? holdLead(tx, { committeeId, joining: null, wanted: joins, asNeighbour: true }) : undefined,
    getRoster(tx, committeeId, now), listCategories(tx), listKeptFrom(tx, { committeeId, filer: me, now }),
  ])
  // Nobody is brought by it to one they were very dissatisfied with.
  const lead = held?.open && !avoid.includes(held.ownerId) ? held : undefined
  const theme = themeOf({ ...said, about, category, answers }, categories)
  const home = chosenHome(person, committeeId, householdId)
  const routed = routeDemand({ roster, blockId: home?.blockId ?? null, filerId: me, avoid, urgency: said.urgency, about, now })
  const { dueAt, dueDays, contactDueAt, wordDueAt, provisional } = deadlinesOf(roster.calendar, { ...said, filedAt: now })
  const id = newId(request)
  const title = titleOf(said.text)
  const danger = said.urgency === 'danger'
  // Who has the lead has this one too, unless they filed it themselves; danger still goes to all at once.
  const joinedTo = lead && lead.ownerId !== me ? [lead.ownerId] : []
  const told = [...(joinedTo.length > 0 && !danger ? [] : routed.told).map((toId) => ({ toId, about: danger ? ('dangerFiled' as const) : ('demandFiled' as const) })), ...joinedTo.map((toId) => ({ toId, about: 'demandJoined' as const }))]
  const notices = told.filter(({ toId }, index) => told.findIndex((one) => one.toId === toId) === index).map((one) => ({ ...one, id: newId(request), fromName: person.name }))
  const line = { committeeId, demandId: id, at: now, byId: me, text: null }

  const [, , , , , demand] = await Promise.all([
    insertDemand(tx, {
      ...said, committeeId, id, about, title, channel: 'app', filedBy: me, enteredBy: null, phoneSealed: null, filerName: person.name, householdId: home?.householdId ?? null, blockId: home?.blockId ?? null,
      theme, firstReceiverId: routed.ownerId, routed, filedAt: now, contactDueAt, wordDueAt, dueAt, dueDays, provisional, safety: request.safety, year: Number(dayOf(now).slice(0, 4)),
    }),
    insertEntry(tx, { ...line, id: newId(request), step: 'file', from: null, to: 'submitted', toId: routed.ownerId, doubt: request.doubt }),
    lead && joinTo(request, { committeeId, demandId: id, clock: { from: now, days: dueDays, pauses: [] } }, lead, roster.calendar),
    joins && insertEntry(tx, lead
      ? { ...line, id: newId(request), step: 'join', from: 'submitted', to: 'merged', toId: null, toName: lead.number }
      : { ...line, byId: null, id: newId(request), step: 'separate', from: 'submitted', to: 'submitted', toId: null }),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: id, title, at: now }, notices),
    viewDemand(tx, person, { committeeId, demandId: id, now, firstWall: surroundings.firstWall, seals: surroundings.seals, roster }),
  ])
  return demand
}
