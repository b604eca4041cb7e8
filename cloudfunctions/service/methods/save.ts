import type { ServiceContent } from '../../../contract/serviceEditing'
import type { Id } from '../../../contract/values'
import { newId, type Method, type PersonRequest } from '../../runtime/request'
import { beginVersion, lockEdited, tell, writeVersion } from '../edited'
import { hintsIn } from '../rules/differences'
import { missingIn } from '../rules/lifecycle'
import { mustWrite } from '../view'

/** Two who write at once lose nothing: the later one is shown what the earlier one saved. */
export const save: Method<'service', 'save'> = async (request, { committeeId, slug, number, revision, content }) => {
  mustWrite(request, committeeId)
  if (slug === null) return begin(request, committeeId, `item-${newId(request).replaceAll('-', '').slice(-16)}`, 1, content)
  const ref = { committeeId, slug }
  const { open, published, last } = await lockEdited(request.tx, ref)
  const stands = open ?? published
  const top = { number: stands?.number ?? 0, revision: open?.revision ?? 0 }
  if ((open && open.state !== 'draft') || number !== top.number || revision !== top.revision) return { saved: false as const, ...top, theirs: open, published: published?.content ?? null }
  if (!open) return begin(request, committeeId, slug, last + 1, content)
  await writeVersion(request.tx, ref, { number, content, by: request.person.accountId, at: request.now })
  return { saved: true as const, slug, number, revision: revision + 1, missing: missingIn(content), hints: hintsIn(content) }
}

async function begin(request: PersonRequest, committeeId: Id, slug: string, number: number, content: ServiceContent) {
  const { tx, person, now } = request
  await Promise.all([
    beginVersion(tx, { committeeId, slug }, { number, content, by: person.accountId, at: now }),
    tell(tx, { committeeId, slug }, { id: newId(request), step: 'begun', number, by: person.accountId, at: now }),
  ])
  return { saved: true as const, slug, number, revision: 1, missing: missingIn(content), hints: hintsIn(content) }
}
