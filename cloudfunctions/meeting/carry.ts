/** What waits for a meeting goes to another day: the demand says the new day, its thread says why, its resident is told. */
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { queueNotices } from '../notice/store'

export interface Waiting { id: Id; title: string; filedBy: Id | null; ownerId: Id; meetingOn: Day | null }

/** What waits for the meeting of a committee, held until the transaction ends. */
export function lockWaiting(tx: Tx, committeeId: Id): Promise<Waiting[]> {
  return tx.run(sql<Waiting>`
    select id, title, filed_by as "filedBy", owner_id as "ownerId", meeting_on as "meetingOn" from demand
    where committee_id = ${committeeId} and status = 'atMeeting' order by id for update`)
}

/** @param move who moves it; null for the timer. Nothing happens for an empty list. */
export async function carryOver(tx: Tx, waiting: readonly Waiting[], move: { committeeId: Id; day: Day; words: string; by: { id: Id; name: string } | null; at: Instant; newId: () => Id }): Promise<void> {
  const { committeeId, day, words, by, at, newId } = move
  if (waiting.length === 0) return
  const ids = waiting.map(({ id }) => id)
  await Promise.all([
    tx.run(sql`update demand set meeting_on = ${day} where committee_id = ${committeeId} and id = any (${ids}::uuid[])`),
    tx.run(sql`
      insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_name)
      select ${committeeId}, w.entry, w.demand, ${at}, ${by?.id ?? null}, 'takeToMeeting', 'atMeeting', 'atMeeting', ${words}, ${day}
      from unnest(${ids.map(newId)}::uuid[], ${ids}::uuid[]) as w (entry, demand)`),
    ...waiting.map(({ id, title, filedBy, ownerId }) => queueNotices(tx, { committeeId, subject: 'demand', subjectId: id, title, at },
      [...new Set([filedBy, ownerId])].flatMap((toId) => (toId === by?.id ? [] : [{ id: newId(), toId, about: 'demandToMeeting' as const, fromName: by?.name ?? null }])))),
  ])
}

/** What a closed meeting did not come to, as far as the reader may see it. */
export function listCarried(tx: Tx, committeeId: Id, meetingId: Id): Promise<{ id: Id; title: string; filerName: string }[]> {
  return tx.run(sql<{ id: Id; title: string; filerName: string }>`
    select d.id, d.title, d.filer_name as "filerName" from meeting m join demand d on d.committee_id = m.committee_id and d.id = any (m.carried)
    where m.committee_id = ${committeeId} and m.id = ${meetingId} order by array_position(m.carried, d.id)`)
}
