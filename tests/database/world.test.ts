/** The world of STORIES as it is seeded: exact counts, whole histories, nobody real. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { DemandStatus, type DemandStep } from '../../contract/demand/life'
import { migrate, withClient, asOwner } from '../../cloudfunctions/database/migrate'
import { cast } from '../../cloudfunctions/database/seed/people'
import { chunshenli, meiyuan } from '../../cloudfunctions/database/seed/places'
import { seedDemonstration } from '../../cloudfunctions/database/seed/demonstration'
import { statusAfter, type LaterStep } from '../../cloudfunctions/demand/rules/lifecycle'
import { seededAt } from '../cluster'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../databases'
import { seals } from '../fixtures/seals'

let database: TestDatabase
let owner: Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new Client({ connectionString: database.adminUrl })
  await owner.connect()
  await owner.query('set role zx_owner')
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const ask = async <Row extends object>(sql: string, values: unknown[] = []) => (await owner.query<Row>(sql, values)).rows
const count = async (sql: string, values: unknown[] = [chunshenli.committeeId]) => Number((await ask<{ count: string }>(`select count(*) ${sql}`, values))[0]!.count)
const t1 = 'committee_id = $1'

test('春申里 is as large as the stories say', async () => {
  expect({
    estates: await count(`from estate where ${t1}`),
    blocks: await count(`from block where ${t1}`),
    buildings: await count(`from building where ${t1}`),
    households: await count(`from household where ${t1}`),
    people: await count(`from resident where ${t1}`),
    leaders: await count(`from post where ${t1} and kind = 'leader' and until is null`),
    committee: await count(`from post where ${t1} and kind in ('director', 'secretary', 'officer') and until is null`),
    workers: await count(`from post where ${t1} and kind = 'worker' and until is null`),
  }).toEqual({ estates: 1, blocks: 6, buildings: 24, households: 1286, people: 3012, leaders: 6, committee: 7, workers: 8 })
  expect(await ask(`select b.name, min(g.seq) as first, max(g.seq) as last from building g join block b on b.committee_id = g.committee_id and b.id = g.block_id where g.${t1} and b.seq = 3 group by 1`, [chunshenli.committeeId]))
    .toEqual([{ name: '3块', first: 9, last: 12 }])
})

test('71 households decline visits, 111 are cared for, 1,104 are neither, and none is both', async () => {
  const cared = `exists (select from household_care c where c.committee_id = h.committee_id and c.household_id = h.id)`
  const of = (condition: string) => count(`from household h where ${t1} and ${condition}`)
  expect([await of('no_home_visits'), await of(cared), await of(`not no_home_visits and not ${cared}`), await of(`no_home_visits and ${cared}`)]).toEqual([71, 111, 1104, 0])
  expect(await of(`no_home_visits and 'door' = any (channels)`)).toBe(0)
})

test('梅园 is a neighbour with its own people', async () => {
  expect([await count(`from household where ${t1}`, [meiyuan.committeeId]), await count(`from post where ${t1} and kind = 'leader'`, [meiyuan.committeeId])]).toEqual([120, 2])
  expect(await count(`from resident r where account_id = $1 and committee_id <> $2`, [cast.shenJie.id, meiyuan.committeeId])).toBe(0)
})

test('the twelve real committees are listed first and carry no person and no demand', async () => {
  expect(await count('from committee where seq between 1 and 12 and not open and not invented', [])).toBe(12)
  for (const table of ['staff', 'household', 'resident', 'demand', 'duty', 'notice']) {
    expect(await count(`from ${table} t join committee c on c.id = t.committee_id where not c.invented`, [])).toBe(0)
  }
})

test('every committee publishes the 36 service items', async () => {
  expect(await ask(`select distinct count(*)::int as items from service_item where state = 'published' group by committee_id`)).toEqual([{ items: 36 }])
  expect(await count('from (select distinct committee_id from service_item) c', [])).toBe(14)
})

test('the people of the demonstration live and serve where the stories put them', async () => {
  const home = async (id: string) => (await ask<{ label: string; block: string }>(`select h.label, b.name as block from resident r
    join household h on h.committee_id = r.committee_id and h.id = r.household_id join block b on b.committee_id = h.committee_id and b.id = h.block_id where r.account_id = $1`, [id]))[0]
  expect(await home(cast.zhouLan.id)).toEqual({ label: '11号楼 201室', block: '3块' })
  expect(await home(cast.linJing.id)).toEqual({ label: '12号楼 602室', block: '3块' })
  expect(await home(cast.zhangApo.id)).toEqual({ label: '7号楼 101室', block: '2块' })
  expect(await home(cast.xuXiao.id)).toBeUndefined()
  expect(await ask('select post, block_name from serving where account_id = $1', [cast.wangFang.id])).toEqual([{ post: 'leader', block_name: '3块' }])
  expect(await ask('select account_id from duty where committee_id = $1 and day = $2', [chunshenli.committeeId, '2026-11-20'])).toEqual([{ account_id: cast.chenMin.id }])
  expect(await count('from demonstration', [])).toBe(12)
})

/** Of these the demonstration has none yet. */
const untold: readonly DemandStatus[] = ['declined', 'merged']

