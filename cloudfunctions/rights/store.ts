/** Consents and requests about one's own information. Row security leaves one's own, and to director and secretary those of their committee. */
import type { Opening } from '../../contract/archive'
import { Refusal } from '../../contract/refusal'
import type { RightKind, RightState } from '../../contract/rightRequest'
import type { Child } from '../../contract/rights'
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { Said } from './rules/consent'

/** What this person said last about each layer. */
export function listConsents(tx: Tx, me: Id): Promise<Said[]> {
  return tx.run(sql<Said>`select distinct on (layer) layer, version, given, at from consent where account_id = ${me} order by layer, at desc`)
}

export async function insertConsent(tx: Tx, me: Id, { layer, version, given, at }: Said): Promise<void> {
  // What was said last is what is newest, so the same moment is never used twice.
  await tx.run(sql`
    insert into consent (account_id, layer, at, version, given)
    select ${me}, ${layer}, greatest(${at}::timestamptz, max(at) + interval '1 millisecond'), ${version}::date, ${given} from consent where account_id = ${me} and layer = ${layer}`)
}

/** The children under fourteen for whom the reader speaks. */
export async function listChildren(tx: Tx): Promise<Child[]> {
  return (await tx.one(sql<{ children: Child[] }>`select app.own_children() as children`)).children
}

/** Who opened what of these homes, as far as it concerns the whole home or oneself; newest first, at most 20. */
export function listOwnOpenings(tx: Tx, householdIds: readonly Id[]): Promise<(Opening & { label: string })[]> {
  return tx.run(sql<Opening & { label: string }>`
    select h.label, o.at, coalesce((select s.name from staff s where s.committee_id = o.committee_id and s.account_id = o.by_id), '居委会') as by, o.what, o.why
    from opening o join household h on h.committee_id = o.committee_id and h.id = o.household_id where o.household_id = any (${householdIds}::uuid[]) order by o.at desc, o.id desc limit 20`)
}

export interface RequestRow {
  id: Id
  committeeId: Id
  committeeName: string
  accountId: Id
  kind: RightKind
  words: string
  name: string
  askedAt: Instant
  dueAt: Instant
  provisional: boolean
  state: RightState
  decidedAt: Instant | null
  decidedBy: string | null
  reply: string | null
}

const requests = sql`
  select r.id, r.committee_id as "committeeId", c.name as "committeeName", r.account_id as "accountId", r.kind, r.words, r.name, r.asked_at as "askedAt", r.due_at as "dueAt",
    r.provisional, r.state, r.decided_at as "decidedAt", s.name as "decidedBy", r.reply
  from rights_request r join committee c on c.id = r.committee_id
    left join staff s on s.committee_id = r.committee_id and s.account_id = r.decided_by`

/** One's own, newest first, at most 50. */
export function listOwn(tx: Tx, me: Id): Promise<RequestRow[]> {
  return tx.run(sql<RequestRow>`${requests} where r.account_id = ${me} order by r.asked_at desc, r.id limit 50`)
}

/** Those of others in a committee: open ones by deadline, then what was decided within a year, at most 100. */
export function listOfCommittee(tx: Tx, { committeeId, me, now }: { committeeId: Id; me: Id; now: Instant }): Promise<RequestRow[]> {
  return tx.run(sql<RequestRow>`
    ${requests} where r.committee_id = ${committeeId} and r.account_id <> ${me} and (r.state = 'open' or r.asked_at > ${now}::timestamptz - interval '1 year')
    order by r.state = 'open' desc, case when r.state = 'open' then r.due_at end, r.asked_at desc, r.id limit 100`)
}

/** An open one; what is decided can not be locked any more. @throws Refusal `NotFound`, `WrongStep` when it is decided or taken back */
export async function lockRequest(tx: Tx, committeeId: Id, requestId: Id): Promise<RequestRow> {
  const place = sql`where r.committee_id = ${committeeId} and r.id = ${requestId}`
  const [[row], [seen]] = await Promise.all([tx.run(sql<RequestRow>`${requests} ${place} for update of r`), tx.run(sql<RequestRow>`${requests} ${place}`)])
  if (!row) throw new Refusal(seen ? 'WrongStep' : 'NotFound')
  return row
}

export type NewRequest = Pick<RequestRow, 'committeeId' | 'id' | 'accountId' | 'name' | 'kind' | 'words' | 'askedAt' | 'dueAt' | 'provisional' | 'state' | 'decidedAt'>

/** @throws Refusal `AlreadyAsked` while one of this kind is open */
export async function insertRequest(tx: Tx, one: NewRequest): Promise<void> {
  const inserted = await tx.run(sql`
    insert into rights_request (committee_id, id, account_id, name, kind, words, asked_at, due_at, provisional, state, decided_at)
    values (${one.committeeId}, ${one.id}, ${one.accountId}, ${one.name}, ${one.kind}, ${one.words}, ${one.askedAt}, ${one.dueAt}, ${one.provisional}, ${one.state}, ${one.decidedAt})
    on conflict (account_id, committee_id, kind) where state = 'open' do nothing returning id`)
  if (inserted.length === 0) throw new Refusal('AlreadyAsked')
}

export async function settleRequest(tx: Tx, committeeId: Id, requestId: Id, end: { state: RightState; at: Instant; by: Id | null; reply: string | null }): Promise<void> {
  await tx.run(sql`
    update rights_request set state = ${end.state}, decided_at = ${end.at}, decided_by = ${end.by}, reply = ${end.reply}
    where committee_id = ${committeeId} and id = ${requestId}`)
}

/** Closes the account that asked. @throws Refusal `StillOpen` while something of theirs is open, or they hold a post */
export async function closeAccount(tx: Tx, committeeId: Id, requestId: Id, at: Instant): Promise<void> {
  const { inTheWay } = await tx.one(sql<{ inTheWay: string | null }>`select app.close_account(${committeeId}, ${requestId}, ${at}) as "inTheWay"`)
  if (inTheWay === 'open') throw new Refusal('StillOpen')
  if (inTheWay !== null) throw new Refusal('NotFound')
}
