/** docs/data-map.md against the migrated database: every column has its one class, and every table says what for, on what basis, and for how long. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../cloudfunctions/database/migrate'
import { freshDatabase, type TestDatabase } from '../databases'

const classes = ['key', 'person', 'home', 'contact', 'sensitive', 'words', 'work', 'public', 'secret'] as const
const said = ['for', 'basis', 'kept'] as const

interface Part { table: string; says: Map<string, string>; columns: [column: string, of: string][] }

/** `## table` opens a part; `- word: text` says something of it, or lists the columns of a class. */
function parts(text: string): Part[] {
  return text.split(/^## /m).slice(1).map((part) => {
    const [table = '', ...lines] = part.split('\n')
    const items = lines.flatMap((line) => [...line.matchAll(/^- (\w+): (.+)$/g)].map(([, word = '', rest = '']): [string, string] => [word, rest.trim()]))
    return {
      table: table.trim().split(' ')[0]!,
      says: new Map(items.filter(([word]) => (said as readonly string[]).includes(word))),
      columns: items.filter(([word]) => !(said as readonly string[]).includes(word)).flatMap(([word, rest]) => rest.split(/,\s*/).map((column): [string, string] => [column, word])),
    }
  })
}

let database: TestDatabase
let real: string[]
const written = parts(readFileSync('docs/data-map.md', 'utf8'))
beforeAll(async () => {
  database = await freshDatabase()
  const { rows } = await withClient(database.adminUrl, (client) => client.query<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`))
  real = rows.map(({ name }) => name)
})
afterAll(() => database.drop())

test('every column of the database is in the map once, and none is there that the database lacks', () => {
  expect(real.length).toBeGreaterThan(300)
  expect(written.flatMap(({ table, columns }) => columns.map(([column]) => `${table}.${column}`)).sort()).toEqual([...real].sort())
})

test('each has a class we know, and each table says what for, on what basis and for how long', () => {
  expect(written.flatMap(({ table, columns }) => columns.filter(([, of]) => !(classes as readonly string[]).includes(of)).map(([column, of]) => `${table}.${column}: ${of}`))).toEqual([])
  expect(written.filter(({ says }) => said.some((word) => (says.get(word) ?? '').length < 2)).map(({ table }) => table)).toEqual([])
})

test('what is sealed is sensitive, contact or words, and nothing sensitive lies open', () => {
  const columns = written.flatMap(({ table, columns: listed }) => listed.map(([column, of]) => ({ name: `${table}.${column}`, sealed: column.endsWith('_sealed'), of })))
  expect(columns.filter(({ sealed }) => sealed).length).toBeGreaterThan(0)
  expect(columns.filter(({ sealed, of }) => sealed && !['sensitive', 'contact', 'words'].includes(of)).map(({ name }) => name)).toEqual([])
  // That somebody is cared for at all is open to those who plan visits; what kind of need it is never is.
  const open = ['household_care.since', 'household_care.until', 'household_care.review_on', 'household_care.contested_at', 'household_care.ended_at']
  expect(columns.filter(({ name, sealed, of }) => of === 'sensitive' && !sealed && !open.includes(name)).map(({ name }) => name)).toEqual([])
})
