/** Answer templates. Row security leaves those of committees one serves, and lets those who serve them whole write. */
import type { DemandKind } from '../../contract/demand/said'
import { Refusal } from '../../contract/refusal'
import type { AnswerTemplate } from '../../contract/template'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

const columns = sql`id, committee_id as "committeeId", kind, title, text`
const most = 100

/** In the order they were written, at most 100. */
export function listTemplates(tx: Tx, committeeId: Id, kind: DemandKind | undefined): Promise<AnswerTemplate[]> {
  const which = kind === undefined ? sql`` : sql`and (kind is null or kind = ${kind})`
  return tx.run(sql<AnswerTemplate>`select ${columns} from answer_template where committee_id = ${committeeId} ${which} order by id limit ${most}`)
}

export interface TemplateChange extends Omit<AnswerTemplate, 'id'> {
  by: Id
  at: Instant
}

export function insertTemplate(tx: Tx, id: Id, { committeeId, kind, title, text, by, at }: TemplateChange): Promise<AnswerTemplate> {
  return tx.one(sql<AnswerTemplate>`
    insert into answer_template (committee_id, id, kind, title, text, changed_by, changed_at) values (${committeeId}, ${id}, ${kind}, ${title}, ${text}, ${by}, ${at}) returning ${columns}`)
}

/** @throws Refusal `NotFound` */
export async function changeTemplate(tx: Tx, id: Id, { committeeId, kind, title, text, by, at }: TemplateChange): Promise<AnswerTemplate> {
  const [changed] = await tx.run(sql<AnswerTemplate>`
    update answer_template set kind = ${kind}, title = ${title}, text = ${text}, changed_by = ${by}, changed_at = ${at} where committee_id = ${committeeId} and id = ${id} returning ${columns}`)
  if (!changed) throw new Refusal('NotFound')
  return changed
}

/** @throws Refusal `NotFound` */
export async function removeTemplate(tx: Tx, committeeId: Id, id: Id): Promise<void> {
  const gone = await tx.run(sql`delete from answer_template where committee_id = ${committeeId} and id = ${id} returning id`)
  if (gone.length === 0) throw new Refusal('NotFound')
}
