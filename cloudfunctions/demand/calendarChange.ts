/** Deadlines counted again when a committee's calendar changes: in the transaction that changes it. */
import type { Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { queueNotices } from '../notice/store'
import type { Clocked, DueChange } from './rules/calendarChange'

/** The clocks of all open demands of a committee; held until the transaction ends when they are to be changed. */
export function listClocks(tx: Tx, committeeId: Id, { hold }: { hold: boolean }): Promise<Clocked[]> {
  return tx.run(sql<Clocked>`
    select id, title, kind, urgency, status, filed_by as "filedBy", owner_id as "ownerId", filed_at as "filedAt", due_from as "dueFrom", due_days as "dueDays", pauses, due_at as "dueAt",
      contact_due_at as "contactDueAt", provisional
    from demand where committee_id = ${committeeId} and not resting order by id ${hold ? sql`for update` : sql``}`)
}

/** Writes the new deadlines with a line in each history, and tells the residents whose day has moved. */
export async function changeDues(tx: Tx, change: { committeeId: Id; now: Instant; me: Id; newId: () => Id; changes: readonly DueChange[]; reason: string }): Promise<void> {
  const { committeeId, now, me, newId, changes, reason } = change
  const asJson = JSON.stringify(changes.map(({ demand, dueAt, contactDueAt, provisional }) =>
    ({ demand: demand.id, old_due: demand.dueAt, new_due: dueAt, contact: contactDueAt, provisional, entry: newId(), reason })))
  const [[row]] = await Promise.all([
    tx.run(sql<{ moved: number }>`select app.due_moves(${committeeId}, ${now}, ${asJson}::jsonb) as moved`),
    ...changes.filter(({ demand, dueAt }) => dueAt !== demand.dueAt && demand.filedBy !== null && demand.filedBy !== me).map(({ demand }) =>
      queueNotices(tx, { committeeId, subject: 'demand', subjectId: demand.id, title: demand.title, at: now }, [{ id: newId(), toId: demand.filedBy!, about: 'demandDueMoved', fromName: null }])),
  ])
  if (row?.moved !== changes.length) throw new Error(`${changes.length} deadlines were to move, ${row?.moved} did`)
}
