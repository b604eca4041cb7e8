/** What was brought in from tables so far: one batch, taken back the same day because its rooms stood in the wrong building. */
import { cast } from './people'
import { chunshenli } from './places'
import { seeded, uuid7At } from './random'

export function importRows(now: Date): object[] {
  const at = now.getTime() - 40 * 86_400_000
  const none = { lines: 0, added: 0, changed: 0, same: 0, asked: 0, refused: 0 }
  const counts = { building: none, household: { ...none, lines: 12, added: 12 }, person: { ...none, lines: 31, added: 29, refused: 2 } }
  return [{
    committee_id: chunshenli.committeeId, id: uuid7At(at, seeded(20261127)), by_id: cast.chenMin.id, at: new Date(at).toISOString(), file_name: '秋季新入住登记.xlsx', lines: 43, counts,
    undone_at: new Date(at + 5_400_000).toISOString(), undone_by: cast.chenMin.id, kept: [],
  }]
}
