/** The published service list. */
import type { ServiceItem, ServiceLine } from '../../contract/service'
import { Refusal } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { CommitteeRef } from '../organization/store'

const lineColumns = sql`slug, title, summary, category, committee_role as "committeeRole", search`

/** By category and order, at most 100. */
export function listServices(tx: Tx, committeeId: Id): Promise<(ServiceLine & Pick<ServiceItem, 'materials'>)[]> {
  return tx.run(sql<ServiceLine & Pick<ServiceItem, 'materials'>>`select ${lineColumns}, materials from service_item where committee_id = ${committeeId} and state = 'published' order by seq limit 100`)
}

/** What residents ask most, at most 3. */
export function listPopular(tx: Tx, committeeId: CommitteeRef): Promise<ServiceLine[]> {
  return tx.run(sql<ServiceLine>`select ${lineColumns} from service_item where committee_id = ${committeeId} and state = 'published' and popular order by seq limit 3`)
}

/** @throws Refusal `NotFound` */
export async function getService(tx: Tx, committeeId: Id, slug: string): Promise<ServiceItem> {
  // PostgreSQL holds no NUL in a text and would call it a fault.
  if (slug.includes('\0')) throw new Refusal('NotFound')
  const [item] = await tx.run(sql<ServiceItem>`
    select slug, title, summary, category, committee_role as "committeeRole", audience, materials, steps, place, hours, phone, fee,
      time_limit as "timeLimit", basis, case when link_url is null then null else jsonb_build_object('name', link_name, 'url', link_url) end as link,
      caution, as_of as "asOf", source, confidence, verified_by as "verifiedBy"
    from service_item where committee_id = ${committeeId} and slug = ${slug} and state = 'published'`)
  if (!item) throw new Refusal('NotFound')
  return item
}
