/** What a committee makes public. Row security leaves everybody what is public, and drafts to those who serve the committee whole. */
import type { DisclosureClass, DisclosureLine, EditedDisclosure, FormerText, HeldComment, OwnComment, PublicComment } from '../../contract/disclosure'
import { Refusal } from '../../contract/refusal'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

export interface Named { committeeId: Id; disclosureId: Id }
export interface By { me: Id; at: Instant }
export interface Written { title: string; text: string; happenedOn: Day; contact: { post: string; phone: string } }

const lineColumns = sql`id, class, title, happened_on as "happenedOn", published_at as "publishedAt", board_on as "boardOn", state, reason`
const columns = sql`${lineColumns}, text, jsonb_build_object('post', contact_post, 'phone', contact_phone) as contact, revision, changed_at as "changedAt"`
const commentColumns = sql`id, text, at, state, reason`

/** The newest matters first. */
export function listPublic(tx: Tx, committeeId: Id, of: { class: DisclosureClass | undefined; after: { on: Day; id: Id } | null; limit: number }): Promise<DisclosureLine[]> {
  const which = of.class === undefined ? sql`` : sql`and class = ${of.class}`
  const from = of.after === null ? sql`` : sql`and (happened_on, id) < (${of.after.on}::date, ${of.after.id}::uuid)`
  return tx.run(sql<DisclosureLine>`
    select ${lineColumns} from disclosure where committee_id = ${committeeId} and state <> 'draft' and state in ('published', 'withdrawn') ${which} ${from} order by happened_on desc, id desc limit ${of.limit}`)
}

/** Last changed first. */
export function listEdited(tx: Tx, committeeId: Id, of: { after: { at: Instant; id: Id } | null; limit: number }): Promise<EditedDisclosure[]> {
  const from = of.after === null ? sql`` : sql`and (date_trunc('milliseconds', changed_at), id) < (${of.after.at}::timestamptz, ${of.after.id}::uuid)`
  return tx.run(sql<EditedDisclosure>`select ${columns} from disclosure where committee_id = ${committeeId} ${from} order by changed_at desc, id desc limit ${of.limit}`)
}

/** What the reader may read of one, with all that belongs to it. @throws Refusal `NotFound` */
export async function readWhole(tx: Tx, { committeeId, disclosureId }: Named, me: Id | null) {
  const [[row], history, comments, own] = await Promise.all([
    tx.run(sql<EditedDisclosure>`select ${columns} from disclosure where committee_id = ${committeeId} and id = ${disclosureId}`),
    tx.run(sql<FormerText>`
      select revision, title, text, happened_on as "happenedOn", at, (select s.name from staff s where s.committee_id = r.committee_id and s.account_id = r.by_id) as by, why
      from disclosure_revision r where committee_id = ${committeeId} and disclosure_id = ${disclosureId} order by revision desc`),
    tx.run(sql<PublicComment>`select id, text, at from app.released_comments(${committeeId}, ${disclosureId})`),
    tx.run(sql<OwnComment>`select ${commentColumns} from disclosure_comment where committee_id = ${committeeId} and disclosure_id = ${disclosureId} and account_id = ${me}::uuid order by at, id limit 50`),
  ])
  if (!row) throw new Refusal('NotFound')
  return { row, history, comments, own }
}

/** Held until the step is done. @throws Refusal `NotFound` */
export async function lockDisclosure(tx: Tx, { committeeId, disclosureId }: Named): Promise<EditedDisclosure> {
  const [row] = await tx.run(sql<EditedDisclosure>`select ${columns} from disclosure where committee_id = ${committeeId} and id = ${disclosureId} for update`)
  if (!row) throw new Refusal('NotFound')
  return row
}

export function insertDraft(tx: Tx, { committeeId, disclosureId }: Named, of: Written & { class: DisclosureClass }, { me, at }: By): Promise<EditedDisclosure> {
  return tx.one(sql<EditedDisclosure>`
    insert into disclosure (committee_id, id, class, title, text, happened_on, contact_post, contact_phone, made_by, changed_by, changed_at)
    values (${committeeId}, ${disclosureId}, ${of.class}, ${of.title}, ${of.text}, ${of.happenedOn}, ${of.contact.post}, ${of.contact.phone}, ${me}, ${me}, ${at}) returning ${columns}`)
}

