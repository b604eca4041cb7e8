/** The themes of the street. */
import type { Category } from '../../contract/category'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

/** All of them, in order; some twenty. */
export function listCategories(tx: Tx): Promise<Category[]> {
  return tx.run(sql<Category>`select slug, name, icon, kinds, keywords, questions from category order by seq`)
}
