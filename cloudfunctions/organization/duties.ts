/** Who receives residents on which day (今日接待). */
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export interface DutyRow { day: Day; accountId: Id; until: Instant }

/** From `from` to `to`, both included. */
export function listDuties(tx: Tx, committeeId: Id, from: Day, to: Day): Promise<DutyRow[]> {
  return tx.run(sql<DutyRow>`select day, account_id as "accountId", until from duty where committee_id = ${committeeId} and day between ${from} and ${to} order by day`)
}

export async function setDuty(tx: Tx, duty: DutyRow & { committeeId: Id }): Promise<void> {
  await tx.run(sql`
    insert into duty (committee_id, day, account_id, until) values (${duty.committeeId}, ${duty.day}, ${duty.accountId}, ${duty.until})
    on conflict (committee_id, day) do update set account_id = excluded.account_id, until = excluded.until`)
}

export async function removeDuty(tx: Tx, committeeId: Id, day: Day): Promise<void> {
  await tx.run(sql`delete from duty where committee_id = ${committeeId} and day = ${day}`)
}
