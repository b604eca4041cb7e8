/** The plans of the lists over many rows, as the role that serves and as the person who asks: by index, never through the whole table. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, type Community, type Name, type Path } from '../fixtures/community'
import { HouseList } from '../../contract/houseMap'
import { copiesOf, fileAs } from '../fixtures/scene'
import { askedAs, homeOf } from '../fixtures/visiting'

let community: Community

beforeAll(async () => {
  community = await openCommunity({ connections: 1 })
  // Sixty committees more with a thousand demands each would take minutes; the same shape comes of many owners and filers in two.
  const statuses = ['submitted', 'accepted', 'answered', 'closed', 'closed', 'closed', 'withdrawn'] as const
  for (const name of ['zhou', 'zhang', 'xu', 'shen'] as const) {
    const copies = await copiesOf(community, await fileAs(community, name), Array.from({ length: 2_500 }, (_, n) => ({ status: statuses[n % statuses.length]! })))
    await community.rows(`
      insert into demand_entry (committee_id, id, demand_id, at, by_id, step, status, text)
      select $1, gen_random_uuid(), id, now(), $3, 'reply', 'accepted', '看过了' from unnest($2::uuid[]) id, generate_series(1, 4)`, [copies[0]!.committeeId, copies.map((copy) => copy.demandId), accounts[name]])
    await community.rows(`
      insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, next_at, read_at)
      select $1, gen_random_uuid(), who, 'demandReplied', 'demand', id, '灯', now() - random() * interval '90 days', 'kept', now(), case when random() < 0.9 then now() end from unnest($2::uuid[]) id, unnest($3::uuid[]) who`,
    [copies[0]!.committeeId, copies.map((copy) => copy.demandId), [accounts[name], accounts.wang, accounts.zhu]])
  }
  // Most of it belongs to people who ask nothing here.
  await community.rows(`
    with people as (insert into account (id, name, made_at) select gen_random_uuid(), '居民', now() from generate_series(1, 400) returning id), numbered as (select id, row_number() over () - 1 as n from people)
    update demand d set filed_by = p.id from numbered p, (select id, row_number() over () as n from demand) k where k.id = d.id and p.n = k.n % 400 and k.n % 20 <> 0
      and not exists (select from demand_entry e where e.demand_id = d.id and e.safety = 'pending')`)
  await community.rows(`
    update demand d set owner_id = s.account_id from (select account_id, committee_id, row_number() over (partition by committee_id) - 1 as n, count(*) over (partition by committee_id) as all_of from staff) s,
      (select id, row_number() over () as n from demand) k where k.id = d.id and s.committee_id = d.committee_id and s.n = k.n % s.all_of and d.filed_by <> s.account_id and d.offered_to is distinct from s.account_id`)
  await community.rows(`update demand set filed_at = filed_at - random() * interval '400 days', last_at = last_at - random() * interval '30 days', due_at = due_at + random() * interval '20 days' - interval '10 days'`)
  await community.rows(`update notice n set to_id = k.id from (select id, row_number() over () - 1 as n from account where name = '居民' limit 400) k, (select id, row_number() over () as n from notice) m where m.id = n.id and k.n = m.n % 400 and m.n % 20 <> 0`)
  await community.rows(`
    insert into demand_snooze (committee_id, demand_id, account_id, until, reason, made_at)
    select committee_id, id, owner_id, now() + random() * interval '3 days', '等配件', now() from demand on conflict do nothing`)
  // A photo with each of many, nearly all looked at.
  await community.rows(`
    insert into photo (committee_id, id, by_id, demand_id, bytes, sha256, received, full_ref, thumb_ref, platform, open, made_at, attached_at, next_at)
    select committee_id, gen_random_uuid(), filed_by, id, 1000, repeat('0', 64), 1000, id || '-full', id || '-thumb', case when n % 100 = 0 then 'review' else 'pass' end, n % 100 = 0, filed_at, filed_at, filed_at
    from (select committee_id, id, filed_by, filed_at, row_number() over (order by id) as n from demand where filed_by is not null) d`)
  // Five visits a household, of many hosts; and half a year of times for each.
  await community.rows(`
    insert into visit (committee_id, id, household_id, block_id, mode, state, side, purpose, about, asked_by, host_id, channel, starts_at, ends_at, told, summary, held_at, made_at, last_at)
    select h.committee_id, gen_random_uuid(), h.id, h.block_id, 'online', case n when 1 then 'summarised' when 2 then 'cancelled' else 'confirmed' end, 'owner', '聊聊', 'leader', $1, s.account_id, 'app', t.at, t.at + interval '20 minutes', array[$1::uuid],
      case when n <> 2 then '聊过了' end, case when n <> 2 then t.at end, t.at, t.at
    from household h cross join generate_series(1, 5) n
      join lateral (select account_id from staff s where s.committee_id = h.committee_id order by md5(h.id::text || n || s.account_id::text) limit 1) s on true
      cross join lateral (select now() - (random() * 300 + 1) * interval '1 day' as at) t`, [accounts.zhou])
  await community.rows(`insert into visit_entry (committee_id, id, visit_id, at, by_id, step, state, text) select committee_id, gen_random_uuid(), id, made_at, asked_by, 'say', 'confirmed', '好的' from visit, generate_series(1, 3)`)
  // A helper with each of many, of whom most said yes.
  await community.rows(`insert into visit_helper (committee_id, id, visit_id, what, state, answered_by, answered_at) select committee_id, gen_random_uuid(), id, '会修车', 'accepted', asked_by, made_at from visit`)
  await community.rows(`insert into talent (committee_id, id, account_id, what, helper_id, since) select h.committee_id, gen_random_uuid(), k.id, h.what, h.id, h.answered_at from (select *, row_number() over () as n from visit_helper where what = '会修车') h, (select id, row_number() over () - 1 as n from account where name = '居民' limit 400) k where k.n = h.n % 400`)
  await community.rows(`insert into visit_slot (committee_id, id, host_id, starts_at, minutes) select committee_id, gen_random_uuid(), account_id, date_trunc('day', now()) + n * interval '6 hours' + interval '7 minutes', 20 from staff, generate_series(-400, 400) n on conflict do nothing`)
  // Three thousand made public by other committees, each corrected and spoken to; of the comments one in fifty waits.
  await community.rows(`
    with made as (
      insert into disclosure (committee_id, id, class, title, text, happened_on, contact_post, contact_phone, state, published_at, changed_at)
      select c.id, gen_random_uuid(), (array['decisions', 'hearings', 'outcomes', 'fund', 'relief', 'other'])[1 + n % 6], '公开', '公开的话', '2026-01-01'::date + n % 300, '居委会', '021 5550 0100', 'published', now(), now() - n * interval '1 hour'
      from generate_series(1, 3000) n join (select id, row_number() over (order by seq) - 1 as k from committee) c on c.k = n % (select count(*) from committee) returning committee_id, id),
    kept as (insert into disclosure_revision (committee_id, disclosure_id, revision, title, text, happened_on, at, why) select committee_id, id, 1, '公开', '旧话', '2026-01-01', now(), '写错了' from made)
    insert into disclosure_comment (committee_id, id, disclosure_id, account_id, text, at, state, decided_at)
    select committee_id, gen_random_uuid(), made.id, a.id, '知道了', now(), case when a.n = 0 then 'held' else 'released' end, case when a.n > 0 then now() end
    from made, (select id, row_number() over () - 1 as n from account where name = '居民' limit 50) a where abs(hashtext(made.id::text || a.n)) % 10 = 0`)
  // Forty versions of every item, of which all but one hung out before.
  await community.rows(`insert into service_version (committee_id, slug, number, content, state, made_at, changed_at) select committee_id, slug, n, content, 'replaced', made_at, changed_at from service_version, generate_series(3, 42) n where number = 1`)
  await community.rows(`insert into service_step (committee_id, id, slug, number, step, at) select committee_id, gen_random_uuid(), slug, number, 'published', changed_at from service_version where number > 2`)
  // Eight committees more like this one, of which nothing is asked: else a committee is the whole table.
  const copied = { estate: ['id'], block: ['id'], building: ['id', 'estate_id', 'block_id'], household: ['id', 'block_id', 'building_id'], resident: ['id', 'household_id', 'block_id'], household_care: ['id', 'household_id', 'block_id', 'resident_id'] }
  for (const [table, keys] of Object.entries(copied)) {
    const columns = (await community.rows<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'committee_id'`, [table])).map(({ name }) => name)
    const own = columns.map((name) => (keys.includes(name) ? `md5(t.${name}::text || c.id)::uuid` : ['account_id', 'next_id'].includes(name) ? 'null' : `t.${name}`))
    await community.rows(`insert into ${table} (committee_id, ${columns.join(', ')}) select c.id, ${own.join(', ')} from ${table} t, (select id from committee where not invented order by seq limit 8) c where t.committee_id = $1`, [chunshen.committeeId])
  }
  await community.rows(`
    insert into export_log (committee_id, id, by_id, at, what, rows, why) select s.committee_id, gen_random_uuid(), s.account_id, now() - n * interval '1 hour', 'vacant', 3, '核对' from staff s, generate_series(1, 400) n`)
  await community.rows('analyze service_version, service_step, disclosure, disclosure_revision, disclosure_comment, household_care, export_log, photo, talent, visit_helper, visit, visit_entry, visit_slot, demand, demand_entry, demand_seen, demand_snooze, notice, household, resident, join_request, staff, post')
}, 120_000)
afterAll(() => community.close())

/** The plans of every statement a method sends, taken by the server itself as it runs them. */
async function plansOf(name: Name, path: Path, input: object): Promise<string> {
  const client = await community.pool.connect()
  const plans: string[] = []
  const listen = (notice: { message?: string }) => { if (notice.message?.includes('plan:')) plans.push(notice.message) }
  client.on('notice', listen)
  client.release()
  try {
    const answer = await community.answerOf(name, path, input)
    expect([path, answer.ok]).toEqual([path, true])
  } finally {
    client.off('notice', listen)
  }
  return plans.join('\n')
}

