import type { OpenState } from '../../../contract/serviceEditing'
import { approves } from '../../account/rules/person'
import { dayOf } from '../../organization/rules/calendar'
import type { Method } from '../../runtime/request'
import { listEdited as listOf } from '../edited'
import { freshnessOf } from '../rules/freshness'
import { mustWrite } from '../view'

export const listEdited: Method<'service', 'listEdited'> = async (request, { committeeId }) => {
  mustWrite(request, committeeId)
  const { tx, person, now } = request
  const mayPublish = approves(person, committeeId)
  const items = await listOf(tx, committeeId)
  return {
    items: items.map(({ slug, title, category, itemState, nextCheck, number, state, publishAt, changedAt, changedBy, madeById }) => ({
      slug, title, category, state: itemState ?? ('new' as const),
      nextCheck: itemState === 'published' ? nextCheck : null,
      freshness: itemState === 'published' && nextCheck ? freshnessOf(nextCheck, dayOf(now)) : null,
      open: isOpen(state) ? { number, state, changedAt, changedBy, publishAt } : null,
      waitsForMe: (state === 'review' && mayPublish) || (state === 'draft' && madeById === person.accountId),
    })),
    mayPublish,
  }
}

const isOpen = (state: string): state is OpenState => ['draft', 'review', 'scheduled'].includes(state)
