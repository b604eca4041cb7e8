/** Who took which list out of the app. Rows are only ever added. */
import type { Exported, ExportLine } from '../../contract/report'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export interface NewExport { committeeId: Id; id: Id; byId: Id; at: Instant; what: Exported; blockId: Id | null; buildingId: Id | null; rows: number; why: string }

/** Whose file it is and where it comes from: what stands on every sheet. */
export interface Mark { committee: string; by: string; place: string | null }

/** The row that lets a file out. Undefined, and nothing written, for who does not serve the committee whole. */
export async function logExport(tx: Tx, { committeeId, id, byId, at, what, blockId, buildingId, rows, why }: NewExport): Promise<Mark | undefined> {
  const [mark] = await tx.run(sql<Mark>`
    with logged as (
      insert into export_log (committee_id, id, by_id, at, what, block_id, building_id, rows, why)
      select ${committeeId}, ${id}, ${byId}, ${at}, ${what}, ${blockId}::uuid, ${buildingId}::uuid, ${rows}, ${why} where ${committeeId}::uuid = any (app.committees()) returning committee_id, by_id)
    select c.name as committee, s.name as by, nullif(concat_ws(' ', b.name, k.name), '') as place
    from logged l join committee c on c.id = l.committee_id join staff s on s.committee_id = l.committee_id and s.account_id = l.by_id
      left join block b on b.committee_id = l.committee_id and b.id = ${blockId}::uuid left join building k on k.committee_id = l.committee_id and k.id = ${buildingId}::uuid`)
  return mark
}

/** Newest first, `limit` rows at most; row security leaves what director and secretary read. */
export function listExports(tx: Tx, committeeId: Id, { after, limit }: { after: { at: Instant; id: Id } | null; limit: number }): Promise<ExportLine[]> {
  return tx.run(sql<ExportLine>`
    select e.id, e.at, e.what, e.rows, e.why, coalesce((select s.name from staff s where s.committee_id = e.committee_id and s.account_id = e.by_id), '居委会') as by,
      nullif(concat_ws(' ', (select b.name from block b where b.committee_id = e.committee_id and b.id = e.block_id), (select k.name from building k where k.committee_id = e.committee_id and k.id = e.building_id)), '') as place
    from export_log e where e.committee_id = ${committeeId} ${after ? sql`and (e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by e.at desc, e.id desc limit ${limit}`)
}