beforeAll(async () => {
  // Only a superuser may load it, so it is set for the whole test database; the one connection opened so far is replaced.
  const { withClient } = await import('../../cloudfunctions/database/migrate')
  await withClient(community.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    for (const setting of [`session_preload_libraries = 'auto_explain'`, 'auto_explain.log_min_duration = 0', 'auto_explain.log_level = notice', 'auto_explain.log_nested_statements = on', 'auto_explain.log_analyze = on', 'auto_explain.log_timing = off']) {
      await client.query(`alter database ${rows[0]!.name} set ${setting}`)
    }
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1', [new URL(community.database.appUrl).username])
  })
  await community.answerOf('zhou', 'account/me', {})
  await community.answerOf('zhou', 'account/me', {})
})

const large = ['demand', 'demand_entry', 'demand_snooze', 'notice', 'resident', 'household', 'receipt', 'session', 'visit', 'visit_entry', 'visit_slot', 'household_care', 'export_log', 'photo', 'talent', 'service_version', 'service_step', 'disclosure', 'disclosure_revision', 'disclosure_comment']
/** Of what ran; a branch the plan keeps for others is not executed. */
const scanned = (plans: string) => plans.split('\n').filter((line) => large.some((table) => new RegExp(`Seq Scan on ${table}\\b`).test(line)) && !line.includes('never executed')).map((line) => line.trim())

