/** Able neighbours. Row security leaves one's own word, and to those who serve a committee whole all of its. */
import { Refusal } from '../../contract/refusal'
import type { OwnTalent, Talent } from '../../contract/talent'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

/** Newest first, at most 100. */
export function listTalents(tx: Tx, committeeId: Id, search: string): Promise<Talent[]> {
  return tx.run(sql<Talent>`
    select t.id, r.name, h.label, t.what, t.since
    from (select * from talent where committee_id = ${committeeId} and strpos(what, ${search}) > 0 order by since desc, id desc limit 100) t
      cross join lateral (select r.name, r.household_id from resident r where r.committee_id = t.committee_id and r.account_id = t.account_id and r.left_at is null order by r.id limit 1) r
      join household h on h.committee_id = t.committee_id and h.id = r.household_id
    order by t.since desc, t.id desc`)
}

/** Newest first, at most 50. */
export function listOwnTalents(tx: Tx, me: Id): Promise<OwnTalent[]> {
  return tx.run(sql<OwnTalent>`select id, committee_id as "committeeId", what, since from talent where account_id = ${me} order by since desc, id desc limit 50`)
}

/** Their word to what they were asked in a visit. */
export async function insertTalent(tx: Tx, of: { committeeId: Id; id: Id; me: Id; helperId: Id; at: Instant }): Promise<void> {
  await tx.run(sql`
    insert into talent (committee_id, id, account_id, what, helper_id, since)
    select committee_id, ${of.id}, ${of.me}, what, id, ${of.at} from visit_helper where committee_id = ${of.committeeId} and id = ${of.helperId} and state = 'accepted' and answered_by = ${of.me}`)
}

/** @throws Refusal `NotFound` */
export async function removeTalent(tx: Tx, of: { committeeId: Id; talentId: Id; me: Id }): Promise<void> {
  const gone = await tx.run(sql`delete from talent where committee_id = ${of.committeeId} and id = ${of.talentId} and account_id = ${of.me} returning id`)
  if (gone.length === 0) throw new Refusal('NotFound')
}
