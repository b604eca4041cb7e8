/** Who sees which households on the map and in lists, and takes them out as a file: by both walls, and by row security alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houses, HouseList } from '../../contract/houseMap'
import type { ReportAsked } from '../../contract/report'
import type { Id } from '../../contract/values'
import { makeReport } from '../../cloudfunctions/report/make'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Name, type Path } from '../fixtures/community'
import { caredFor, homeOf, householdAt, picture } from '../fixtures/scene'
import { readBook, type Book } from '../fixtures/sheets'
import { line, outcomeOf, readTable, type Cell } from './table'

/** here: 春申里 as it comes · block3, block2: of 春申里 · foreign: a block of 梅园 under 春申里’s name. Deputies see what leaders see; who only works there sees none. */
const table = readTable(`
  method      thing    zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  map         here     -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  map         block3   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  map         block2   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  map         plum     -    -     -     -   -  -    -  -    -    -    ok  ok  in
  map         absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  listHouses  here     -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  listHouses  block3   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  listHouses  block2   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  listHouses  plum     -    -     -     -   -  -    -  -    -    -    ok  ok  in
  listHouses  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  log         here     -    -     -     -   -  -    -  -    ok   -    -   -   in
  log         plum     -    -     -     -   -  -    -  -    -    -    -   ok  in
  log         absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

/** A file of few: the vacant homes. A file of many: class A, 71 of them. */
const files = readTable(`
  method      thing    zhou zheng zhang lin xu wang li chen             tang shen zhu qin visitor
  households  few      -    -     -     -   -  -    -  ok               ok   -    -   -   -
  households  many     -    -     -     -   -  -    -  TooManyHouseholds ok  -    -   -   -
  households  foreign  -    -     -     -   -  -    -  -                -    -    -   ok  -
  households  absent   -    -     -     -   -  -    -  -                -    -    -   -   -
  demands     few      -    -     -     -   -  -    -  ok               ok   -    -   -   -
  demands     foreign  -    -     -     -   -  -    -  -                -    -    -   ok  -
`)

let community: Community
beforeAll(async () => {
  community = await openCommunity()
  // A home that stands empty, and one where nobody can be reached.
  await community.rows(`update household set tenure = 'vacant' where committee_id = $1 and label in ('9号楼 301室', '10号楼 302室')`, [chunshen.committeeId])
  await community.rows(`update resident set phone_sealed = null, phone_index = null where household_id = $1`, [await householdAt(community, '9号楼 302室')])
})
afterAll(() => community.close())

const where: Record<string, object> = {
  here: chunshen, block3: { ...chunshen, blockId: chunshen.block(3) }, block2: { ...chunshen, blockId: chunshen.block(2) }, plum, absent: { committeeId: absent },
}
const pathOf = (method: string): Path => (method === 'log' ? 'report/log' : `household/${method}` as Path)
const inputOf = ({ method, thing }: Cell) => {
  const { committeeId, blockId } = where[thing] as { committeeId: Id; blockId?: Id }
  return { committeeId, ...(method !== 'log' && blockId && { blockId }), ...(method === 'listHouses' && { list: 'A' }) }
}

/** What row security alone leaves of an answer: nothing of anybody else’s; at most one’s own home, and what one took oneself. */
async function found(walls: Community, cell: Cell): Promise<string> {
  const answer = await walls.answerOf(cell.name, pathOf(cell.method), inputOf(cell))
  if (walls === community || !answer.ok || cell.expected === 'ok') return line(cell, outcomeOf(answer))
  const { homes, items, buildings } = answer.output as { homes?: { id: Id }[]; items?: { id: Id; by?: string }[]; buildings?: { homes: number }[] }
  const own = cell.name === 'visitor' ? [] : (await community.rows<{ id: Id }>('select household_id as id from resident where account_id = $1', [accounts[cell.name]])).map(({ id }) => id)
  const others = [...(homes ?? []), ...(items ?? []).filter(({ by }) => by === undefined || by !== '陈敏' || cell.name !== 'chen')].filter(({ id }) => !own.includes(id)).length + (buildings ?? []).filter((one) => one.homes > own.length).length
  return line(cell, others === 0 ? cell.expected : 'ok')
}

test('every method has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual([...Object.keys(houses), 'log'].sort())
})

test.each(['both walls', 'row security alone'])('by %s', async (which) => {
  const walls = which === 'both walls' ? community : community.withoutFirstWall()
  const seen: string[] = []
  for (const cell of table) seen.push(await found(walls, cell))
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

const asked = (method: string, thing: string, why = '冬季走访排班'): ReportAsked => {
  const committeeId = thing === 'foreign' ? plum.committeeId : thing === 'absent' ? absent : chunshen.committeeId
  return method === 'demands' ? { path: 'demands.xlsx', input: { committeeId, why } } : { path: 'households.xlsx', input: { committeeId, list: thing === 'many' ? 'A' : 'vacant', why } }
}
const take = (walls: Community, name: Name, what: ReportAsked) => makeReport({ surroundings: walls.surroundings, credential: walls.credentialOf(name) }, what)
async function bookOf(name: Name, what: ReportAsked): Promise<Book> {
  const made = await take(community, name, what)
  if (!made.ok) throw new Error(made.refusal)
  return readBook(made.output.bytes)
}

test.each(['both walls', 'row security alone'])('files are given by %s, each with its row in the log, and nothing is left of those refused', async (which) => {
  const walls = which === 'both walls' ? community : community.withoutFirstWall()
  const seen: string[] = []
  for (const cell of files) {
    const before = await picture(community)
    const made = await take(walls, cell.name, asked(cell.method, cell.thing))
    seen.push(line(cell, made.ok ? 'ok' : made.refusal))
    const after = await picture(community)
    expect([line(cell, ''), Object.keys(after).filter((name) => after[name] !== before[name])]).toEqual([line(cell, ''), made.ok ? ['export_log'] : []])
  }
  expect(seen).toEqual(files.map((cell) => line(cell, cell.expected)))
})

describe('the map', () => {
  test('draws a building at a time, with who was reached and who waits', async () => {
    const map = await community.as('wang').household.map(chunshen)
    expect(map.blocks.map(({ name }) => name)).toEqual(['3块'])
    expect(map.buildings.map(({ name }) => name)).toEqual(['9号楼', '10号楼', '11号楼', '12号楼'])
    expect(map.building!.name).toBe('9号楼')
    expect(map.homes.length).toBe(map.buildings[0]!.homes)
    const eleven = await community.as('wang').household.map({ ...chunshen, buildingId: chunshen.building(11) })
    const zhous = eleven.homes.find(({ room }) => room === '201')!
    expect(zhous).toMatchObject({ floor: 2, class: 'A', vacant: false, reach: 'recent', reachedAt: expect.any(String) })
    expect(zhous.reachedAt! <= community.now()).toBe(true)
    expect(zhous.openDemands).toBeGreaterThan(0)
    // The figure of each building equals a recount of its homes.
    for (const { id, homes, waiting, unreached } of eleven.buildings) {
      const cells = (await community.as('wang').household.map({ ...chunshen, buildingId: id })).homes
      expect([homes, waiting, unreached]).toEqual([cells.length, cells.filter((one) => one.openDemands > 0 || one.asksVisit).length, cells.filter((one) => !one.vacant && one.reach !== 'recent').length])
    }
  })

  test('a home somebody has talked with is reached from then on, and one that asks waits', async () => {
    const home = await homeOf(community, 'zheng')
    const cell = async () => (await community.as('wang').household.map({ ...chunshen, buildingId: chunshen.building(11) })).homes.find(({ id }) => id === home.householdId)!
    await community.rows(`update visit set state = 'cancelled', held_at = null, summary = null where household_id = $1`, [home.householdId])
    await community.rows(`update demand set contacted_at = null, answered_at = null where household_id = $1 and status in ('submitted', 'accepted', 'asked')`, [home.householdId])
    await community.rows(`update demand set contacted_at = '2025-01-02T03:00:00Z', answered_at = '2025-01-02T03:00:00Z' where household_id = $1 and contacted_at is not null`, [home.householdId])
    const before = await cell()
    expect(['never', 'long']).toContain(before.reach)
    const { id } = await community.as('zheng').demand.file({ ...chunshen, kind: 'request', text: '信箱锁坏了', place: '', urgency: 'ordinary', visibility: 'committee' })
    expect(await cell()).toMatchObject({ reach: before.reach, openDemands: before.openDemands + 1 })
    await community.as('wang').demand.reply({ ...chunshen, demandId: id, text: '我下午来看。' })
    expect(await cell()).toMatchObject({ reach: 'recent', reachedAt: community.now() })
  })

  test('somebody who is cared for makes a C, never in the reader’s own home', async () => {
    await caredFor(community, 'zheng')
    const home = await homeOf(community, 'zheng')
    const classIn = async (name: Name) => (await community.as(name).household.map({ ...chunshen, buildingId: chunshen.building(11) })).homes.find(({ id }) => id === home.householdId)!.class
    expect(await classIn('tang')).toBe('C')
    // chen moves in.
    await community.rows(`update resident set account_id = $2 where id = (select id from resident where household_id = $1 and account_id is null limit 1)`, [home.householdId, accounts.chen])
    const moved = await community.rows(`select from resident where household_id = $1 and account_id = $2`, [home.householdId, accounts.chen])
    if (moved.length === 0) await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) select committee_id, gen_random_uuid(), id, block_id, '陈敏', 'family', $2 from household where id = $1`, [home.householdId, accounts.chen])
    expect(await classIn('chen')).toBe('B')
    expect((await everything('chen', 'C')).some(({ id }) => id === home.householdId)).toBe(false)
    await community.rows('update resident set account_id = null where account_id = $1', [accounts.chen])
  })

  test('a home that was taken into another is gone from the map and from every list, and the other goes on', async () => {
    const [from, into] = [await householdAt(community, '10号楼 401室'), await householdAt(community, '10号楼 402室')]
    const rooms = async () => (await community.as('wang').household.map({ ...chunshen, buildingId: chunshen.building(10) })).homes.map(({ room }) => room)
    expect(await rooms()).toEqual(expect.arrayContaining(['401', '402']))
    await community.rows(`update household set next_id = $2 where id = $1`, [from, into])
    expect((await rooms()).filter((room) => ['401', '402'].includes(room))).toEqual(['402'])
    for (const list of HouseList.options) expect([list, (await everything('tang', list)).some(({ id }) => id === from)]).toEqual([list, false])
    await community.rows(`update household set next_id = null where id = $1`, [from])
  })

  test('a building of another committee, or of another block, is not there', async () => {
    expect(await community.as('wang').household.map({ ...chunshen, buildingId: plum.building(1) })).toMatchObject({ building: null, homes: [] })
    expect(await community.as('wang').household.map({ ...chunshen, buildingId: chunshen.building(7) })).toMatchObject({ building: null, homes: [] })
    expect(await community.as('tang').household.map({ ...chunshen, buildingId: plum.building(1) })).toMatchObject({ building: null, homes: [] })
  })
})

