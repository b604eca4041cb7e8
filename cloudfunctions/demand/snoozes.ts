/** What people have put off in their own inboxes. Row security leaves each their own. */
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

interface Own { committeeId: Id; demandId: Id; me: Id }

/** Put off anew, it lies until the later word. */
export async function keepSnooze(tx: Tx, snooze: Own & { until: Instant; reason: string; now: Instant }): Promise<void> {
  await tx.run(sql`
    insert into demand_snooze (committee_id, demand_id, account_id, until, reason, made_at)
    values (${snooze.committeeId}, ${snooze.demandId}, ${snooze.me}, ${snooze.until}, ${snooze.reason}, ${snooze.now})
    on conflict (committee_id, demand_id, account_id) do update set until = excluded.until, reason = excluded.reason, made_at = excluded.made_at`)
}

export async function endSnooze(tx: Tx, { committeeId, demandId, me }: Own): Promise<void> {
  await tx.run(sql`delete from demand_snooze where committee_id = ${committeeId} and demand_id = ${demandId} and account_id = ${me}`)
}