test('every status and kind occurs, some are late, some due today, and danger is rare', async () => {
  expect((await ask<{ status: string }>(`select distinct status from demand where ${t1}`, [chunshenli.committeeId])).map((row) => row.status).sort()).toEqual(DemandStatus.options.filter((status) => !untold.includes(status)).sort())
  expect(await count('from (select distinct kind from demand where committee_id = $1) k')).toBe(5)
  const open = `from demand where ${t1} and working`
  const now = [chunshenli.committeeId, seededAt]
  expect(await count(`${open} and due_at < $2`, now)).toBe(4)
  expect(await count(`${open} and due_at between $2 and $2 + interval '5 hours'`, now)).toBe(3)
  expect(await count(`from demand where ${t1} and urgency = 'danger'`)).toBeLessThanOrEqual(3)
  expect(await count(`from demand where ${t1} and filed_at > $2`, now)).toBe(0)
})

test('what else can become of a demand is there once: asked back, outside with its number, offered to the section, at a meeting, more time asked for, closed by silence, put off', async () => {
  expect(await ask(`select outside_kind, outside_name, outside_number is not null as numbered from demand where ${t1} and status = 'transferred'`, [chunshenli.committeeId])).toEqual([{ outside_kind: 'hotline', outside_name: '12345', numbered: true }])
  expect(await count(`from demand where ${t1} and status = 'asked' and asked_at is not null`)).toBe(1)
  expect(await count(`from demand where ${t1} and status = 'atMeeting' and extract(isodow from meeting_on) = 4`)).toBe(1)
  expect(await count('from demand where offered_to = $1', [cast.mengShouye.id])).toBe(1)
  expect(await count(`from demand where ${t1} and more_time_by = owner_id`)).toBe(1)
  expect(await count(`from demand where ${t1} and closed_how = 'silent'`)).toBe(1)
  expect(await ask('select account_id, reason from demand_snooze')).toEqual([{ account_id: cast.liQiang.id, reason: '等外机的主人回来' }])
})

test('what is late was carried up: the director was told of each, and may read it', async () => {
  const late = await ask<{ told: string[]; owner_id: string; up: string[] }>(`select told, owner_id, array(select to_id::text from demand_entry e where e.demand_id = d.id and step = 'escalate') as up
    from demand d where ${t1} and working and due_at < $2`, [chunshenli.committeeId, seededAt])
  expect(late).toHaveLength(4)
  for (const { told, up } of late) expect([told.includes(cast.tangHui.id), up.includes(cast.tangHui.id)]).toEqual([true, true])
})

test('no demand is without an owner, and what has no block lies with the reception', async () => {
  expect(await count('from demand d left join staff s on s.committee_id = d.committee_id and s.account_id = d.owner_id where s.account_id is null', [])).toBe(0)
  expect(await ask(`select owner_id, offered_to from demand where ${t1} and block_id is null and not resting`, [chunshenli.committeeId]))
    .toEqual([{ owner_id: cast.chenMin.id, offered_to: null }, { owner_id: cast.chenMin.id, offered_to: null }])
})

test('周女士 reads how the lamp went from 陈敏 to 王芳, and two answers wait for her', async () => {
  const [lamp] = await ask<{ id: string; first_receiver_id: string; owner_id: string; reasons: string[] }>(`select id, first_receiver_id, owner_id,
    array(select link -> 'staff' ->> 'name' || ' ' || (link ->> 'reason') from jsonb_array_elements(route) link) as reasons from demand where filed_by = $1 and working`, [cast.zhouLan.id])
  expect(lamp).toMatchObject({ first_receiver_id: cast.chenMin.id, owner_id: cast.wangFang.id, reasons: ['王芳 onLeave', '陈敏 dutyToday'] })
  expect((await ask<{ step: string }>('select step from demand_entry where demand_id = $1 order by at', [lamp!.id])).map((entry) => entry.step))
    .toEqual(['file', 'note', 'handOver', 'takeOver', 'reply', 'add', 'reply'])
  expect(await count('from demand where filed_by = $1 and with_resident', [cast.zhouLan.id])).toBe(2)
})

test('three demands hold something 王芳 has not read, and one is offered to her', async () => {
  expect(await count(`from demand d left join demand_seen s on s.committee_id = d.committee_id and s.demand_id = d.id and s.account_id = $1
    where coalesce(offered_to, owner_id) = $1 and not resting and (seen_at is null or seen_at < last_at)`, [cast.wangFang.id])).toBe(3)
  expect(await count('from demand where offered_to = $1', [cast.wangFang.id])).toBe(1)
  expect(await count(`from join_request j join block b on b.committee_id = j.committee_id and b.id = j.block_id where b.name = '3块' and state = 'waiting' and j.committee_id = $1`)).toBe(2)
})

