/**
 * Households by the hundred thousand, for measuring: `npx tsx cloudfunctions/database/seed/large.ts <adminUrl> <households>`.
 * Everything is made inside the database, some thousand rows a statement; ids are UUIDv7 of a chosen moment and a running number.
 */
import { pathToFileURL } from 'node:url'
import { Client, type ClientBase } from 'pg'

export interface LargeOptions {
  households: number
  /** At most 200; one for every 6,000 households when absent. */
  committees?: number
  onProgress?: (line: string) => void
}

const householdsOfBlock = 250
const householdsOfBuilding = 50
const rowsOfBatch = 20_000

// kind: what the id stands for, so that a block and its leader never meet. The moment grows with the number, so that rows come in the
// order of their ids as they do in life. One plain expression, so that PostgreSQL puts it in line.
const functions = `
  create function pg_temp.id(kind text, n bigint, at timestamptz default '2025-01-01T00:00Z') returns uuid language sql stable parallel safe as $$
    select overlay(overlay(overlay(md5(kind || n::text) placing lpad(to_hex((extract(epoch from at) * 1000)::bigint + n), 12, '0') from 1) placing '7' from 13) placing 'a' from 17)::uuid
  $$;
  -- What a demand came to: a tenth is open, most are closed.
  create function pg_temp.status(n bigint) returns text language sql immutable parallel safe as $$
    select case when n % 100 < 3 then 'submitted' when n % 100 < 8 then 'accepted' when n % 100 < 10 then 'reopened'
      when n % 100 < 14 then 'answered' when n % 100 < 18 then 'withdrawn' else 'closed' end
  $$;
  -- What is open was filed in the last days, the rest over a year.
  create function pg_temp.filed(n bigint, now timestamptz) returns timestamptz language sql stable parallel safe as $$
    select now - interval '1 minute' * case when n % 100 < 8 then n * 37 % 11000 + 130 else n * 61 % 510000 + 4400 end
  $$;
`