async function everything(name: Name, list: HouseList, more: { blockId?: Id; buildingId?: Id } = {}) {
  const items = []
  for (let cursor: string | undefined; ;) {
    const page = await community.as(name).household.listHouses({ ...chunshen, ...more, list, ...(cursor && { cursor }) })
    items.push(...page.items)
    if (page.next === null) {
      expect(items.length).toBe(page.total)
      return items
    }
    cursor = page.next
  }
}

describe('lists', () => {
  test('every home is A, B or C, once; pages go on where the last ended', async () => {
    const lists = { A: await everything('tang', 'A'), B: await everything('tang', 'B'), C: await everything('tang', 'C') }
    const [count] = await community.rows<{ all: number }>('select count(*)::int as all from household where committee_id = $1 and live', [chunshen.committeeId])
    expect(new Set(Object.values(lists).flatMap((items) => items.map(({ id }) => id))).size).toBe(count!.all)
    expect(Object.values(lists).reduce((sum, { length }) => sum + length, 0)).toBe(count!.all)
    for (const [kind, items] of Object.entries(lists)) expect(items.every((one) => one.class === kind)).toBe(true)
  })

  test('hold no name whole, no number, and no kind of care', async () => {
    const lines = [...(await everything('tang', 'C')), ...(await everything('tang', 'A'))]
    expect(lines.every(({ names }) => names.every((name) => /^.＊$/u.test(name)))).toBe(true)
    expect(lines.some(({ hasPhone }) => hasPhone)).toBe(true)
    expect(Object.keys(lines[0]!).sort()).toEqual(['blockName', 'class', 'due', 'hasEmail', 'hasPhone', 'id', 'inApp', 'label', 'names', 'people', 'reach', 'reachedAt', 'tenure'])
  })

  test('care that is due comes by its day: a review, or a month without a word', async () => {
    const lines = await everything('tang', 'careDue')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(({ due }) => due!.on)).toEqual(lines.map(({ due }) => due!.on).toSorted())
    expect(lines.every(({ due }) => due!.on <= '2026-11-27' && due!.late === (due!.on < '2026-11-20'))).toBe(true)
    const { careId } = await caredFor(community, 'zheng')
    const { householdId } = await homeOf(community, 'zheng')
    const zhengs = async () => (await everything('tang', 'careDue')).find(({ id }) => id === householdId)?.due
    await community.rows(`update household_care set ended_at = now() where household_id = $1 and id <> $2 and ended_at is null`, [householdId, careId])
    expect(await zhengs()).toBeUndefined()
    await community.rows(`update household_care set review_on = '2026-11-25' where id = $1`, [careId])
    expect(await zhengs()).toEqual({ on: '2026-11-25', why: 'review', late: false })
  })

  test('who cannot be reached has no account, no number and no e-mail, and does live there', async () => {
    const lines = await everything('tang', 'noChannel')
    expect(lines.map(({ label }) => label)).toContain('9号楼 302室')
    expect(lines.every((one) => !one.inApp && !one.hasPhone && !one.hasEmail && one.tenure !== 'vacant')).toBe(true)
    const [recount] = await community.rows<{ all: number }>(`
      select count(*)::int as all from household h where committee_id = $1 and tenure <> 'vacant' and not exists (
        select from resident r where r.household_id = h.id and r.left_at is null and (r.account_id is not null or r.phone_sealed is not null or r.email_sealed is not null))`, [chunshen.committeeId])
    expect(lines.length).toBe(recount!.all)
  })

  test('are narrowed to a block or a building, and to a leader’s own', async () => {
    expect((await everything('tang', 'vacant')).map(({ label }) => label)).toEqual(expect.arrayContaining(['9号楼 301室', '10号楼 302室']))
    expect((await everything('tang', 'vacant', { buildingId: chunshen.building(10) })).map(({ label }) => label)).toEqual(['10号楼 302室'])
    expect((await everything('tang', 'A', { blockId: chunshen.block(3) })).every(({ blockName }) => blockName === '3块')).toBe(true)
    expect((await everything('wang', 'A')).map(({ id }) => id)).toEqual((await everything('tang', 'A', { blockId: chunshen.block(3) })).map(({ id }) => id))
  })
})

