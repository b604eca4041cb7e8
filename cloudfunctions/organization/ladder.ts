/** The ladder of a committee as rows; demand/store.ts reads it. */
import type { Rung } from '../../contract/organization'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

/** Replaces the ladder; all open demands are looked at anew. */
export async function writeLadder(tx: Tx, committeeId: Id, rungs: readonly Rung[], now: Instant): Promise<void> {
  await Promise.all([
    tx.run(sql`delete from ladder_rung where committee_id = ${committeeId}`),
    tx.run(sql`
      insert into ladder_rung (committee_id, seq, who, after_minutes)
      select ${committeeId}, seq, who, minutes from unnest(${rungs.map((rung) => rung.who)}::text[], ${rungs.map((rung) => rung.afterMinutes)}::int[]) with ordinality as r (who, minutes, seq)`),
    tx.run(sql`update demand set watch_at = ${now} where committee_id = ${committeeId} and not resting`),
  ])
}
