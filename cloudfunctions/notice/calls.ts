/** Who is still to be told by phone. Row security leaves only those the reader may call. */
import type { CallOutcome, PhoneCall } from '../../contract/notice'
import { Refusal } from '../../contract/refusal'
import type { Id, Instant } from '../../contract/values'
import type { Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'

const wide = new Set(['director', 'secretary', 'officer'])

/** Lines of the reader's blocks and of the committees they serve whole, and of what they own or were asked first. Never of a household that said no calls, nor of a person who does not wish this reader to contact them, nor of one whose wish they cannot read. */
const forReader = ({ accountId, posts }: Person) => sql`
  c.state = 'open' and d.status <> 'withdrawn' and d.filed_by is distinct from ${accountId} and d.kept_from is distinct from ${accountId}
    and (d.household_id is null or (h.id is not null and not 'phone' = any (h.never)))
    and (d.block_id = any (${posts.flatMap((post) => post.blockId ?? [])}::uuid[]) or d.committee_id = any (${posts.filter((post) => wide.has(post.kind)).map((post) => post.committeeId)}::uuid[])
      or d.owner_id = ${accountId} or d.first_receiver_id = ${accountId})`

const tables = sql`phone_call c join demand d on d.committee_id = c.committee_id and d.id = c.demand_id
  left join household h on h.committee_id = d.committee_id and h.id = d.household_id`

export type CallRow = Omit<PhoneCall, 'callable' | 'phone'> & { phoneSealed: string | null }

/** Danger first, then who has waited longest. */
export function listCalls(tx: Tx, person: Person, limit: number): Promise<CallRow[]> {
  return tx.run(sql<CallRow>`
    select c.id, c.committee_id as "committeeId", c.demand_id as "demandId", d.number, c.about, c.urgent, c.since, c.tries, c.wrong_number as "wrongNumber", c.again_at as "againAt",
      d.filer_name as name, h.label, case when c.wrong_number then null else d.filer_phone_sealed end as "phoneSealed", h.hours, k.name as "committeeName", o.name as "ownerName",
      case when d.working then d.due_at end as "dueAt", d.provisional,
      (select e.text from demand_entry e where e.committee_id = d.committee_id and e.demand_id = d.id and e.step in ('reply', 'ask', 'answer', 'decline', 'transfer', 'grantMoreTime') and e.text is not null and not e.internal and e.safety = 'passed'
        and e.at <= c.since order by e.at desc, e.id desc limit 1) as said
    from ${tables} join committee k on k.id = c.committee_id join serving o on o.committee_id = d.committee_id and o.account_id = d.owner_id
    where ${forReader(person)} order by c.urgent desc, c.since, c.id limit ${limit}`)
}

export async function countCalls(tx: Tx, person: Person): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`select count(*) as count from ${tables} where ${forReader(person)}`)
  return count
}

/** The line, held until the transaction ends. @throws Refusal `NotFound`, `WrongStep` when they have been told already */
export async function lockCall(tx: Tx, person: Person, { committeeId, callId }: { committeeId: Id; callId: Id }): Promise<{ urgent: boolean }> {
  const [row] = await tx.run(sql<{ urgent: boolean; open: boolean }>`
    select c.urgent, c.state = 'open' as open from ${tables}
    where c.committee_id = ${committeeId} and c.id = ${callId} and (c.state = 'told' or (${forReader(person)})) for update of c`)
  if (!row) throw new Refusal('NotFound')
  if (!row.open) throw new Refusal('WrongStep')
  return row
}

/** What came of it, and a line of it in the history. */
export async function settleCall(tx: Tx, call: { committeeId: Id; callId: Id; id: Id; byId: Id; outcome: CallOutcome; words: string; againAt: Instant; now: Instant }): Promise<void> {
  const { committeeId, callId, outcome, now } = call
  await Promise.all([
    tx.run(sql`insert into phone_try (committee_id, id, call_id, at, by_id, outcome, words) values (${committeeId}, ${call.id}, ${callId}, ${now}, ${call.byId}, ${outcome}, ${call.words})`),
    tx.run(sql`update phone_call set tries = tries + 1, state = ${outcome === 'told' ? 'told' : 'open'}, told_at = ${outcome === 'told' ? now : null}, wrong_number = wrong_number or ${outcome === 'wrongNumber'},
      again_at = ${outcome === 'noAnswer' ? call.againAt : null} where committee_id = ${committeeId} and id = ${callId}`),
  ])
}
