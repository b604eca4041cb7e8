import type { NoticeAbout } from '../../../contract/notice'
import { Refusal } from '../../../contract/refusal'
import type { VisitStep } from '../../../contract/visit'
import { servesWhole } from '../../account/rules/person'
import { queueNotices } from '../../notice/store'
import { allowedTo, newId, visibleTo, type Method } from '../../runtime/request'
import { maySee } from '../../visit/rules/access'
import { stateIfPossible } from '../../visit/rules/lifecycle'
import { visitTitle } from '../../visit/step'
import { changeVisit, lockVisit, type VisitChange } from '../../visit/store'
import { decideVisitEntry, findVisitEntry } from '../store'

/** What the household is told when words of its host reach it; of all else it was told when it was done. */
const reached: Partial<Record<VisitStep, NoticeAbout>> = { say: 'visitSaid', summarise: 'visitSummarised' }

/**
 * A summary that is let go is the household's to confirm from here on; a purpose stands in the visit.
 * @throws Refusal `NotFound` for words one may not read, `NotAllowed` for one's own, for those of one's own household's visits and for those who do not
 *   serve the committee whole, `WrongStep` when they were decided about before, `BadInput` for a rejection without a reason
 */
export const decideVisit: Method<'safety', 'decideVisit'> = async (request, { committeeId, visitId, entryId, decision, reason }) => {
  const { tx, person, now } = request
  const me = person.accountId
  const [row, entry] = await Promise.all([lockVisit(tx, committeeId, visitId), findVisitEntry(tx, { committeeId, visitId, entryId })])
  visibleTo(request, maySee(person, row))
  if (!entry) throw new Refusal('NotFound')
  visibleTo(request, !row.home || entry.safety === 'passed' || entry.byId === me)
  allowedTo(request, servesWhole(person, committeeId) && !row.home && entry.byId !== me)
  if (entry.safety !== 'pending') throw new Refusal('WrongStep')
  if (decision === 'reject' && reason === '') throw new Refusal('BadInput', { issues: [{ path: ['reason'], code: 'too_small' }] })

  const released = decision === 'release'
  const { byId, byName, step, text } = entry
  const ofHome = byId !== null && row.told.includes(byId)
  const summed = step === 'summarise'
  const state = released && summed ? (stateIfPossible(row.state, step, 'host') ?? row.state) : row.state
  const change: VisitChange = {
    ...(released && summed && text !== null && state === 'summarised' ? { state, summary: text, last_at: now, ...(byId && { last_by: byId }) } : {}),
    ...(released && (step === 'ask' || step === 'invite') && text !== null ? { purpose: text } : {}),
  }
  const about = released && !ofHome ? reached[step] : undefined
  const toTell = about ? row.told.map((toId) => ({ toId, about, fromName: byName })) : []
  // Of those kept back their author is told why; a household learns of what was let go by nothing but the mark that is gone.
  const toAuthor = byId === null || (released && ofHome) ? [] : [{ toId: byId, about: released ? ('wordsReleased' as const) : ('wordsRejected' as const), fromName: person.name }]
  const [decided] = await Promise.all([
    decideVisitEntry(tx, { committeeId, entryId, safety: released ? 'passed' : 'rejected', by: me, at: now, reason: reason || null }, { visitId, state, helpers: summed }),
    Object.keys(change).length > 0 ? changeVisit(tx, committeeId, visitId, change) : undefined,
    queueNotices(tx, { committeeId, subject: 'visit', subjectId: visitId, title: visitTitle, at: now }, [...toTell, ...toAuthor].map((one) => ({ ...one, id: newId(request) }))),
  ])
  if (!decided) throw new Refusal('NotAllowed')
  return { entryId, safety: released ? 'passed' : 'rejected' }
}