const chunshenOnly = { committeeId: chunshen.committeeId }
const lists: [Name, Path, object][] = [
  ['wang', 'demand/listInbox', {}],
  ['wang', 'demand/listInbox', { filter: 'unread' }],
  ['wang', 'demand/listInbox', { filter: 'late' }],
  ['wang', 'demand/listInbox', { filter: 'resident' }],
  ['wang', 'demand/listInbox', { filter: 'rest' }],
  ['wang', 'demand/listInbox', { filter: 'offered' }],
  ['wang', 'demand/listInbox', { filter: 'atMeeting' }],
  ['wang', 'demand/listInbox', { filter: 'outside' }],
  ['wang', 'demand/listInbox', { filter: 'snoozed' }],
  ['wang', 'demand/listInbox', { search: '12号楼' }],
  ['chen', 'demand/listInbox', {}],
  ['zhou', 'demand/listMine', {}],
  ['zhou', 'demand/listMine', { filter: 'open' }],
  ['zhou', 'demand/listMine', { filter: 'rest' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'late' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'desk' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'offered' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'atMeeting' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'outside' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'escalated' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'moreTime' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'danger' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'late', why: 'working' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'all', ownerId: accounts.wang }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'open', sort: 'filed' }],
  ['tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, filter: 'open', sort: 'last' }],
  ['wang', 'organization/serving', { committeeId: chunshen.committeeId }],
  ['zhou', 'notice/list', {}],
  ['wang', 'notice/list', { filter: 'myTurn' }],
  ['zhou', 'account/home', {}],
  ['wang', 'household/listOfBlock', {}],
  ['wang', 'household/map', { committeeId: chunshen.committeeId }],
  ['tang', 'household/map', { committeeId: chunshen.committeeId, buildingId: chunshen.building(11) }],
  ...(['tang', 'wang'] as const).flatMap((name) => HouseList.options.map((list): [Name, Path, object] => [name, 'household/listHouses', { committeeId: chunshen.committeeId, list }])),
  ['tang', 'household/listHouses', { committeeId: chunshen.committeeId, list: 'careDue', blockId: chunshen.block(3) }],
  ['tang', 'household/listHouses', { committeeId: chunshen.committeeId, list: 'noChannel', buildingId: chunshen.building(11) }],
  ['tang', 'report/log', { committeeId: chunshen.committeeId }],
  ['wang', 'household/listRequests', {}],
  ['zhou', 'household/mine', {}],
  ['zhou', 'visit/listMine', {}],
  ['wang', 'visit/listHosted', {}],
  ['wang', 'visit/listHosted', { filter: 'past' }],
  ['wang', 'visit/mySlots', { committeeId: chunshen.committeeId }],
  ['tang', 'photo/listWaiting', { committeeId: chunshen.committeeId }],
  ['tang', 'safety/list', { committeeId: chunshen.committeeId }],
  ['tang', 'talent/list', { committeeId: chunshen.committeeId }],
  ['tang', 'service/listEdited', { committeeId: chunshen.committeeId }],
  ['chen', 'service/getEdit', { committeeId: chunshen.committeeId, slug: 'mediation' }],
  ['chen', 'service/versions', { committeeId: chunshen.committeeId, slug: 'mediation' }],
  ['chen', 'service/version', { committeeId: chunshen.committeeId, slug: 'mediation', number: 3 }],
  ['zhou', 'talent/mine', {}],
  ['visitor', 'disclosure/list', chunshenOnly],
  ['zhou', 'disclosure/list', { ...chunshenOnly, class: 'fund' }],
  ['tang', 'disclosure/listEdited', chunshenOnly],
  ['tang', 'disclosure/listHeldComments', chunshenOnly],
  ['wang', 'account/home', {}],
  ['tang', 'account/home', {}],
]

