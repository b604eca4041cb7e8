import { CommitteeFilter, type CommitteeSort, type LateWhy } from '../../../contract/demand/lists'
import type { DemandKind } from '../../../contract/demand/said'
import { go } from '../../routes'

/** What one looks at in the list of a committee. */
export interface CommitteeQuery {
  filter: CommitteeFilter
  kind: DemandKind | null
  /** What it is about: the slug of a category. */
  category: string | null
  blockId: string | null
  /** Who has it. */
  ownerId: string | null
  /** Of the late ones: why. */
  why: LateWhy | null
  /** Null: as fits the filter. */
  sort: CommitteeSort | null
  search: string
}

export const start: CommitteeQuery = { filter: 'open', kind: null, category: null, blockId: null, ownerId: null, why: null, sort: null, search: '' }

// Kept while the app is open: who looks at a matter and comes back finds the same list.
let kept = start

export function keptQuery(filter?: string): CommitteeQuery {
  const asked = CommitteeFilter.safeParse(filter)
  return asked.success && asked.data !== kept.filter ? { ...start, filter: asked.data } : kept
}

export function keepQuery(query: CommitteeQuery): void {
  kept = query
}

/** From a figure to the rows behind it. */
export function openCommitteeList(query: Partial<CommitteeQuery> & Pick<CommitteeQuery, 'filter'>): void {
  kept = { ...start, ...query }
  go('staff/demands', { filter: query.filter })
}
