/** `npm run db -- reseal`: what is plain is sealed, and what an older key or suite sealed is sealed anew, in steps that may be stopped at any time. */
import type { Client } from 'pg'
import type { Id } from '../../contract/values'
import type { Seals } from '../runtime/seal'
import { asOwner, withClient } from './migrate'

/** A sealed column: where its rows say what they belong to, and how it is read and written. */
interface Sealed {
  table: string
  /** As in `SealPlace`. */
  field: string
  /** Columns that give `committeeId` and `rowId`. */
  of: [committee: string, row: string]
  /** Of the primary key, `name::type`. */
  key: string[]
  read: string
  /** `$` stands for the new text. */
  write: string
  /** The same words unsealed, from before they were sealed; emptied. */
  plain: string | null
  index: string | null
}

/** Answers of commands, kept 30 days for a phone that asks again: a person's own key, the command's as the row (runtime/serve.ts). */
const answers: Sealed[] = [
  { table: 'receipt', field: 'receipt.answer', of: ['account_id', 'key'], key: ['account_id::uuid', 'key::uuid'], read: `answer ->> 'sealed'`, write: `answer = jsonb_set(t.answer, '{sealed}', to_jsonb($))`, plain: null, index: null },
]

/** What belongs to a row without an `id` of its own. */
const rowOf: Record<string, string> = { visit_note: 'visit_id' }

export interface Resealed {
  field: string
  /** Rows that were plain. */
  sealed: number
  /** Rows of an older key or suite, or whose index was. */
  renewed: number
  /** Rows that do not open, with their ids: changed, or of a key that is not there. They are left as they are. */
  broken: Id[]
}

/** `<field>_sealed` of every table, with `<field>` beside it where that was plain before, and `<field>_index`. */
async function listSealed(client: Client): Promise<Sealed[]> {
  const { rows } = await client.query<{ table: string; name: string; key: string[]; plain: boolean; index: boolean }>(`
    select c.relname as table, left(a.attname, -7) as name,
      array(select k.attname || '::' || format_type(k.atttypid, null) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey::int2[], k.attnum)) as key,
      exists (select from pg_attribute p where p.attrelid = c.oid and not p.attisdropped and p.attname = left(a.attname, -7) and p.atttypid = 'text'::regtype) as plain,
      exists (select from pg_attribute p where p.attrelid = c.oid and not p.attisdropped and p.attname = left(a.attname, -7) || '_index') as index
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attname like '%\\_sealed' and a.atttypid = 'text'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, a.attnum`)
  return [
    ...rows.map(({ table, name, key, plain, index }): Sealed => ({
      table, field: `${table}.${name}`, of: ['committee_id', rowOf[table] ?? 'id'], key, read: `"${name}_sealed"`, write: `"${name}_sealed" = $`, plain: plain ? name : null, index: index ? `${name}_index` : null,
    })),
    ...answers,
  ]
}

/**
 * Each step locks, opens and seals some rows in a transaction of its own: stopped, it goes on where it was. People may work meanwhile.
 * @param options `batch` rows a step; `onStep` is told the field and how many rows were written
 */
export async function reseal(adminUrl: string, seals: Seals, { batch = 500, onStep = () => undefined }: { batch?: number; onStep?: (field: string, rows: number) => void } = {}): Promise<Resealed[]> {
  return await withClient(adminUrl, async (client) => {
    const done: Resealed[] = []
    for (const one of await listSealed(client)) done.push(await resealField(client, seals, one, batch, onStep))
    return done
  })
}

interface DueRow {
  committee: Id
  row: Id
  /** Held, so that it stays where it is. */
  at: string
  key: string[]
  sealed: string | null
  plain: string | null
}

async function resealField(client: Client, seals: Seals, { table, field, of: [committee, row], key, read, write, plain, index }: Sealed, batch: number, onStep: (field: string, rows: number) => void): Promise<Resealed> {
  const due = [`(${read} is not null and not starts_with(${read}, $1))`, ...(plain ? [`${plain} is not null`] : []), ...(index ? [`(${read} is not null and (${index} is null or not starts_with(${index}, $1)))`] : [])]
  const written = [write.replace('$', 'v.sealed'), ...(plain ? [`${plain} = null`] : []), ...(index ? [`${index} = v.index`] : [])]
  const result: Resealed = { field, sealed: 0, renewed: 0, broken: [] }
  const columns = key.map((one) => one.split('::')[0])
  for (let after: string[] | null = null; ; ) {
    const { rows } = await asOwner(client, async () => {
      const found = await client.query<DueRow>(`select ${committee} as committee, ${row} as row, ctid::text as at, array[${columns.map((one) => `${one}::text`).join(', ')}] as key, ${read} as sealed, ${plain ?? 'null'} as plain
        from ${table} where (${due.join(' or ')}) ${after ? `and (${columns.join(', ')}) > (${key.map((one, at) => `$${at + 3}::${one.split('::')[1]}`).join(', ')})` : ''}
        order by ${columns.join(', ')} limit $2 for update`, [seals.head, batch, ...(after ?? [])])
      const fresh = found.rows.flatMap(({ committee: committeeId, row: rowId, at, ...old }) => {
        const place = { committeeId, field, rowId }
        let text: string
        try {
          text = old.plain ?? seals.open(place, old.sealed!)
        } catch {
          result.broken.push(rowId)
          return []
        }
        if (old.plain === null) result.renewed += 1
        else result.sealed += 1
        return [{ at, sealed: seals.seal(place, text), index: index && seals.index(committeeId, text) }]
      })
      await client.query(`update ${table} t set ${written.join(', ')} from json_to_recordset($1) as v (at tid, sealed text, index text) where t.ctid = v.at`, [JSON.stringify(fresh)])
      return found
    })
    if (rows.length > 0) onStep(field, rows.length)
    if (rows.length < batch) return result
    after = rows.at(-1)!.key
  }
}

/** What should be sealed and is not yet, a sentence each. */
export async function listPlain(adminUrl: string): Promise<string[]> {
  return await withClient(adminUrl, (client) => asOwner(client, async () => {
    const said: string[] = []
    for (const { table, plain } of await listSealed(client)) {
      if (!plain) continue
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table} where ${plain} is not null`)
      if (rows[0]!.count > 0) said.push(`${table}.${plain}: ${rows[0]!.count} 行还没有封存 not sealed yet: npm run db -- reseal`)
    }
    return said
  }))
}
