import { Refusal } from '../../../contract/refusal'
import type { Id } from '../../../contract/values'
import { servesWhole } from '../../account/rules/person'
import { maySee } from '../../demand/rules/access'
import { followsOf, isSpoken, type SpokenStep } from '../../demand/rules/spoken'
import { consequencesOf } from '../../demand/step'
import { changeDemand, insertEntry, lockDemand, type DemandChange, type LockedDemand } from '../../demand/store'
import { statusIfPossible } from '../../demand/rules/lifecycle'
import { holdGroup, passOn, tellJoined } from '../../demand/together'
import { queueNotices, type NewNotice } from '../../notice/store'
import type { Roster } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import { allowedTo, newId, visibleTo, type Method, type PersonRequest } from '../../runtime/request'
import { decideEntry, findEntry, type HeldEntry } from '../store'

/**
 * Words of those who serve that are let go do now what they would have done when they were said: the step is taken, its clock runs from
 * here. Where the demand has moved on meanwhile they are words and no more.
 * @throws Refusal `NotFound` for words one may not read, `NotAllowed` for one's own and for those who do not serve the committee whole,
 *   `WrongStep` when they were decided about before, `BadInput` for a rejection without a reason
 */
export const decide: Method<'safety', 'decide'> = async (request, { committeeId, demandId, entryId, decision, reason }) => {
  const { tx, person, now } = request
  const me = person.accountId
  // What is said to those who are joined to it is held back and let go with it.
  const [joined, row, entry, roster] = await Promise.all([holdGroup(tx, committeeId, demandId), lockDemand(tx, committeeId, demandId), findEntry(tx, { committeeId, demandId, entryId }), getRoster(tx, committeeId, now)])
  visibleTo(request, maySee(person, row))
  if (!entry) throw new Refusal('NotFound')
  visibleTo(request, row.filedBy !== me || entry.safety === 'passed' || entry.byId === me)
  allowedTo(request, servesWhole(person, committeeId) && entry.byId !== me && row.filedBy !== me)
  if (entry.safety !== 'pending') throw new Refusal('WrongStep')
  if (decision === 'reject' && reason === '') throw new Refusal('BadInput', { issues: [{ path: ['reason'], code: 'too_small' }] })

  const released = decision === 'release'
  // Who was very dissatisfied is not spoken to by that person any more.
  if (released && row.keptFrom !== null && row.keptFrom === entry.byId && isSpoken(entry.step)) throw new Refusal('WrongStep')
  const safety = released ? 'passed' : 'rejected'
  const said = released && isSpoken(entry.step) && entry.byId !== row.filedBy ? letGo(request, { row, roster, entry, step: entry.step }) : null
  const status = said?.status ?? row.status
  const change: DemandChange = { ...said?.moved, ...(entry.step === 'file' ? { safety } : {}) }
  const toAuthor: NewNotice[] = entry.byId === null ? [] : [{ id: newId(request), toId: entry.byId, about: released ? 'wordsReleased' : 'wordsRejected', fromName: person.name }]
  // A resident learns that words of theirs were let go by nothing but the mark that is gone; of those kept back they are told why.
  const toTell = released && entry.byId === row.filedBy ? [] : toAuthor

  // The line of the history is written before the words change: both may be read by the same people alone.
  const [, decided] = await Promise.all([
    insertEntry(tx, {
      committeeId, demandId, id: newId(request), at: now, byId: me, step: decision, from: row.status, to: status, text: null,
      toId: entry.byId !== null && roster.staff.has(entry.byId) ? entry.byId : null, hidden: !released && entry.byId !== row.filedBy,
    }),
    decideEntry(tx, { committeeId, entryId, safety, by: me, at: now, reason: reason || null }),
    Object.keys(change).length > 0 ? changeDemand(tx, committeeId, demandId, change) : undefined,
    said && passOn(request, row, joined, said),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: demandId, title: row.title, at: now }, [
      ...toTell, ...[...(said?.told ?? []), ...(said ? tellJoined(row, joined, said, said.tell, said.byName) : [])].map((one) => ({ ...one, id: newId(request) })),
    ]),
  ])
  if (!decided) throw new Refusal('NotAllowed')
  return { entryId, safety }
}

interface Held {
  row: LockedDemand
  roster: Roster
  entry: HeldEntry
  step: SpokenStep
}

/** What follows when held words go out now, in the name of who said them. */
function letGo({ now }: PersonRequest, { row, roster, entry, step }: Held) {
  const by = entry.byId as Id
  const possible = statusIfPossible(row, step)
  const status = possible ?? row.status
  // Too late for the step: said as a word, to whom it was meant for.
  const follows = followsOf(possible === null ? 'reply' : step, row, now)
  const plan = possible === null ? { text: entry.text ?? '', tell: follows.tell } : { text: entry.text ?? '', ...follows }
  const taken = possible === null ? 'reply' : step
  const byName = roster.staff.get(by)?.name ?? ''
  return {
    step: taken, status, text: plan.text, toId: undefined, toName: undefined, resolutionId: undefined, by, byName, tell: plan.tell,
    ...consequencesOf({ row, roster, step: taken, status, plan, by, byName, now }),
  }
}
