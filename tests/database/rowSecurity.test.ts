/** Row security as a whole: what is on, who may do what, and the traps. Every request here runs as the login that serves. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner, withClient } from '../../cloudfunctions/database/migrate'
import { freshDatabase, type TestDatabase } from '../databases'

let database: TestDatabase
let catalog: Client
beforeAll(async () => {
  database = await freshDatabase()
  catalog = new Client({ connectionString: database.adminUrl })
  await catalog.connect()
})
afterAll(async () => {
  await catalog.end()
  await database.drop()
})

const ask = async <Row extends object>(sql: string, values: unknown[] = []) => (await catalog.query<Row>(sql, values)).rows

/** As the login that serves, in a transaction that has taken `role` and says who asks, and is rolled back. */
async function serving<T>(role: 'zx_app' | 'zx_jobs' | 'zx_login', work: (client: Client) => Promise<T>, account = ''): Promise<T> {
  return await withClient(database.appUrl, async (client) => {
    await client.query(role === 'zx_login' ? 'begin' : `begin; set local role ${role}`)
    if (account) await client.query(`select set_config('app.account', $1, true)`, [account])
    return await work(client)
  })
}
const refused = (role: 'zx_app' | 'zx_jobs' | 'zx_login', sql: string) => serving(role, (client) => client.query(sql).then(() => 'allowed', (error: Error) => error.message))

/**
 * What each role may do, by table. A column list limits the right to those columns; everything not written here is refused.
 * Written by hand: a new grant needs a new line, and someone to think about it.
 */
