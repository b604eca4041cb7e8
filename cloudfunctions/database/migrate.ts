/** Brings a database to the state of `migrations/` and `policies/`, and says where it differs. */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Advisory locks, per database: who serves it, and who changes its schema. */
export const serverLock = [20261120, 1]
const migrationLock = [20261120, 2]

export interface MigrateOptions {
  /** The login that serves, when it is not the one that migrates: it is let into zx_app and zx_jobs. */
  appUrl?: string
  /** Holds `migrations/` and `policies/`. */
  folder?: string
}

/**
 * Applies what is not applied yet, each file in its own transaction as zx_owner, and returns their names in order.
 * Two at once wait for each other. `adminUrl` is a superuser, or owns the database and may create roles.
 * @throws when an applied file has changed since, naming it; nothing is applied then.
 */
export async function migrate(adminUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  return await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', migrationLock)
    await makeRoles(client)
    await prepare(client)
    await letIn(client, options.appUrl)
    const files = listFiles(options.folder ?? here)
    const applied = await listApplied(client)
    const changed = files.filter((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum)
    if (changed.length > 0) throw new Error(`已执行的文件被改动 Applied files were changed: ${changed.map((file) => file.name).join(', ')}`)
    const fresh = files.filter((file) => !applied.has(file.name))
    for (const file of fresh) {
      await asOwner(client, async () => {
        await client.query(file.sql)
        await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [file.name, file.checksum])
      }).catch((cause: Error) => { throw new Error(`${file.name}: ${cause.message}`, { cause }) })
    }
    return fresh.map((file) => file.name)
  })
}

/** What is wrong with a database, a sentence each; empty when it is as it should be. Changes nothing. */
export async function checkDatabase(adminUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  return await withClient(adminUrl, async (client) => {
    if (!(await exists(client, `to_regclass('public.schema_migration') is not null`))) return ['尚未迁移 nothing is migrated yet: run npm run db -- migrate']
    const files = listFiles(options.folder ?? here)
    const applied = await listApplied(client)
    const open = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`)
    const strong = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname in ('zx_app', 'zx_jobs', $1) and (rolsuper or rolbypassrls)`, [userOf(options.appUrl)])
    const owning = await client.query<{ name: string; owner: string }>(`
      select c.oid::regclass::text as name, pg_get_userbyid(c.relowner) as owner from pg_class c
      where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'app')) and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and pg_get_userbyid(c.relowner) <> 'zx_owner' order by 1`)
    return [
      ...files.filter((file) => !applied.has(file.name)).map((file) => `${file.name}: 未执行 not applied`),
      ...files.filter((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum).map((file) => `${file.name}: 执行后被改动 changed after it was applied`),
      ...[...applied.keys()].filter((name) => !files.some((file) => file.name === name)).map((name) => `${name}: 已执行但文件不在 applied, but the file is gone`),
      ...open.rows.map((row) => `${row.name}: 未强制行级权限 row security is not enabled and forced`),
      ...strong.rows.map((row) => `${row.rolname}: 不得越过行级权限 must be neither superuser nor bypassrls`),
      ...owning.rows.map((row) => `${row.name}: 属主应为 zx_owner owned by ${row.owner}`),
    ]
  })
}

/** Removes everything of ours, data included. The roles and what others keep in the database stay. */
export async function dropEverything(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', migrationLock)
    await makeRoles(client)
    await asOwner(client, () => client.query('drop owned by zx_owner cascade'))
  })
}

/** Roles belong to the whole cluster; made once, found again afterwards. */
export async function makeRoles(client: Client): Promise<void> {
  await client.query(fs.readFileSync(path.join(here, 'roles.sql'), 'utf8'))
}

/** Runs `work` in one transaction as the owner of the tables. */
export async function asOwner<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin; set local role zx_owner')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** One connection for `work`; closing it lets its advisory lock go. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}

async function prepare(client: Client): Promise<void> {
  // Asked first, because only the owner of the database or of the schema may grant.
  await client.query(`do $$ begin
    if not has_database_privilege('zx_owner', current_database(), 'create') then execute format('grant create on database %I to zx_owner', current_database()); end if;
    if not (has_schema_privilege('zx_owner', 'public', 'usage') and has_schema_privilege('zx_owner', 'public', 'create')) then grant usage, create on schema public to zx_owner; end if;
    if not (has_schema_privilege('zx_app', 'public', 'usage') and has_schema_privilege('zx_jobs', 'public', 'usage')) then grant usage on schema public to zx_app, zx_jobs; end if;
  end $$`)
  if (await exists(client, `to_regclass('public.schema_migration') is not null`)) return
  await asOwner(client, () => client.query(`
    create table public.schema_migration (name text primary key, checksum text not null check (length(checksum) = 64), applied_at timestamptz not null default now());
    alter table public.schema_migration enable row level security;
    alter table public.schema_migration force row level security;
    create policy owner_keeps on public.schema_migration for all to zx_owner using (true) with check (true)`))
}

async function letIn(client: Client, appUrl: string | undefined): Promise<void> {
  const login = userOf(appUrl)
  if (!login) return
  await client.query(`select set_config('zx.login', $1, false)`, [login])
  // From 16 on a membership says for itself that nothing is inherited: the login is nobody until it takes a role.
  await client.query(`do $$ declare login text := current_setting('zx.login'); wanted text; begin
    foreach wanted in array array['zx_app', 'zx_jobs'] loop
      continue when login = current_user or exists (select from pg_auth_members where roleid = wanted::regrole and member = quote_ident(login)::regrole);
      execute format('grant %I to %I', wanted, login) || case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end;
    end loop; end $$`)
}

function userOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new Client({ connectionString: url }).user
}

function listFiles(folder: string): { name: string; sql: string; checksum: string }[] {
  const files = ['migrations', 'policies']
    .flatMap((part) => fs.readdirSync(path.join(folder, part)).filter((file) => file.endsWith('.sql')).map((file) => path.join(folder, part, file)))
    .sort((a, b) => path.basename(a).localeCompare(path.basename(b), 'en'))
    // A checkout on Windows may have other line ends; it is the same file.
    .map((file) => ({ name: path.basename(file), sql: fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n') }))
    .map((file) => ({ ...file, checksum: createHash('sha256').update(file.sql).digest('hex') }))
  files.forEach(({ name }, i) => {
    if (!/^\d{4}_/.test(name)) throw new Error(`${name}: a migration begins with four digits`)
    if (name.slice(0, 4) === files[i - 1]?.name.slice(0, 4)) throw new Error(`${name}: its number is taken by ${files[i - 1]!.name}`)
  })
  return files
}

async function listApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await asOwner(client, () => client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name'))
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function exists(client: Client, condition: string): Promise<boolean> {
  return (await client.query<{ yes: boolean }>(`select ${condition} as yes`)).rows[0]!.yes
}