describe('a file', () => {
  test('says on every sheet, first and last, who took it, when and what for', async () => {
    const { sheets } = await bookOf('tang', asked('households', 'many', '=冬季走访排班'))
    expect(sheets.map(({ name }) => name)).toEqual(['A类', '统计'])
    for (const { rows } of sheets) {
      for (const one of [rows[0]!, rows.at(-1)!]) expect(one[0]).toMatch(/^春申里.*，唐敏芝 2026-11-20 \d\d:\d\d 导出。用途：=冬季走访排班。编号 [0-9a-f]{12}。内部使用，不外传$/)
    }
    expect(sheets[0]!.rows.length).toBe((await everything('tang', 'A')).length + 3)
  })

  test('holds no name whole, no number, no kind of care, and nothing of another committee', async () => {
    await community.rows(`update household set label = '外人家' || label where committee_id = $1`, [plum.committeeId])
    await community.rows(`update household set label = '=1+1' where committee_id = $1 and label = '10号楼 302室'`, [chunshen.committeeId])
    const names = (await community.rows<{ name: string }>('select distinct name from resident where length(name) > 1')).map(({ name }) => name)
    for (const list of HouseList.options) {
      const { all, sheets } = await bookOf('tang', { path: 'households.xlsx', input: { ...chunshen, list, why: '核对' } })
      expect(names.filter((name) => name !== '唐敏芝' && all.includes(name))).toEqual([])
      expect(all).not.toMatch(/100 \d{4} \d{4}|高龄|独居|孤老|失独|低保|优抚|空巢|失能|重残|k1\.|外人家/)
      expect(all).not.toContain('<f>')
      if (list === 'vacant') expect(sheets[0]!.rows.flat()).toContain(`'=1+1`)
    }
    await community.rows(`update household set label = '10号楼 302室' where label = '=1+1'`)
  })

  test('keeps figures under five back', async () => {
    const { sheets } = await bookOf('tang', asked('households', 'few'))
    const figures = sheets[1]!.rows.slice(2, -1)
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.map(([, , count]) => count).filter((count) => /^[1-4]$/.test(count!))).toEqual([])
    expect(figures.flat()).toContain('少于5')
  })

  test('of a building is for all who serve the committee whole, and the director reads who took which', async () => {
    await bookOf('chen', { path: 'households.xlsx', input: { ...chunshen, list: 'B', buildingId: chunshen.building(9), blockId: chunshen.block(3), why: '楼道通知' } })
    community.later({ minutes: 1 })
    await bookOf('tang', asked('demands', 'here', '周会用'))
    const { items } = await community.as('tang').report.log(chunshen)
    const [lines] = await community.rows<{ all: number }>('select count(*)::int as all from demand where committee_id = $1', [chunshen.committeeId])
    expect(items[0]).toMatchObject({ by: '唐敏芝', what: 'demands', place: null, rows: lines!.all, why: '周会用', at: community.now() })
    expect(items.find(({ by, what }) => by === '陈敏' && what === 'B')).toMatchObject({ place: '3块 9号楼', why: '楼道通知' })
  })

  test('a reason of one sign is no reason; the row is there to stay, and for three years', async () => {
    for (const why of ['', ' ', '看']) expect((await makeReportAs('chen', { path: 'households.xlsx', input: { ...chunshen, list: 'vacant', why } }))).toBe('BadInput')
    const { purge, refusedTo } = await stays()
    expect(refusedTo).toEqual(['update', 'delete'])
    expect(purge).toEqual([1, 0])
  })
})