test('there is enough of everything for a plan to matter', async () => {
  const [row] = await community.rows<Record<string, number>>(`select (select count(*)::int from demand) as demand, (select count(*)::int from demand_entry) as entry, (select count(*)::int from notice) as notice`)
  expect(row!.demand).toBeGreaterThan(9_000)
  expect(row!.entry).toBeGreaterThan(30_000)
  expect(row!.notice).toBeGreaterThan(20_000)
})

test.each(lists)('%s reads %s %j by index', async (name, path, input) => {
  const plans = await plansOf(name, path, input)
  expect(plans).toMatch(/Scan/)
  expect(scanned(plans)).toEqual([])
})

test('the times of a host, and one visit with its thread, go by index', async () => {
  const home = await homeOf(community, 'zhou')
  const visit = await askedAs(community, 'zhou')
  for (const [name, path, input] of [['zhou', 'visit/slots', home], ['zhou', 'visit/get', visit], ['wang', 'visit/brief', visit], ['zhou', 'visit/say', { ...visit, text: '在吗' }], ['wang', 'visit/say', { ...visit, text: '在' }]] as const) {
    const plans = await plansOf(name, path, input)
    expect(plans).toMatch(/Scan/)
    expect([path, scanned(plans)]).toEqual([path, []])
  }
})

test('one that is public, with its former texts and what was said to it, goes by index', async () => {
  const { items: [one] } = await community.as('zhou').disclosure.list(chunshenOnly)
  for (const name of ['zhou', 'tang', 'visitor'] as const) {
    const plans = await plansOf(name, 'disclosure/get', { ...chunshenOnly, disclosureId: one!.id })
    expect(plans).toMatch(/Scan/)
    expect(scanned(plans)).toEqual([])
  }
})

test('one demand with its thread, and every step on it, go by index', async () => {
  const matter = await fileAs(community, 'zhou')
  const seen: string[] = []
  for (const [name, path, input] of [
    ['zhou', 'demand/get', {}], ['wang', 'demand/reply', { text: '我下午去看。' }], ['zhou', 'demand/markRead', {}], ['wang', 'demand/answer', { text: '好了。' }], ['zhou', 'demand/confirm', {}],
  ] as const) seen.push(...scanned(await plansOf(name, path, { ...matter, ...input })).map((table) => `${path} ${table}`))
  expect(seen).toEqual([])
})

test('the inbox of a leader touches few rows, however many others have', async () => {
  const plans = await plansOf('wang', 'demand/listInbox', {})
  const rows = [...plans.matchAll(/Scan using \S+ on demand d.*?actual rows=([\d.]+) loops=(\d+)/g)].map(([, found, loops]) => Number(found) * Number(loops))
  const own = await community.rows<{ id: Id }>('select id from demand where (owner_id = $1 or offered_to = $1) and not resting', [accounts.wang])
  expect(rows.length).toBeGreaterThan(0)
  expect(Math.max(...rows)).toBeLessThanOrEqual(own.length * 2 + 50)
})
