import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asOwner, checkDatabase, dropEverything, migrate, withClient } from '../../cloudfunctions/database/migrate'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../databases'

const source = path.resolve('cloudfunctions/database')
let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-migrations-'))
  for (const part of ['migrations', 'policies']) fs.cpSync(path.join(source, part), path.join(folder, part), { recursive: true })
})
afterEach(async () => {
  fs.rmSync(folder, { recursive: true })
  await database.drop()
})

const write = (name: string, sql: string) => fs.writeFileSync(path.join(folder, name), sql)
const openTable = 'create table hedge (committee_id uuid)'
const closedTable = `${openTable}; alter table hedge enable row level security; alter table hedge force row level security`

test('files are applied once, in the order of their numbers', async () => {
  const applied = await migrate(database.adminUrl, { folder, appUrl: database.appUrl })
  expect(applied[0]).toBe('0010_context.sql')
  expect(applied).toEqual([...applied].sort())
  expect(await migrate(database.adminUrl, { folder })).toEqual([])
  write('migrations/9000_hedge.sql', closedTable)
  expect(await checkDatabase(database.adminUrl, { folder })).toEqual(['9000_hedge.sql: 未执行 not applied'])
  expect(await migrate(database.adminUrl, { folder })).toEqual(['9000_hedge.sql'])
  expect(await checkDatabase(database.adminUrl, { folder, appUrl: database.appUrl })).toEqual([])
})

test('two at once: one applies, the other waits and finds nothing to do', async () => {
  const [first, second] = await Promise.all([migrate(database.adminUrl, { folder }), migrate(database.adminUrl, { folder })])
  expect([first.length, second.length].sort((a, b) => a - b)).toEqual([0, fs.readdirSync(path.join(folder, 'migrations')).length + fs.readdirSync(path.join(folder, 'policies')).length])
})

test('an applied file that changed is refused by name, and nothing else is applied', async () => {
  await migrate(database.adminUrl, { folder })
  fs.appendFileSync(path.join(folder, 'migrations/0020_account.sql'), '-- one line more\n')
  write('migrations/9000_hedge.sql', closedTable)
  await expect(migrate(database.adminUrl, { folder })).rejects.toThrow('0020_account.sql')
  expect(await checkDatabase(database.adminUrl, { folder })).toEqual(['9000_hedge.sql: 未执行 not applied', '0020_account.sql: 执行后被改动 changed after it was applied'])
})

test('a file that fails leaves nothing of itself and says its name', async () => {
  write('migrations/9000_hedge.sql', `${closedTable}; select 1 / 0`)
  await expect(migrate(database.adminUrl, { folder })).rejects.toThrow('9000_hedge.sql: division by zero')
  write('migrations/9000_hedge.sql', closedTable)
  expect(await migrate(database.adminUrl, { folder })).toEqual(['9000_hedge.sql'])
})

test('two files with one number are refused', async () => {
  write('migrations/0020_hedge.sql', closedTable)
  await expect(migrate(database.adminUrl, { folder })).rejects.toThrow('its number is taken')
})

test('a table without row security, or of another owner, is found', async () => {
  write('migrations/9000_hedge.sql', openTable)
  await migrate(database.adminUrl, { folder })
  await withClient(database.adminUrl, (client) => client.query('create table stray (id int)'))
  expect(await checkDatabase(database.adminUrl, { folder })).toEqual([
    'hedge: 未强制行级权限 row security is not enabled and forced',
    'stray: 未强制行级权限 row security is not enabled and forced',
    expect.stringMatching(/^stray: 属主应为 zx_owner/),
  ])
})

test('a database without tables says that it is not migrated', async () => {
  expect(await checkDatabase(database.adminUrl)).toEqual([expect.stringContaining('nothing is migrated yet')])
})

test('emptied and migrated again, it is as new', async () => {
  const seeded = await freshDatabase()
  try {
    await dropEverything(seeded.adminUrl)
    expect((await migrate(seeded.adminUrl)).length).toBeGreaterThan(10)
    expect(await checkDatabase(seeded.adminUrl, { appUrl: seeded.appUrl })).toEqual([])
    const left = await withClient(seeded.adminUrl, (client) => asOwner(client, async () => (await client.query('select name from account')).rows))
    // Who stands where a person stood whose matter is past its time.
    expect(left).toEqual([{ name: '居民' }])
  } finally { await seeded.drop() }
})
