/** A committee's own days. */
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import type { OwnDay } from './rules/calendar'

export interface OwnDayRow extends OwnDay { name: string; by: string }

export function listOwnDays(tx: Tx, committeeId: Id, year: string): Promise<OwnDayRow[]> {
  return tx.run(sql<OwnDayRow>`
    select c.day, c.working, c.name, s.name as by from closing_day c join staff s on s.committee_id = c.committee_id and s.account_id = c.made_by
    where c.committee_id = ${committeeId} and c.day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by c.day`)
}

export async function setOwnDay(tx: Tx, day: OwnDay & { committeeId: Id; name: string; by: Id; at: Instant }): Promise<void> {
  await tx.run(sql`
    insert into closing_day (committee_id, day, working, name, made_by, made_at) values (${day.committeeId}, ${day.day}, ${day.working}, ${day.name}, ${day.by}, ${day.at})
    on conflict (committee_id, day) do update set working = excluded.working, name = excluded.name, made_by = excluded.made_by, made_at = excluded.made_at`)
}

export async function removeOwnDay(tx: Tx, committeeId: Id, day: Day): Promise<void> {
  await tx.run(sql`delete from closing_day where committee_id = ${committeeId} and day = ${day}`)
}

/** Of all years: what the calendar of the committee is made of. */
export function allOwnDays(tx: Tx, committeeId: Id): Promise<OwnDay[]> {
  return tx.run(sql<OwnDay>`select day, working from closing_day where committee_id = ${committeeId}`)
}
