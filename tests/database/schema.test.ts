/** The table types say exactly what the migrated database has. */
import * as path from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../cloudfunctions/database/migrate'
import { freshDatabase, type TestDatabase } from '../databases'

/** `committee.name` → what a row holds, and whether an insert must, may or must not give it. */
type Columns = Map<string, { kind: string; nullable: boolean; insert: 'must' | 'may' | 'never' }>

let database: TestDatabase
beforeAll(async () => { database = await freshDatabase() })
afterAll(() => database.drop())

test('every table and column of the database is in schema.ts, with its kind, and none is there that the database lacks', async () => {
  const [real, written] = [await columnsOfDatabase(), columnsOfFile()]
  expect(real.size).toBeGreaterThan(150)
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(real))
})

async function columnsOfDatabase(): Promise<Columns> {
  const { rows } = await withClient(database.adminUrl, (client) => client.query<{ name: string; type: string; required: boolean; fallback: boolean; generated: boolean }>(`
    select c.relname || '.' || a.attname as name, a.atttypid::regtype::text as type, a.attnotnull as required,
      a.atthasdef as fallback, a.attgenerated <> '' or c.relkind = 'v' as generated, c.relkind = 'v' as view
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') order by 1`))
  return new Map(rows.map(({ name, type, required, fallback, generated }) => [name, {
    kind: kindOf(type),
    // A view's columns carry no promise; of this one only block and section may be missing, as the joins say.
    nullable: name.startsWith('serving.') ? name === 'serving.block_name' || name === 'serving.section' : !required,
    insert: generated ? 'never' : required && !fallback ? 'must' : 'may',
  }]))
}

function kindOf(type: string): string {
  if (type.endsWith('[]')) return 'array'
  if (['uuid', 'text', 'date', 'timestamp with time zone'].includes(type)) return 'string'
  if (['smallint', 'integer', 'bigint'].includes(type)) return 'number'
  if (type === 'boolean' || type === 'jsonb') return type
  if (type === 'bytea') return 'bytes'
  throw new Error(`no kind for ${type}`)
}

function columnsOfFile(): Columns {
  const file = path.resolve('tests/database/asked.ts')
  const source = `import type { Insertable, Selectable } from 'kysely'
    import type { Tables } from '../../cloudfunctions/database/schema'
    export declare const read: { [T in keyof Tables]: Selectable<Tables[T]> }
    export declare const write: { [T in keyof Tables]: Insertable<Tables[T]> }`
  const options: ts.CompilerOptions = { strict: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: [] }
  const host = ts.createCompilerHost(options)
  const [readFile, fileExists, getSourceFile] = [host.readFile, host.fileExists, host.getSourceFile]
  host.readFile = (name) => (name === file ? source : readFile(name))
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest))
  const program = ts.createProgram([file], options, host)
  const checker = program.getTypeChecker()
  const root = program.getSourceFile(file)!
  const exported = (name: string) => checker.getTypeOfSymbol(checker.getExportsOfModule(checker.getSymbolAtLocation(root)!).find((symbol) => symbol.name === name)!)
  const [read, write] = [exported('read'), exported('write')]

  const columns: Columns = new Map()
  for (const table of read.getProperties()) {
    const written = checker.getTypeOfSymbol(write.getProperty(table.name)!)
    for (const column of checker.getTypeOfSymbol(table).getProperties()) {
      const type = checker.getTypeOfSymbol(column)
      const given = written.getProperty(column.name)
      columns.set(`${table.name}.${column.name}`, {
        kind: kindOfType(checker, type, `${table.name}.${column.name}`),
        nullable: checker.isTypeAssignableTo(checker.getNullType(), type),
        insert: !given ? 'never' : given.flags & ts.SymbolFlags.Optional ? 'may' : 'must',
      })
    }
  }
  return columns
}

/** JSON may be anything, so the JSON columns are named rather than guessed. */
const json = new Set(['notice.counts', 'demand.route', 'demand.pauses', 'demand.answers', 'category.questions', 'receipt.answer'])

function kindOfType(checker: ts.TypeChecker, type: ts.Type, name: string): string {
  if (json.has(name)) return 'jsonb'
  const plain = checker.getNonNullableType(type)
  if (checker.isArrayType(plain)) return 'array'
  if (plain.symbol?.name === 'Uint8Array') return 'bytes'
  const all: [string, ts.Type][] = [['string', checker.getStringType()], ['number', checker.getNumberType()], ['boolean', checker.getBooleanType()]]
  return all.find(([, wide]) => checker.isTypeAssignableTo(plain, wide))?.[0] ?? checker.typeToString(plain)
}