const may: Record<'zx_app' | 'zx_jobs', Record<string, string[]>> = {
  zx_app: {
    account: ['SELECT'],
    street: ['SELECT'],
    committee: ['SELECT'],
    estate: ['SELECT'],
    block: ['SELECT'],
    building: ['INSERT (committee_id, id, estate_id, block_id, seq, name, import_id)', 'SELECT'],
    staff: ['INSERT (committee_id, account_id, name, joined_on)', 'SELECT'],
    post: ['INSERT (committee_id, id, account_id, kind, block_id, since, section_name)', 'SELECT', 'UPDATE (until)'],
    leave: ['DELETE', 'INSERT (committee_id, id, account_id, since, until, stand_in_id, made_by, made_at)', 'SELECT', 'UPDATE (until)'],
    duty: ['DELETE', 'INSERT', 'SELECT', 'UPDATE (account_id, until)'],
    closing_day: ['DELETE', 'INSERT', 'SELECT', 'UPDATE (working, name, made_by, made_at)'],
    serving: ['SELECT'],
    demonstration: ['SELECT'],
    service_item: [
      'INSERT (committee_id, slug, seq, state, popular, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url, '
        + 'caution, search, as_of, source, confidence, verified_by, version, published_at, next_check)',
      'SELECT',
      'UPDATE (state, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url, '
        + 'caution, search, as_of, source, confidence, verified_by, version, published_at, next_check)',
    ],
    service_version: ['INSERT (committee_id, slug, number, content, state, made_by, made_at, changed_by, changed_at)', 'SELECT', 'UPDATE (content, revision, state, publish_at, changed_by, changed_at, decided_by)'],
    service_step: ['INSERT', 'SELECT'],
    disclosure: [
      'INSERT (committee_id, id, class, title, text, happened_on, contact_post, contact_phone, made_by, changed_by, changed_at)',
      'SELECT',
      'UPDATE (class, title, text, happened_on, contact_post, contact_phone, board_on, revision, state, reason, published_at, changed_by, changed_at)',
    ],
    disclosure_revision: ['INSERT', 'SELECT'],
    disclosure_comment: ['INSERT (committee_id, id, disclosure_id, account_id, text, at)', 'SELECT', 'UPDATE (state, reason, decided_by, decided_at)'],
    household_code: [
      'INSERT (committee_id, id, household_id, block_id, hash, made_by, made_at, expires_at)',
      'SELECT (committee_id, id, household_id, block_id, made_by, made_at, expires_at, used_at, ended_at)',
      'UPDATE (ended_at)',
    ],
    departure: ['INSERT', 'SELECT'],
    household_import: ['INSERT', 'SELECT'],
    household: ['INSERT (committee_id, id, block_id, building_id, room, label, seq, no_home_visits, wish_at, tenure, import_id)', 'SELECT', 'UPDATE (no_home_visits, channels, hours, never, wish_at, tenure, language, version)'],
    resident: [
      'INSERT (committee_id, id, household_id, block_id, name, relation, account_id, birth_year, phone_sealed, phone_index, email_sealed, roles, version, import_id)',
      'SELECT (committee_id, id, household_id, block_id, name, relation, account_id, birth_year, has_phone, has_email, roles, version, left_at)',
      'UPDATE (name, relation, account_id, birth_year, phone_sealed, phone_index, email_sealed, roles, version, left_at)',
    ],
    archive_change: [
      'INSERT',
      'SELECT (committee_id, id, household_id, block_id, resident_id, field, old, new, version, source, visit_id, import_id, by_id, at, state, against, decided_by, decided_at, why)',
      'UPDATE (version, state, decided_by, decided_at, why)',
    ],
    household_care: [
      'INSERT (committee_id, household_id, since, id, block_id, resident_id, kind_sealed, basis_sealed, review_on, set_by, set_at, law_sealed, import_id)',
      'SELECT (committee_id, household_id, since, id, block_id, resident_id, review_on, set_by, set_at, ended_at, ended_by, contested_at, ended_for)',
      'UPDATE (basis_sealed, review_on, ended_at, ended_by, ended_why_sealed, contested_at, contest_sealed, reviewed_at)',
    ],
    class_decision: ['INSERT', 'SELECT'],
    opening: ['INSERT', 'SELECT'],
    export_log: ['INSERT', 'SELECT'],
    home_change: ['SELECT (committee_id, id, kind, household_id, other_id, block_id, label, other_label, people, source, why, by_id, at, undone_by, undone_at, undone_why)'],
    join_request: [
      'INSERT (committee_id, id, household_id, block_id, label, account_id, name, relation, message, asked_at, state)',
      'SELECT',
      'UPDATE (state, decided_by, decided_at, reason)',
    ],
    demand: [
      'INSERT (committee_id, id, number, kind, about, title, text, place, urgency, visibility, channel, status, filed_by, filer_name, household_id, block_id, '
        + 'owner_id, first_receiver_id, told, route, filed_at, contact_due_at, due_at, provisional, last_at, last_by, last_line, entered_by, '
        + 'due_from, due_days, word_due_at, watch_at, lent_from, safety, category, answers, filer_phone_sealed)',
      'SELECT',
      'UPDATE (status, block_id, owner_id, offered_to, told, contacted_at, due_at, provisional, answered_at, closed_at, reopened, last_at, last_by, last_line, '
        + 'due_from, due_days, pauses, asked_at, word_due_at, offered_at, watch_at, alarms, more_time_by, outside_kind, outside_name, outside_number, meeting_on, lent_from, closed_how, safety, resolution_id, '
        + 'rated, kept_from, filer_phone_sealed)',
    ],
    demand_entry: ['INSERT (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name, old_due, new_due, safety, doubt, resolution_id, heard)', 'SELECT', 'UPDATE (safety, decided_by, decided_at, decided_reason)'],
    category: ['SELECT'],
    rating_reason: ['SELECT'],
    demand_rating: ['INSERT (committee_id, demand_id, closure, by_id, rated_id, value, solved, reasons, words, at)', 'SELECT'],
    ladder_rung: ['DELETE', 'INSERT', 'SELECT'],
    demand_snooze: ['DELETE', 'INSERT', 'SELECT', 'UPDATE (until, reason, made_at)'],
    meeting_time: ['INSERT', 'SELECT', 'UPDATE (weekday, minute)'],
    meeting: ['INSERT (committee_id, id, day, state, chair_id, present, opened_at)', 'SELECT', 'UPDATE (state, present, closed_at, carried, came_later)'],
    resolution: [
      'INSERT (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, owner_id, due_on, at, by_id, follow_of)',
      'SELECT',
      'UPDATE (settled, settled_at, settled_words, settled_by)',
    ],
    fund_idea: ['INSERT', 'SELECT'],
    visit: [
      'INSERT (committee_id, id, household_id, block_id, mode, state, side, purpose, about, service_slug, demand_id, asked_by, invited, host_id, channel, who, minutes, starts_at, ends_at, offers, slot_id, consent_id, '
        + 'told, watch_at, made_at, last_at, last_by)',
      'SELECT',
      'UPDATE (state, purpose, channel, minutes, starts_at, ends_at, offers, slot_id, summary, moves, told, watch_at, last_at, last_by, held_at)',
    ],
    visit_consent: ['INSERT (committee_id, id, household_id, block_id, demand_id, who, purpose, from_at, until_at, asked_by, asked_at, state)', 'SELECT', 'UPDATE (state, answered_by, answered_at)'],
    visit_attempt: ['SELECT'],
    visit_entry: ['INSERT (committee_id, id, visit_id, at, by_id, step, from_state, state, text, starts_at, safety, doubt)', 'SELECT', 'UPDATE (state, safety, decided_by, decided_at, decided_reason)'],
    visit_need: ['INSERT', 'SELECT'],
    visit_helper: ['INSERT (committee_id, id, visit_id, what, state, safety)', 'SELECT', 'UPDATE (state, answered_by, answered_at, safety)'],
    talent: ['DELETE', 'INSERT (committee_id, id, account_id, what, helper_id, since)', 'SELECT'],
    visit_note: ['INSERT', 'SELECT', 'UPDATE (text_sealed, at)'],
    visit_slot: ['DELETE', 'INSERT (committee_id, id, host_id, starts_at, minutes)', 'SELECT', 'UPDATE (visit_id)'],
    demand_moved: ['SELECT'],
    demand_seen: ['INSERT', 'SELECT', 'UPDATE (seen_at)'],
    notice: ['INSERT (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at, urgent, number)', 'SELECT', 'UPDATE (read_at)'],
    notice_credit: ['INSERT (account_id, template, change, why, at)', 'SELECT'],
    notice_ask: ['INSERT', 'SELECT', 'UPDATE (asked_at, refused_at)'],
    phone_call: ['SELECT', 'UPDATE (state, tries, wrong_number, again_at, told_at)'],
    phone_try: ['INSERT', 'SELECT'],
    answer_template: ['DELETE', 'INSERT (committee_id, id, kind, title, text, changed_by, changed_at)', 'SELECT', 'UPDATE (kind, title, text, changed_by, changed_at)'],
    consent: ['INSERT', 'SELECT'],
    rights_request: ['INSERT (committee_id, id, account_id, name, kind, words, asked_at, due_at, provisional, state, decided_at)', 'SELECT', 'UPDATE (state, decided_at, decided_by, reply)'],
    receipt: ['SELECT', 'UPDATE (answer)'],
    photo: [
      'INSERT (committee_id, id, by_id, bytes, sha256, made_at, next_at)',
      'SELECT',
      'UPDATE (demand_id, entry_id, seq, received, fault, verdict, verdict_by, verdict_at, attached_at, next_at, open, verdict_reason)',
    ],
    photo_piece: ['INSERT', 'SELECT'],
  },
  zx_jobs: {
    service_item: [
      'INSERT (committee_id, slug, seq, state, popular, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url, '
        + 'caution, search, as_of, source, confidence, verified_by, version, published_at, next_check)',
      'SELECT',
      'UPDATE (state, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url, '
        + 'caution, search, as_of, source, confidence, verified_by, version, published_at, next_check)',
    ],
    service_version: ['SELECT', 'UPDATE (state)'],
    service_step: ['INSERT'],
    rights_request: ['SELECT (committee_id, id, due_at, state, late_at)', 'UPDATE (late_at)'],
    closing_day: ['SELECT'],
    block: ['SELECT'],
    committee: ['SELECT'],
    staff: ['SELECT'],
    post: ['SELECT'],
    leave: ['SELECT', 'UPDATE (ended_at)'],
    duty: ['SELECT'],
    serving: ['SELECT'],
    ladder_rung: ['SELECT'],
    meeting_time: ['SELECT'],
    meeting: ['SELECT (committee_id, id, day, state)'],
    demand: [
      'SELECT (committee_id, id, number, kind, title, urgency, status, filed_by, household_id, block_id, owner_id, offered_to, told, contact_due_at, contacted_at, due_at, answered_at, last_at, last_by, resting, working, asked_at, word_due_at, '
        + 'offered_at, watch_at, alarms, meeting_on, lead_id, lent_from, kept_from)',
      'UPDATE (status, told, closed_at, last_at, last_by, watch_at, alarms, meeting_on, closed_how)',
    ],
    demand_entry: ['INSERT (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name)'],
    identity: ['SELECT (kind, subject, account_id)'],
    notice: [
      'INSERT (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at, done_at, urgent, number, day, counts)',
      'SELECT (committee_id, id, to_id, about, subject, subject_id, at, state, attempts, next_at, urgent, number, claim, claimed_at)',
      'UPDATE (state, attempts, next_at, done_at, claim, claimed_at)',
    ],
    notice_credit: ['INSERT (account_id, template, change, why, committee_id, notice_id, at)', 'SELECT'],
    phone_call: ['INSERT (committee_id, id, demand_id, about, since, urgent, state)', 'SELECT (committee_id, id, demand_id, about, since, urgent, state)', 'UPDATE (about, since, urgent, again_at)'],
    household: ['SELECT (committee_id, id, channels, never)'],
    digest: ['INSERT', 'SELECT'],
    visit: [
      'SELECT (committee_id, id, household_id, block_id, mode, state, side, host_id, channel, minutes, starts_at, ends_at, slot_id, moves, told, watch_at, last_at)',
      'UPDATE (state, host_id, starts_at, ends_at, offers, slot_id, moves, watch_at, last_at, last_by)',
    ],
    visit_entry: ['INSERT (committee_id, id, visit_id, at, by_id, step, from_state, state, starts_at)'],
    visit_slot: ['SELECT', 'UPDATE (visit_id)'],
    demand_snooze: ['SELECT (committee_id, demand_id, account_id, until, made_at)'],
    receipt: ['DELETE', 'SELECT (at)'],
    household_code: ['DELETE', 'SELECT (made_at)'],
    code_try: ['DELETE', 'SELECT (since)'],
    departure: ['DELETE', 'SELECT (at)'],
    photo: [
      'DELETE',
      'SELECT (committee_id, id, by_id, demand_id, bytes, received, fault, full_ref, thumb_ref, platform, trace, state, made_at, attached_at, attempts, next_at)',
      'UPDATE (fault, full_ref, thumb_ref, platform, trace, attempts, next_at)',
    ],
    photo_piece: ['DELETE', 'SELECT'],
    session: ['DELETE', 'SELECT (expires_at, revoked_at)'],
    rate: ['DELETE', 'SELECT (minute)'],
  },
}

