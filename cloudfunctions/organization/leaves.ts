/** Leave as rows. Row security lets everybody read who is away; writing is one's own, or of those who serve whole. */
import type { Id, Instant } from '../../contract/values'
import { Refusal } from '../../contract/refusal'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { LeaveSpan } from './rules/leave'

export interface LeaveRow extends LeaveSpan {
  id: Id
  begunAt: Instant | null
  movedOut: number
  movedBack: number
}

const columns = sql`id, account_id as "accountId", since, until, stand_in_id as "standInId", begun_at as "begunAt", moved_out as "movedOut", moved_back as "movedBack"`

/** Leave that ends after `after`, the latest first; of one person (their own, and where they stand in) or of everybody. */
export function listLeaves(tx: Tx, { committeeId, after, of }: { committeeId: Id; after: Instant; of: Id | null }): Promise<LeaveRow[]> {
  return tx.run(sql<LeaveRow>`
    select ${columns} from leave where committee_id = ${committeeId} and until > ${after} and (${of}::uuid is null or account_id = ${of} or stand_in_id = ${of})
    order by since desc, id desc limit 200`)
}

/** Held until the transaction ends. @throws Refusal `NotFound` */
export async function lockLeave(tx: Tx, committeeId: Id, leaveId: Id): Promise<LeaveRow> {
  const [row] = await tx.run(sql<LeaveRow>`select ${columns} from leave where committee_id = ${committeeId} and id = ${leaveId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export async function insertLeave(tx: Tx, leave: LeaveSpan & { committeeId: Id; id: Id; by: Id; at: Instant }): Promise<void> {
  await tx.run(sql`
    insert into leave (committee_id, id, account_id, since, until, stand_in_id, made_by, made_at)
    values (${leave.committeeId}, ${leave.id}, ${leave.accountId}, ${leave.since}, ${leave.until}, ${leave.standInId}, ${leave.by}, ${leave.at})`)
}

/** Of leave that has not begun. */
export async function deleteLeave(tx: Tx, committeeId: Id, leaveId: Id): Promise<void> {
  await tx.run(sql`delete from leave where committee_id = ${committeeId} and id = ${leaveId} and begun_at is null`)
}

export async function cutShort(tx: Tx, committeeId: Id, leaveId: Id, until: Instant): Promise<void> {
  await tx.run(sql`update leave set until = ${until} where committee_id = ${committeeId} and id = ${leaveId}`)
}