interface Line { demand_id: string; step: DemandStep; from_status: DemandStatus | null; status: DemandStatus; at: Date; by_id: string; text: string | null; to_id: string | null }

test('every history follows the lifecycle and comes to what the demand says', async () => {
  const lines = await ask<Line>('select * from demand_entry order by demand_id, at, id')
  const demands = await ask<{ id: string; status: DemandStatus; owner_id: string; first_receiver_id: string; reopened: number; last_at: Date; last_by: string; filed_at: Date; filed_by: string | null; entered_by: string | null; contacted_at: Date | null; answered_at: Date | null; closed_at: Date | null }>('select * from demand')
  expect(demands.length).toBeGreaterThan(140)
  for (const demand of demands) {
    const history = lines.filter((line) => line.demand_id === demand.id)
    expect(history[0]).toMatchObject({ step: 'file', from_status: null, status: 'submitted', by_id: demand.filed_by ?? demand.entered_by, at: demand.filed_at })
    for (const [index, line] of history.slice(1).entries()) {
      expect(line.from_status).toBe(history[index]!.status)
      const reopened = history.slice(0, index + 1).filter((one) => one.step === 'notSolved').length
      expect(line.status).toBe(statusAfter({ status: line.from_status!, reopened }, line.step as LaterStep))
      expect(['add', 'confirm', 'notSolved', 'rate', 'withdraw'].includes(line.step)).toBe(line.by_id === demand.filed_by)
    }
    const of = (...steps: DemandStep[]) => history.filter((line) => steps.includes(line.step))
    const outer = history.filter((line) => !['note', 'snooze', 'askMoreTime', 'escalate', 'rate'].includes(line.step)).at(-1)!
    expect({
      status: history.at(-1)!.status, owner_id: of('takeOver').at(-1)?.by_id ?? history[0]!.to_id, reopened: of('notSolved').length, last_at: outer.at, last_by: outer.by_id,
      contacted_at: demand.entered_by ? demand.filed_at : (of('reply', 'answer', 'ask', 'transfer', 'takeToMeeting')[0]?.at ?? null), answered_at: of('answer').at(-1)?.at ?? null, closed_at: of('confirm', 'withdraw', 'closeSilent').at(-1)?.at ?? null,
    }).toEqual({
      status: demand.status, owner_id: demand.owner_id, reopened: demand.reopened, last_at: demand.last_at, last_by: demand.last_by,
      contacted_at: demand.contacted_at, answered_at: demand.answered_at, closed_at: demand.closed_at,
    })
  }
})

test('the next number follows the last one', async () => {
  const [next] = await ask<{ number: string }>('select app.next_demand_number(2026) as number')
  const [last] = await ask<{ number: string; count: string }>('select max(number) as number, count(distinct number) from demand')
  expect([next!.number, last!.number, last!.count]).toEqual(['ZX-2026-000158', 'ZX-2026-000157', '157'])
})

test('nobody real is named', async () => {
  const tables = await ask<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  for (const { name } of tables) expect(await count(`from "${name}" t where t::text ~ '孙琼|刘玮|张炎林'`, [])).toBe(0)
})

test('no household that declines visits was visited, and none that declines the phone was called', async () => {
  const declined = `from demand d join household h on h.committee_id = d.committee_id and h.id = d.household_id where`
  expect(await count(`${declined} channel = 'homeVisit' and no_home_visits`, [])).toBe(0)
  expect(await count(`${declined} channel = 'phone' and 'phone' = any (never)`, [])).toBe(0)
})

const fingerprint = async (url: string) => await withClient(url, (client) => asOwner(client, async () => {
  const tables = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1`)
  const sums: Record<string, string> = {}
  // Sealed twice, a text lies there in two ways.
  const bare = (name: string) => `(to_jsonb("${name}") - (select array_agg(attname::text) from pg_attribute where attrelid = '"${name}"'::regclass and attname like '%\\_sealed'))`
  for (const { name } of tables.rows) sums[name] = (await client.query(`select md5(string_agg(t::text, '|' order by t::text)) as sum from (select coalesce(${bare(name)}, to_jsonb("${name}")) as t from "${name}") x`)).rows[0].sum
  return sums
}))

test('the same moment gives the same world, and a filled database is refused', async () => {
  const second = await emptyDatabase()
  try {
    await migrate(second.adminUrl, { appUrl: second.appUrl })
    await withClient(second.adminUrl, (client) => seedDemonstration(client, { now: seededAt, seals }))
    expect(await fingerprint(second.adminUrl)).toEqual(await fingerprint(database.adminUrl))
    await expect(withClient(second.adminUrl, (client) => seedDemonstration(client, { now: seededAt, seals }))).rejects.toThrow('committees already')
  } finally {
    await second.drop()
  }
})