/** The notice board: all rows for everybody. */
const publicBoard = ['block', 'building', 'category', 'closing_day', 'committee', 'demonstration', 'duty', 'estate', 'ladder_rung', 'leave', 'meeting_time', 'post', 'rating_reason', 'staff', 'street']

describe('the walls are up', () => {
  test('row security is enabled and forced on every table, and the owner passes by a policy that names it', async () => {
    const tables = await ask<{ name: string; closed: boolean; owner: string; kept: boolean }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as closed, pg_get_userbyid(c.relowner) as owner,
        exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.roles = '{zx_owner}' and p.cmd = 'ALL') as kept
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'm', 'f') order by 1`)
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter((table) => !table.closed || !table.kept || table.owner !== 'zx_owner')).toEqual([])
  })

  test('no role that serves is owner, superuser or past row security, and none can become the owner', async () => {
    const login = new URL(database.appUrl).username
    expect(await ask(`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong, pg_has_role(oid, 'zx_owner', 'member') as owner
      from pg_roles where rolname in ('zx_app', 'zx_jobs', $1) order by rolname`, [login])).toEqual(
      ['zx_app', 'zx_jobs', login].sort().map((rolname) => ({ rolname, strong: false, owner: false })))
    expect(await ask(`select roleid::regrole::text as role from pg_auth_members where member = $1::regrole order by 1`, [login])).toEqual([{ role: 'zx_app' }, { role: 'zx_jobs' }])
  })

  test('views see what their reader sees', async () => {
    const views = await ask<{ name: string; options: string[] | null }>(`select oid::regclass::text as name, reloptions as options from pg_class where relkind = 'v' and relnamespace in ('public'::regnamespace, 'app'::regnamespace)`)
    expect(views.map((view) => view.name)).toContain('serving')
    expect(views.filter((view) => !view.options?.includes('security_invoker=true'))).toEqual([])
  })

  test('every function that runs as the owner fixes its search_path, with the temporary schema last', async () => {
    const functions = await ask<{ name: string; settings: string[] | null }>(`select p.oid::regprocedure::text as name, p.proconfig as settings from pg_proc p where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)`)
    expect(functions.length).toBeGreaterThan(4)
    expect(functions.filter((one) => !one.settings?.some((setting) => /^search_path=.*, ?pg_temp$/.test(setting)))).toEqual([])
  })
})

describe('who may do what', () => {
  test.each(['zx_app', 'zx_jobs'] as const)('%s has exactly the rights written here', async (role) => {
    const rights = await ask<{ name: string; rights: string[] }>(`
      select name, array_agg(privilege_type || coalesce(' (' || columns || ')', '') order by privilege_type) as rights from (
        select c.relname as name, acl.privilege_type, null as columns
          from pg_class c, aclexplode(c.relacl) acl where acl.grantee = $1::regrole and c.relkind in ('r', 'p', 'v', 'm', 'S')
        union all
        select c.relname, acl.privilege_type, string_agg(a.attname, ', ' order by a.attnum)
          from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) acl where acl.grantee = $1::regrole group by 1, 2
      ) granted group by name`, [role])
    expect(Object.fromEntries(rights.map((row) => [row.name, row.rights]))).toEqual(may[role])
  })

  test('nobody else has any right on our tables, sequences and functions', async () => {
    expect(await ask(`
      select distinct name, who from (
        select c.oid::regclass::text as name, acl.grantee::regrole::text as who from pg_class c, aclexplode(c.relacl) acl where c.relnamespace = 'public'::regnamespace
        union all
        select p.oid::regprocedure::text, acl.grantee::regrole::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl where p.pronamespace = 'app'::regnamespace
      ) granted where who not in ('zx_owner', 'zx_app', 'zx_jobs')`)).toEqual([])
  })

  test('the functions each role may call', async () => {
    const functions = (role: string) => ask<{ name: string }>(`
      select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
      where p.pronamespace = 'app'::regnamespace and acl.grantee = $1::regrole order by 1`, [role]).then((rows) => rows.map((row) => row.name))
    expect(await functions('zx_app')).toEqual(['account_id', 'admit', 'blocks', 'busy_times', 'close_account', 'close_session', 'committees', 'directed', 'due_moves', 'enter', 'find_household', 'find_phone', 'hold_group', 'hold_lead', 'home_elsewhere', 'households', 'households_in_hand', 'import_asked', 'import_people', 'is_cared', 'is_child', 'join_demand', 'leave_followers', 'leave_lead', 'leave_moves', 'lent_demands', 'let_homes', 'look_alikes', 'merge_blocks', 'merge_homes', 'move_demand', 'move_out', 'next_demand_number', 'open_demonstration', 'open_household', 'open_replaced', 'own_children', 'own_residents', 'own_sealed', 'own_sign_ins', 'owned_demands', 'owner_homes', 'pass_on', 'post_moves', 'refused_by', 'released_comments', 'shared_with', 'split_block', 'split_home', 'succeed_lead', 'tenant_homes', 'undo_home_change', 'undo_import', 'use_code', 'visited', 'was_answered'])
    expect(await functions('zx_jobs')).toEqual(['account_id', 'blocks', 'committees', 'expire_exports', 'expire_records', 'forget_demands', 'forget_left', 'forget_photos', 'households', 'leave_moves', 'lent_demands', 'ownerless_moves', 'photos_past'])
  })

  test('each right has a policy for its command, each policy a right, and what is written is checked', async () => {
    const policies = await ask<{ role: string; name: string; cmd: string; checked: boolean }>(`
      select r.role, tablename as name, cmd, with_check is not null as checked from pg_policies p cross join unnest(p.roles) as r(role)
      where schemaname in ('public', 'app') and r.role <> 'zx_owner'`)
    const views = new Set(['serving'])
    const expected = Object.entries(may).flatMap(([role, tables]) => Object.entries(tables).flatMap(([name, rights]) =>
      views.has(name) ? [] : rights.map((right) => `${role} ${name} ${right.split(' ')[0]}`)))
    expect([...new Set(policies.map(({ role, name, cmd }) => `${role} ${name} ${cmd}`))].sort()).toEqual(expected.sort())
    expect(policies.filter((policy) => ['INSERT', 'UPDATE', 'ALL'].includes(policy.cmd) && !policy.checked)).toEqual([])
    expect(policies.filter((policy) => policy.role === 'public')).toEqual([])
  })

  test('only the notice board is open to everybody', async () => {
    const open = await ask<{ name: string }>(`select distinct tablename as name from pg_policies where 'zx_app' = any (roles) and (qual = 'true' or with_check = 'true') order by 1`)
    expect(open.map((row) => row.name)).toEqual(publicBoard)
  })
})

describe('what a policy costs', () => {
  test('policies read who asks once a statement, never once a row', async () => {
    const policies = await ask<{ name: string; text: string }>(`select tablename || '.' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text from pg_policies where schemaname = 'public'`)
    const bare = policies.filter(({ text }) => /app\.\w+\(|current_setting/.test(text.replace(/\( ?SELECT \(?app\.\w+\(\)\)?(::uuid\[\])? AS \w+\)/g, '')))
    expect(policies.filter(({ text }) => text.includes('app.account_id()')).length).toBeGreaterThan(10)
    expect(bare).toEqual([])
  })

  test('the inbox of one who serves: init-plans, and no function in a filter', async () => {
    const plan = await serving('zx_app', async (client) => (await client.query<{ 'QUERY PLAN': string }>(`
      explain select * from demand where owner_id = $1 and working order by rank, due_at, id limit 20`, [nobody])).rows.map((row) => row['QUERY PLAN']), nobody)
    expect(plan.join('\n')).toContain('InitPlan')
    expect(plan.filter((line) => /(Filter|Cond):/.test(line) && /app\.|current_setting|SubPlan/.test(line))).toEqual([])
  })
})

const nobody = '01900000-0000-7000-8000-000000000000'
const everything = Object.keys(may.zx_app).filter((name) => ![...publicBoard, 'service_item', 'disclosure', 'disclosure_revision', 'serving'].includes(name))

describe('as the login that serves', () => {
  test('before taking a role it may nothing', async () => {
    for (const name of ['committee', 'demand', 'account']) expect(await refused('zx_login', `select from ${name}`)).toBe(`permission denied for table ${name}`)
  })

  test('neither it nor its roles become the owner, change the schema, or switch row security off', async () => {
    for (const role of ['zx_login', 'zx_app', 'zx_jobs'] as const) {
      expect(await refused(role, 'set role zx_owner')).toContain('permission denied to set role')
      expect(await refused(role, 'create table mine (id int)')).toContain('permission denied')
      expect(await refused(role, 'alter table demand no force row level security')).toBe('must be owner of table demand')
      expect(await refused(role, 'set local row_security = off; select from demand')).not.toBe('allowed')
      expect(await refused(role, 'truncate demand')).toContain('permission denied')
    }
  })

  test('one without a name sees the notice board and nothing of anybody, though it is there', async () => {
    const owned = await withClient(database.adminUrl, (client) => asOwner(client, () => counts(client, everything)))
    expect(owned.demand).toBeGreaterThan(0)
    expect(owned.resident).toBeGreaterThan(0)
    expect(owned.notice).toBeGreaterThan(0)
    for (const asker of ['', nobody]) {
      expect(await serving('zx_app', (client) => counts(client, everything), asker)).toEqual(Object.fromEntries(everything.map((name) => [name, 0])))
      expect((await serving('zx_app', (client) => counts(client, ['committee']), asker)).committee).toBeGreaterThan(0)
    }
  })

  test('who asked last is forgotten with the transaction', async () => {
    await withClient(database.appUrl, async (client) => {
      await client.query(`begin; set local role zx_app`)
      await client.query(`select set_config('app.account', $1, true)`, [nobody])
      await client.query('commit; begin; set local role zx_app')
      expect((await client.query('select app.account_id() as who')).rows).toEqual([{ who: null }])
    })
  })

  test('the timer reads no word of a demand and no name', async () => {
    expect(await refused('zx_jobs', 'select text from demand')).toBe('permission denied for table demand')
    expect(await refused('zx_jobs', 'select title from notice')).toBe('permission denied for table notice')
    expect(await refused('zx_jobs', 'select name from resident')).toBe('permission denied for table resident')
  })
})

async function counts(client: Client, tables: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const name of tables) found[name] = (await client.query<{ count: number }>(`select count(*)::int as count from ${name}`)).rows[0]!.count
  return found
}
