import type { NextVisit } from '../../../contract/account'
import { go } from '../../routes'

/** The visit that comes next, else the page where one is asked for. */
export function openVisit(next: NextVisit | null) {
  if (next) go('resident/visit', { committeeId: next.committeeId, visitId: next.visitId })
  else go('resident/book-visit', {})
}
