import type { ClientBase } from 'pg'

/** One statement for any number of rows; all have the columns of the first. Types come from the table itself. */
export async function insertRows(client: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`).join(', ')
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  )
}
