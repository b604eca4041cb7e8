/** An item as one who writes it sees it. */
import type { EditStep, ServiceEdit } from '../../contract/serviceEditing'
import type { Id, Instant } from '../../contract/values'
import { approves, serves, servesWhole } from '../account/rules/person'
import { dayOf } from '../organization/rules/calendar'
import { allowedTo, visibleTo, type PersonRequest } from '../runtime/request'
import { getEdited, lockEdited, type Edited, type ItemRef } from './edited'
import { hintsIn } from './rules/differences'
import { freshnessOf } from './rules/freshness'
import { missingIn, mustBePossible, needsApproval, stepsFor, type Standing } from './rules/lifecycle'

/** Writes the list of the committee. @throws Refusal `NotFound` for those who do not serve there, `NotAllowed` for those who serve a block */
export function mustWrite(request: PersonRequest, committeeId: Id): void {
  visibleTo(request, serves(request.person, committeeId))
  allowedTo(request, servesWhole(request.person, committeeId))
}

export function standingOf({ item, open }: Edited): Standing {
  return { state: item?.state ?? 'new', open: open?.state ?? null }
}

/** Lock → decide: this reader may take the step, and it may be taken now. @throws Refusal `NotFound` `NotAllowed` `WrongStep` */
export async function lockFor(request: PersonRequest, ref: ItemRef, step: EditStep): Promise<Edited> {
  mustWrite(request, ref.committeeId)
  allowedTo(request, approves(request.person, ref.committeeId) || !needsApproval.includes(step))
  const edited = await lockEdited(request.tx, ref)
  mustBePossible(standingOf(edited), step)
  return edited
}

/** As it stands now, for the reader. */
export async function readEdit({ tx, person, now }: PersonRequest, ref: ItemRef): Promise<ServiceEdit> {
  return viewEdit(ref, await getEdited(tx, ref), now, approves(person, ref.committeeId))
}

function viewEdit({ slug }: ItemRef, edited: Edited, now: Instant, mayPublish: boolean): ServiceEdit {
  const { item, published, open, history } = edited
  const shown = open ?? published
  return {
    slug,
    state: standingOf(edited).state,
    published: item?.state === 'published' && published
      ? { number: published.number, content: published.content, publishedAt: item.publishedAt, nextCheck: item.nextCheck, freshness: freshnessOf(item.nextCheck, dayOf(now)), verifiedBy: item.verifiedBy }
      : null,
    open,
    missing: shown ? missingIn(shown.content) : [],
    hints: shown ? hintsIn(shown.content) : [],
    steps: stepsFor(standingOf(edited), mayPublish),
    history,
  }
}
