import { Refusal } from '../../../contract/refusal'
import { serves } from '../../account/rules/person'
import { relationTo } from '../../demand/rules/access'
import { latenessOf, shownDue } from '../../demand/rules/deadline'
import { takeStep } from '../../demand/step'
import { queueNotices } from '../../notice/store'
import { dayOf } from '../../organization/rules/calendar'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { planOf } from '../decide'
import { holds } from '../rules/access'
import { checkDecision, stepOf, whyOf } from '../rules/outcome'
import { getStanding, insertFundIdea, insertResolution, listServing, lockMeeting, subjectOf, type NewResolution } from '../store'
import { resolutionOf } from '../view'

/** The meeting is held first, so that of two who decide the same item one wins; the demand moves in the same transaction or not at all. */
export const resolve: Method<'meeting', 'resolve'> = async (request, input) => {
  const { tx, person, now } = request
  const { committeeId, meetingId, demandId, facts, outcome, words, to } = input
  visibleTo(request, serves(person, committeeId))
  allowedTo(request, holds(person, committeeId))
  checkDecision(input, dayOf(now))
  const id = newId(request)
  const said = { committeeId, id, meetingId, facts, outcome, words, ownerId: input.ownerId ?? null, dueOn: input.dueOn ?? null, at: now, byId: person.accountId, followOf: null }
  /** Writes the decision, and the idea where it is one. */
  const write = async (one: NewResolution) => {
    const [seq] = await Promise.all([
      insertResolution(tx, one),
      outcome === 'fund' && insertFundIdea(tx, { committeeId, id: newId(request), resolutionId: id, demandId: one.demandId, title: one.title, words, at: now }),
    ])
    return seq
  }
  const shown = (one: NewResolution, seq: number, roster: Parameters<typeof resolutionOf>[1]) =>
    resolutionOf({ ...one, seq, settled: null, settledAt: null, settledWords: null }, roster, person)

  if (demandId === undefined) {
    const [meeting, serving, roster] = await Promise.all([lockMeeting(tx, committeeId, meetingId), listServing(tx, committeeId, now), getRoster(tx, committeeId, now)])
    if (said.ownerId !== null && !serving.includes(said.ownerId)) throw new Refusal('NobodyThere')
    const one: NewResolution = { ...said, demandId: null, round: null, day: meeting.day, why: 'general', title: input.title! }
    const told = said.ownerId === null || said.ownerId === person.accountId ? [] : [{ id: newId(request), toId: said.ownerId, about: 'resolutionMine' as const, fromName: person.name }]
    const [seq] = await Promise.all([write(one), queueNotices(tx, { ...subjectOf(one), at: now }, told)])
    return shown(one, seq, roster)
  }

  let answer: ReturnType<typeof shown> | undefined
  const beside = Promise.all([lockMeeting(tx, committeeId, meetingId), getStanding(tx, { committeeId, meetingId, demandId }), listServing(tx, committeeId, now)])
  await takeStep(request, { committeeId, demandId }, (status) => stepOf(outcome, status), (row, roster, [meeting, standing, serving]) => {
    if (standing.decided) throw new Refusal('WrongStep')
    const overdue = latenessOf({ dueAt: shownDue(row), now }).late === 'late'
    const one: NewResolution = { ...said, demandId, round: row.reopened, day: meeting.day, why: whyOf({ status: row.status, overdue, ...standing }), title: row.title }
    return {
      ...planOf({ outcome, words, ownerId: said.ownerId, to, resolutionId: id, present: meeting.present, serving, now }, row, roster),
      first: async () => { answer = shown(one, await write(one), roster) },
    }
  }, {
    beside,
    may: (row) => { const as = relationTo(person, row); return !as.filer && as.approver },
  })
  return answer!
}
