import type { Category } from '../../../contract/category'
import { Refusal } from '../../../contract/refusal'
import { listCategories } from '../../category/store'
import { enterDemand } from '../../demand/entry'
import { listKeptFrom } from '../../demand/ratings'
import { proposeChange } from '../../household/archive'
import { getRoster } from '../../organization/store'
import { newId, type Method } from '../../runtime/request'
import { heldNow, takeStep } from '../step'
import { findSpeaker, insertHelpers, insertNeeds, listNamed, speakerOf } from '../store'

/** A need goes the way of every demand that is written down for somebody: nothing said in a talk is ownerless, whatever becomes of the summary. */
export const summarise: Method<'visit', 'summarise'> = (request, { summary, needs, helpers, facts = [], ...of }) => {
  const { tx, person, now, surroundings } = request
  const { committeeId, visitId } = of
  return takeStep(request, of, 'summarise', (row, [speaker, roster, categories, avoid, known]) => {
    if (facts.some((fact) => 'residentId' in fact && !known.includes(fact.residentId))) throw new Refusal('BadInput', { issues: [{ path: ['facts'], code: 'not_here' }] })
    const filed = (): { id: string; writes: Promise<unknown>[] }[] => needs.map((need) => enterDemand(request, {
      ...need, committeeId, channel: 'onlineVisit', place: '', urgency: 'ordinary', visibility: 'committee',
      filedBy: speaker?.accountId ?? null, filerName: speaker?.name ?? '住户', filerPhone: null, householdId: row.householdId, blockId: row.blockId, roster, categories: categories as Category[], avoid,
    }))
    return {
      text: summary,
      ...heldNow(row, now),
      change: { ...heldNow(row, now).change, summary },
      tell: 'visitSummarised',
      first: () => {
        const made = filed()
        return Promise.all([
          ...made.flatMap(({ writes }) => writes),
          made.length > 0 ? insertNeeds(tx, committeeId, visitId, made.map(({ id }) => id)) : undefined,
          ...facts.map((edit) => proposeChange(tx, surroundings.seals, { committeeId, householdId: row.householdId, blockId: row.blockId, id: newId(request), edit, source: 'visit', byId: person.accountId, at: now, visitId })),
          helpers.length > 0 ? insertHelpers(tx, committeeId, visitId, helpers.map((what) => ({ id: newId(request), what })), request.safety) : undefined,
        ])
      },
    }
  }, () => Promise.all([
    findSpeaker(tx, committeeId, visitId), getRoster(tx, committeeId, now), listCategories(tx), listKeptFrom(tx, { committeeId, filer: { residentId: speakerOf(committeeId, visitId) }, now }),
    listNamed(tx, committeeId, visitId, facts.flatMap((fact) => ('residentId' in fact ? [fact.residentId] : []))),
  ]))
}