/** Statements in order, each over the running numbers $1 to $2 of its thing; $3 blocks a committee, $4 committees, $5 now. */
const statements: { of: 'committee' | 'block' | 'building' | 'household' | 'demand'; table: string; sql: string }[] = [
  { of: 'committee', table: 'committee', sql: `insert into committee (id, street_id, seq, slug, name, open, invented)
    select pg_temp.id('committee', n), pg_temp.id('street', 1), 1000 + n, 'large-' || n, '量' || n || '居委会', true, true from generate_series($1::bigint, $2::bigint) n` },
  { of: 'committee', table: 'estate', sql: `insert into estate (committee_id, id, name)
    select pg_temp.id('committee', n), pg_temp.id('estate', n), '量' || n || '里' from generate_series($1::bigint, $2::bigint) n` },
  { of: 'committee', table: 'account', sql: `insert into account (id, name, made_at)
    select pg_temp.id(kind, n), case kind when 'director' then '主任' else '接待' end || n, '2025-01-01T00:00Z' from generate_series($1::bigint, $2::bigint) n, unnest(array['director', 'officer']) kind` },
  { of: 'committee', table: 'staff', sql: `insert into staff (committee_id, account_id, name, joined_on)
    select pg_temp.id('committee', n), pg_temp.id(kind, n), case kind when 'director' then '主任' else '接待' end || n, '2025-01-01' from generate_series($1::bigint, $2::bigint) n, unnest(array['director', 'officer']) kind` },
  { of: 'committee', table: 'post', sql: `insert into post (committee_id, id, account_id, kind, since)
    select pg_temp.id('committee', n), pg_temp.id('post ' || kind, n), pg_temp.id(kind, n), kind, '2025-01-01T00:00Z' from generate_series($1::bigint, $2::bigint) n, unnest(array['director', 'officer']) kind` },
  { of: 'committee', table: 'duty', sql: `insert into duty (committee_id, day, account_id, until)
    select pg_temp.id('committee', n), day::date, pg_temp.id('officer', n), (day::date + time '20:00') at time zone 'Asia/Shanghai'
    from generate_series($1::bigint, $2::bigint) n, generate_series($5::timestamptz - interval '2 days', $5::timestamptz + interval '30 days', interval '1 day') day` },
  { of: 'block', table: 'block', sql: `insert into block (committee_id, id, seq, name)
    select pg_temp.id('committee', n / $3::int), pg_temp.id('block', n), n % $3::int + 1, n % $3::int + 1 || '块' from generate_series($1::bigint, $2::bigint) n` },
  { of: 'block', table: 'account', sql: `insert into account (id, name, made_at)
    select pg_temp.id('leader', n), '块长' || n, '2025-01-01T00:00Z' from generate_series($1::bigint, $2::bigint) n` },
  { of: 'block', table: 'staff', sql: `insert into staff (committee_id, account_id, name, joined_on)
    select pg_temp.id('committee', n / $3::int), pg_temp.id('leader', n), '块长' || n, '2025-01-01' from generate_series($1::bigint, $2::bigint) n` },
  { of: 'block', table: 'post', sql: `insert into post (committee_id, id, account_id, kind, block_id, since)
    select pg_temp.id('committee', n / $3::int), pg_temp.id('post leader', n), pg_temp.id('leader', n), 'leader', pg_temp.id('block', n), '2025-01-01T00:00Z' from generate_series($1::bigint, $2::bigint) n` },
  { of: 'building', table: 'building', sql: `insert into building (committee_id, id, estate_id, block_id, seq, name)
    select pg_temp.id('committee', c), pg_temp.id('building', n), pg_temp.id('estate', c), pg_temp.id('block', b), seq, seq || '号楼'
    from generate_series($1::bigint, $2::bigint) n, lateral (select n / ${householdsOfBlock / householdsOfBuilding} as b) x, lateral (select b / $3::int as c, n % ($3::int * ${householdsOfBlock / householdsOfBuilding}) + 1 as seq) y` },
  { of: 'household', table: 'household', sql: `insert into household (committee_id, id, block_id, building_id, room, label, seq, no_home_visits, channels, never)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('household', n), pg_temp.id('block', b), pg_temp.id('building', h), room,
      h % ($3::int * ${householdsOfBlock / householdsOfBuilding}) + 1 || '号楼 ' || room || '室', n % ($3::int * ${householdsOfBlock}) + 1,
      n % 18 = 0, case when n % 18 = 0 then '{app,wechat}' else '{app,phone}' end::text[], case when n % 18 = 0 then '{door}' else '{}' end::text[]
    from generate_series($1::bigint, $2::bigint) n,
      lateral (select n / ${householdsOfBlock} as b, n / ${householdsOfBuilding} as h, (n % ${householdsOfBuilding} / 5 + 1) || '0' || (n % 5 + 1) as room) x` },
  { of: 'household', table: 'account', sql: `insert into account (id, name, made_at)
    select pg_temp.id('resident', n), '居民' || n, '2025-01-01T00:00Z' from generate_series($1::bigint, $2::bigint) n where n % 2 = 0` },
  { of: 'household', table: 'resident', sql: `insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
    select pg_temp.id('committee', n / ($3::int * ${householdsOfBlock})), pg_temp.id('person ' || k, n), pg_temp.id('household', n), pg_temp.id('block', n / ${householdsOfBlock}), '居民' || n || '之' || k,
      case k when 1 then 'owner' else 'family' end, case when k = 1 and n % 2 = 0 then pg_temp.id('resident', n) end
    from generate_series($1::bigint, $2::bigint) n, generate_series(1, (2 + n % 3 / 2)::int) k` },
  // Three changes an archive, care in one of eleven, and a visit online in one of four. What lies sealed there opens for nobody: nothing reads it here.
  { of: 'household', table: 'archive_change', sql: `insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old, new, version, source, by_id, at, state, decided_at)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('change ' || k, n), pg_temp.id('household', n), pg_temp.id('block', b), case when k > 1 then pg_temp.id('person 1', n) end,
      (array['tenure', 'birthYear', 'relation'])[k], (array['"unknown"', 'null', '"family"'])[k]::jsonb, (array['"owner"', '1980', '"owner"'])[k]::jsonb, k + 1, 'visit', pg_temp.id('leader', b), at, 'applied', at
    from generate_series($1::bigint, $2::bigint) n, generate_series(1, 3) k, lateral (select n / ${householdsOfBlock} as b, $5::timestamptz - interval '1 day' * (n % 300 + 10 * k) as at) x` },
  { of: 'household', table: 'household_care', sql: `insert into household_care (committee_id, id, household_id, block_id, resident_id, kind_sealed, basis_sealed, since, review_on, set_by, set_at)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('care', n), pg_temp.id('household', n), pg_temp.id('block', b), pg_temp.id('person 1', n), 'k1.none.none.none', 'k1.none.none.none',
      '2025-06-01', $5::timestamptz::date + (n % 180)::int - 20, pg_temp.id('leader', b), '2025-06-01T00:00Z'
    from generate_series($1::bigint, $2::bigint) n, lateral (select n / ${householdsOfBlock} as b) x where n % 11 = 5` },
  { of: 'household', table: 'class_decision', sql: `insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('decision', n), pg_temp.id('household', n), pg_temp.id('block', b), '2025-06-01T00:00Z',
      case when n % 18 = 0 then 'A' else 'C' end, n % 18 = 0, n % 11 = 5, case when n % 18 = 0 then 'wish' else 'care' end, 'visit', pg_temp.id('leader', b)
    from generate_series($1::bigint, $2::bigint) n, lateral (select n / ${householdsOfBlock} as b) x where n % 18 = 0 or n % 11 = 5` },
  { of: 'household', table: 'visit', sql: `insert into visit (committee_id, id, household_id, block_id, mode, state, side, purpose, about, asked_by, host_id, channel, starts_at, ends_at, told, summary, held_at, made_at, last_at)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('visit', n), pg_temp.id('household', n), pg_temp.id('block', b), 'online', 'confirmed', 'owner', '聊聊楼道灯', 'leader', pg_temp.id('resident', n), pg_temp.id('leader', b), 'app',
      at, at + interval '20 minutes', array[pg_temp.id('resident', n)], '楼道灯已经报修。', at, at - interval '2 days', at
    from generate_series($1::bigint, $2::bigint) n, lateral (select n / ${householdsOfBlock} as b, $5::timestamptz - interval '1 hour' * (n % ${householdsOfBlock} * 30 + 24) as at) x where n % 4 = 0` },
  // Each filed by a household with an account; three in ten households have one.
  { of: 'demand', table: 'demand', sql: `insert into demand (committee_id, id, number, kind, about, title, text, place, urgency, visibility, channel, status, filed_by, filer_name,
      household_id, block_id, owner_id, first_receiver_id, route, filed_at, contact_due_at, contacted_at, due_at, provisional, answered_at, closed_at, reopened, last_at, last_by, last_line,
      due_from, due_days, closed_how)
    select pg_temp.id('committee', b / $3::int), pg_temp.id('demand', n, filed), 'ZX-' || extract(year from filed at time zone 'Asia/Shanghai') || '-' || case when n > 999999 then n::text else lpad(n::text, 6, '0') end,
      (array['request', 'request', 'consultation', 'complaint', 'suggestion', 'hazard'])[n % 6 + 1], 'community', '楼道灯不亮，第 ' || n || ' 件', '楼道灯不亮，第 ' || n || ' 件。晚上看不清台阶。', '', case when n % 400 = 0 then 'danger' when n % 5 = 0 then 'soon' else 'ordinary' end,
      'committee', 'app', status, pg_temp.id('resident', h), '居民' || h, pg_temp.id('household', h), pg_temp.id('block', b), pg_temp.id('leader', b), pg_temp.id('leader', b),
      jsonb_build_array(jsonb_build_object('staff', jsonb_build_object('accountId', pg_temp.id('leader', b), 'name', '块长' || b, 'post', 'leader', 'blockName', b % $3::int + 1 || '块', 'section', null), 'reason', 'leaderOfBlock', 'outcome', 'took', 'back', null)),
      filed, filed + interval '1 day', case when status <> 'submitted' then filed + interval '2 hours' end, filed + interval '7 days', false,
      case when status in ('answered', 'reopened', 'closed') then filed + interval '2 days' end, case when status in ('closed', 'withdrawn') then filed + interval '3 days' end,
      case when status = 'reopened' then 1 else 0 end, case status when 'submitted' then filed when 'accepted' then filed + interval '2 hours' when 'answered' then filed + interval '2 days' else filed + interval '3 days' end,
      case when status in ('submitted', 'reopened', 'closed', 'withdrawn') then pg_temp.id('resident', h) else pg_temp.id('leader', b) end, '楼道灯不亮',
      case when status = 'reopened' then filed + interval '3 days' else filed end, case when n % 400 = 0 then null when status = 'reopened' then 3 else 5 end, case when status = 'closed' then 'confirmed' end
    from generate_series($1::bigint, $2::bigint) n,
      lateral (select n * 10 / 3 / 2 * 2 as h, pg_temp.status(n) as status, pg_temp.filed(n, $5::timestamptz) as filed) x, lateral (select h / ${householdsOfBlock} as b) y` },
  { of: 'demand', table: 'demand_entry', sql: `insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id)
    select d.committee_id, pg_temp.id('entry ' || s.k, n, s.at), d.id, s.at, case when s.resident then d.filed_by else d.owner_id end, s.step, s.from_status, s.status,
      case when s.step in ('reply', 'answer', 'notSolved') then '楼道灯不亮' end, case s.step when 'file' then d.owner_id end
    from generate_series($1::bigint, $2::bigint) n
    join demand d on d.committee_id = pg_temp.id('committee', n * 10 / 3 / 2 * 2 / (${householdsOfBlock} * $3::int)) and d.id = pg_temp.id('demand', n, pg_temp.filed(n, $5::timestamptz))
    join lateral (values
      (1, d.filed_at, true, 'file', null, 'submitted', true),
      (2, d.filed_at + interval '2 hours', false, 'reply', 'submitted', 'accepted', d.status <> 'submitted'),
      (3, d.filed_at + interval '2 days', false, 'answer', 'accepted', 'answered', d.status in ('answered', 'reopened', 'closed')),
      (4, d.filed_at + interval '3 days', true, 'confirm', 'answered', 'closed', d.status = 'closed'),
      (5, d.filed_at + interval '3 days', true, 'notSolved', 'answered', 'reopened', d.status = 'reopened'),
      (6, d.filed_at + interval '3 days', true, 'withdraw', 'accepted', 'withdrawn', d.status = 'withdrawn')
    ) s (k, at, resident, step, from_status, status, told) on s.told` },
]

