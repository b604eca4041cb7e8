/** Posts, blocks and what hangs on them. */
import type { Post } from '../../contract/organization'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export interface PostRow extends Post { accountId: Id }

/** Everybody's posts now, the first one held first. */
export function listPosts(tx: Tx, committeeId: Id, now: Instant): Promise<PostRow[]> {
  return tx.run(sql<PostRow>`
    select p.id, p.account_id as "accountId", p.kind, p.block_id as "blockId", b.name as "blockName", p.section_name as section, p.since
    from post p left join block b on b.committee_id = p.committee_id and b.id = p.block_id
    where p.committee_id = ${committeeId} and p.since <= ${now} and (p.until is null or p.until > ${now}) order by p.since, p.id`)
}

export interface BlockRow {
  id: Id
  name: string
  buildings: { id: Id; name: string }[]
  households: number
  openDemands: number
}

/** Blocks with their buildings. Counts are of what the reader may see: nothing for one who has no business there. */
export function listBlockRows(tx: Tx, committeeId: Id): Promise<BlockRow[]> {
  return tx.run(sql<BlockRow>`
    select b.id, b.name,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.seq) from building g where g.committee_id = b.committee_id and g.block_id = b.id), '[]') as buildings,
      (select count(*) from household h where h.committee_id = b.committee_id and h.block_id = b.id and h.live) as households,
      (select count(*) from demand d where d.committee_id = b.committee_id and d.block_id = b.id and not d.resting) as "openDemands"
    from block b where b.committee_id = ${committeeId} and b.closed_at is null order by b.seq`)
}

/** Open demands in somebody's hand, by owner; those the reader may see. */
export async function countOwned(tx: Tx, committeeId: Id): Promise<Map<Id, number>> {
  const rows = await tx.run(sql<{ ownerId: Id; count: number }>`select owner_id as "ownerId", count(*) as count from demand where committee_id = ${committeeId} and not resting group by 1`)
  return new Map(rows.map((row) => [row.ownerId, row.count]))
}

export interface NewPost {
  committeeId: Id
  id: Id
  accountId: Id
  kind: Post['kind']
  blockId: Id | null
  section: string | null
  since: Instant
}

export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx.run(sql`
    insert into post (committee_id, id, account_id, kind, block_id, section_name, since)
    values (${post.committeeId}, ${post.id}, ${post.accountId}, ${post.kind}, ${post.blockId}, ${post.section}, ${post.since})`)
}

export async function endPosts(tx: Tx, committeeId: Id, postIds: readonly Id[], until: Instant): Promise<void> {
  await tx.run(sql`update post set until = ${until} where committee_id = ${committeeId} and id = any(${postIds}::uuid[])`)
}

/** The street's people: whoever is or was paired with any committee, by name. */
export interface StreetPerson { accountId: Id; name: string; kind: 'section' | 'head'; section: string | null }

export function listStreetPeople(tx: Tx): Promise<StreetPerson[]> {
  return tx.run(sql<StreetPerson>`
    select distinct on (p.account_id) p.account_id as "accountId", s.name, p.kind, p.section_name as section
    from post p join staff s on s.committee_id = p.committee_id and s.account_id = p.account_id
    where p.kind in ('section', 'head') order by p.account_id, p.since desc`)
}

/** Enters one of the street's people in a committee, once. */
export async function enterStaff(tx: Tx, staff: { committeeId: Id; accountId: Id; name: string; day: string }): Promise<void> {
  await tx.run(sql`
    insert into staff (committee_id, account_id, name, joined_on) values (${staff.committeeId}, ${staff.accountId}, ${staff.name}, ${staff.day}) on conflict do nothing`)
}

export async function splitBlock(tx: Tx, split: { committeeId: Id; blockId: Id; buildingIds: readonly Id[]; newBlock: Id; leaderId: Id; postId: Id; now: Instant }): Promise<{ name: string; households: number }> {
  const { made } = await tx.one(sql<{ made: { name: string; households: number } }>`
    select app.split_block(${split.committeeId}, ${split.blockId}, ${split.buildingIds}::uuid[], ${split.newBlock}, ${split.leaderId}, ${split.postId}, ${split.now}) as made`)
  return made
}

/** @returns how many households went along */
export async function mergeBlocks(tx: Tx, merge: { committeeId: Id; blockId: Id; intoId: Id; now: Instant }): Promise<number> {
  return (await tx.one(sql<{ households: number }>`select app.merge_blocks(${merge.committeeId}, ${merge.blockId}, ${merge.intoId}, ${merge.now}) as households`)).households
}
