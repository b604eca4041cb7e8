import { guessCategory } from '../../../contract/category'
import { listCategories } from '../../category/store'
import type { Method } from '../../runtime/request'
import { mostAlike } from '../rules/alike'
import { listLookAlikes, lookAlikesRead as read } from '../together'

/** More than these nobody compares while writing. */
const shown = 3

/** By what stands to be filed; only what neighbours let neighbours see, and never who said it. */
export const lookAlikes: Method<'demand', 'lookAlikes'> = async ({ tx, now }, { committeeId, category, joins, ...said }) => {
  const [candidates, categories] = await Promise.all([listLookAlikes(tx, committeeId), listCategories(tx)])
  const theme = category ?? guessCategory(said.text, said.kind ?? 'request', categories)?.slug
  const found = mostAlike({ ...said, category: theme }, candidates, now, shown)
  return {
    items: found.map(({ demandId, title, place, filedAt, neighbours, dueAt, provisional }) => ({ demandId, title, place, filedAt, neighbours, dueAt, provisional })),
    // Beyond so many nobody can say; filing tells then.
    gone: joins !== undefined && candidates.length < read && !candidates.some(({ demandId }) => demandId === joins),
  }
}
