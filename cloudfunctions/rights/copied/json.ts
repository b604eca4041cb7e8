/** Lists inside a row, as they travel. */
import { sql, type Statement } from '../../database/sql'

/** Moments inside JSON, as they travel everywhere else. */
export const iso = (at: Statement): Statement => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A list as JSON, in its order; empty for none. */
export const listOf = (object: Statement, rest: Statement): Statement => sql`coalesce((select jsonb_agg(${object} ${rest}), '[]')`