/** Fills an empty, migrated database. Commits batch by batch; stop it half-way and drop the database. */
export async function seedLarge(client: ClientBase, { households, committees, onProgress = () => undefined }: LargeOptions): Promise<void> {
  const wanted = Math.min(200, committees ?? Math.max(1, Math.round(households / 6000)))
  const blocks = Math.ceil(households / householdsOfBlock)
  const blocksOfCommittee = Math.ceil(blocks / wanted)
  const counts = {
    committee: Math.ceil(blocks / blocksOfCommittee),
    block: blocks,
    building: Math.ceil(households / householdsOfBuilding),
    household: households,
    demand: Math.floor(households * 0.3),
  }
  const now = new Date()
  const started = Date.now()
  await client.query('set role zx_owner; set synchronous_commit = off')
  await client.query(functions)
  await client.query(`insert into street (id, name, code) values (pg_temp.id('street', 1), '量街道', '000000000')`)
  for (const { of, table, sql } of statements) {
    const wide = of === 'committee' ? 33 : of === 'demand' || of === 'household' ? 4 : 1
    const step = Math.max(1, Math.floor(rowsOfBatch / wide))
    for (let from = 0; from < counts[of]; from += step) {
      // Every parameter has a type, used or not.
      await client.query(`with given as (select $3::int, $4::int, $5::timestamptz) ${sql}`, [from, Math.min(from + step, counts[of]) - 1, blocksOfCommittee, wanted, now])
      if (from > 0 && (from / step) % 10 === 0) onProgress(`${table} ${from} / ${counts[of]}, ${seconds(started)} s`)
    }
    // The checks of foreign keys are planned once; without figures they would read whole tables for every row.
    await client.query(`analyze ${table}`)
    onProgress(`${table} done, ${seconds(started)} s`)
  }
  await client.query(`select setval('demand_number', $1)`, [Math.max(1, counts.demand)])
  await client.query('reset role; reset synchronous_commit')
  await client.query('analyze')
  onProgress(`${households} households, ${counts.demand} demands, ${counts.committee} committees in ${seconds(started)} s`)
}

const seconds = (started: number) => ((Date.now() - started) / 1000).toFixed(1)

async function main([url, households]: string[]): Promise<void> {
  if (!url || !households) throw new Error('npx tsx cloudfunctions/database/seed/large.ts <adminUrl> <households>')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await seedLarge(client, { households: Number(households), onProgress: (line) => console.log(line) })
  } finally {
    await client.end()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