/** The text anew, one revision on. */
export function rewrite(tx: Tx, { committeeId, disclosureId }: Named, of: Written & { class: DisclosureClass }, { me, at }: By): Promise<EditedDisclosure> {
  return tx.one(sql<EditedDisclosure>`
    update disclosure set class = ${of.class}, title = ${of.title}, text = ${of.text}, happened_on = ${of.happenedOn}, contact_post = ${of.contact.post}, contact_phone = ${of.contact.phone},
      revision = revision + 1, changed_by = ${me}, changed_at = ${at} where committee_id = ${committeeId} and id = ${disclosureId} returning ${columns}`)
}

/** What stands there now goes among the former texts. */
export async function keepFormer(tx: Tx, { committeeId, disclosureId }: Named, why: string, { me, at }: By): Promise<void> {
  await tx.run(sql`
    insert into disclosure_revision (committee_id, disclosure_id, revision, title, text, happened_on, by_id, at, why)
    select committee_id, id, revision, title, text, happened_on, ${me}::uuid, ${at}::timestamptz, ${why} from disclosure where committee_id = ${committeeId} and id = ${disclosureId}`)
}

export function setPublished(tx: Tx, { committeeId, disclosureId }: Named, { me, at }: By): Promise<EditedDisclosure> {
  return tx.one(sql<EditedDisclosure>`
    update disclosure set state = 'published', published_at = ${at}, changed_by = ${me}, changed_at = ${at} where committee_id = ${committeeId} and id = ${disclosureId} returning ${columns}`)
}

export function setWithdrawn(tx: Tx, { committeeId, disclosureId }: Named, reason: string, { me, at }: By): Promise<EditedDisclosure> {
  return tx.one(sql<EditedDisclosure>`
    update disclosure set state = 'withdrawn', reason = ${reason}, text = '', revision = revision + 1, changed_by = ${me}, changed_at = ${at}
    where committee_id = ${committeeId} and id = ${disclosureId} returning ${columns}`)
}

export function setOnBoard(tx: Tx, { committeeId, disclosureId }: Named, on: Day | null, { me, at }: By): Promise<EditedDisclosure> {
  return tx.one(sql<EditedDisclosure>`
    update disclosure set board_on = ${on}, changed_by = ${me}, changed_at = ${at} where committee_id = ${committeeId} and id = ${disclosureId} returning ${columns}`)
}

/** @throws Refusal `NotFound` for what is not public */
export async function insertComment(tx: Tx, { committeeId, disclosureId }: Named, of: { id: Id; text: string } & By): Promise<OwnComment> {
  const [row] = await tx.run(sql<OwnComment>`
    insert into disclosure_comment (committee_id, id, disclosure_id, account_id, text, at)
    select committee_id, ${of.id}::uuid, id, ${of.me}::uuid, ${of.text}, ${of.at}::timestamptz from disclosure where committee_id = ${committeeId} and id = ${disclosureId} and state = 'published'
    returning ${commentColumns}`)
  if (!row) throw new Refusal('NotFound')
  return row
}

/** The oldest first, at most 100. */
export function listHeld(tx: Tx, committeeId: Id): Promise<HeldComment[]> {
  return tx.run(sql<HeldComment>`
    select c.id, c.disclosure_id as "disclosureId", d.title, c.text, c.at,
      (select r.name from resident r where r.committee_id = c.committee_id and r.account_id = c.account_id and r.left_at is null order by r.id limit 1) as name
    from (select * from disclosure_comment where committee_id = ${committeeId} and state = 'held' order by at, id limit 100) c
      join disclosure d on d.committee_id = c.committee_id and d.id = c.disclosure_id order by c.at, c.id`)
}

/** @param reason of one that is not let out, else null. @throws Refusal `NotFound`, also for one that is decided */
export async function decideComment(tx: Tx, committeeId: Id, id: Id, reason: string | null, { me, at }: By): Promise<void> {
  const done = await tx.run(sql`
    update disclosure_comment set state = ${reason === null ? 'released' : 'rejected'}, reason = ${reason}, decided_by = ${me}, decided_at = ${at}
    where committee_id = ${committeeId} and id = ${id} and state = 'held' returning id`)
  if (done.length === 0) throw new Refusal('NotFound')
}