async function makeReportAs(name: Name, what: unknown): Promise<string> {
  const { ReportAsked: schema } = await import('../../contract/report')
  const { safeParse } = await import('zod/mini')
  const given = safeParse(schema, what)
  if (!given.success) return 'BadInput'
  const made = await take(community, name, given.data)
  return made.ok ? 'ok' : made.refusal
}

async function stays(): Promise<{ refusedTo: string[]; purge: number[] }> {
  const { withConnection } = await import('../../cloudfunctions/database/connection')
  const { retention } = await import('../../cloudfunctions/runtime/retention')
  const refusedTo: string[] = []
  for (const [word, statement] of [['update', `update export_log set why = '别的'`], ['delete', 'delete from export_log']] as const) {
    await withConnection(community.pool, async (tx) => {
      await tx.send('begin; set local role zx_app')
      await tx.send(statement).catch((error: Error) => { if (/permission denied/.test(error.message)) refusedTo.push(word) })
      await tx.send('rollback')
    })
  }
  await community.rows(`update export_log set at = $1::timestamptz - interval '3 years 1 day' where id = (select id from export_log order by at limit 1)`, [community.now()])
  const old = async () => (await community.rows<{ all: number }>(`select count(*)::int as all from export_log where at < $1::timestamptz - interval '3 years'`, [community.now()]))[0]!.all
  const before = await old()
  await retention(community.surroundings)
  return { refusedTo, purge: [before, await old()] }
}
