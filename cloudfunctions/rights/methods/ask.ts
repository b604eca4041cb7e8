import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { getCommittee, getRoster } from '../../organization/store'
import { newId, type Method } from '../../runtime/request'
import { answeredAtOnce, rightDue } from '../rules/request'
import { insertRequest } from '../store'
import { viewRequest } from '../view'

/** Goes to the director. A copy is on record and done at once. @throws Refusal `NobodyThere` while that post is empty */
export const ask: Method<'rights', 'ask'> = async (request, { committeeId, kind, words }) => {
  const { tx, person, now } = request
  const [roster, committee] = await Promise.all([getRoster(tx, committeeId, now), getCommittee(tx, committeeId)])
  const atOnce = answeredAtOnce(kind)
  if (!roster.directorId && !atOnce) throw new Refusal('NobodyThere')
  const one = {
    committeeId, id: newId(request), accountId: person.accountId, name: person.name, kind, words, askedAt: now, ...rightDue(roster.calendar, now),
    state: atOnce ? ('done' as const) : ('open' as const), decidedAt: atOnce ? now : null,
  }
  const told = !atOnce && roster.directorId && roster.directorId !== person.accountId ? [{ id: newId(request), toId: roster.directorId, about: 'rightAsked' as const, fromName: person.name }] : []
  await Promise.all([
    insertRequest(tx, one),
    queueNotices(tx, { committeeId, subject: 'right', subjectId: one.id, title: '个人信息', at: now }, told),
  ])
  return viewRequest({ ...one, committeeName: committee.name, decidedBy: null, reply: null }, person, now)
}
