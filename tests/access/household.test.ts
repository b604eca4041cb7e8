/** Who may see which household, ask to belong to it, and decide who does: by both walls, and by row security alone. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { household } from '../../contract/household'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, names, openCommunity, plum, unopened, type Community, type Name, type Path } from '../fixtures/community'
import { askAs, doors } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/** Requests that wait: xu's for a door in 3块, 2块 and 梅园; chen’s own for 3块, about which chen has no say. */
const requests = readTable(`
  method         request  zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  decideRequest  block3   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  decideRequest  block2   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  decideRequest  plum     -    -     -     -   -  -    -  -    -    -    ok  ok  in
  decideRequest  own      -    -     -     -   -  ok   -  -    ok   -    -   -   in
  decideRequest  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

/** Anybody signed in may ask at any door; what stands behind it is not told, and a wrong door looks the same everywhere. */
const asking = readTable(`
  method     door      zhou            zheng           zhang           lin             xu              wang            li              chen            tang            shen            zhu             qin             visitor
  askToJoin  block3    ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              in
  askToJoin  plum      ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              in
  askToJoin  zhous     AlreadyMember   ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              ok              in
  askToJoin  noRoom    NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold in
  askToJoin  mixed     NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold in
  askToJoin  unopened  NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold in
`)

/** What each person's lists hold, by door; whoever is not named sees nothing. */
const lists: Record<'mine' | 'listRequests' | 'listOfBlock', Partial<Record<Name, string[]>>> = {
  mine: { zhou: ['11号楼 201室'], zheng: ['11号楼 202室'], zhang: ['7号楼 101室'], lin: ['12号楼 602室'], shen: ['2号楼 301室'] },
  listRequests: { wang: ['block3', 'own'], li: ['block2'], chen: ['block2', 'block3'], tang: ['block2', 'block3', 'own'], zhu: ['plum'], qin: ['plum'] },
  listOfBlock: { wang: ['3块'], li: ['2块'], zhu: ['1块 梅园'] },
}

const wrongDoors = {
  zhous: { committeeId: chunshen.committeeId, buildingId: chunshen.building(11), room: '201' },
  noRoom: { ...doors.block3, room: '999' },
  mixed: { committeeId: plum.committeeId, buildingId: chunshen.building(9), room: '201' },
  unopened: { ...unopened, buildingId: absent, room: '201' },
}

let community: Community
const waiting: Record<string, Id> = {}

beforeAll(async () => {
  community = await openCommunity()
  for (const door of ['block3', 'block2', 'plum'] as const) waiting[door] = await askAs(community, 'xu', door)
  waiting.own = await askAs(community, 'chen', 'block3')
})
afterAll(() => community.close())

/** A request like one of those above, for each cell. */
async function aimed(cells: Cell[]): Promise<{ cell: Cell; requestId: Id }[]> {
  const made = cells.map((cell) => ({ cell, requestId: cell.thing === 'absent' ? absent : randomUUID() }))
  // The same person may ask once at a door while it waits, so each copy is of an asker of its own; chen's remain chen's, one after the other.
  for (const { cell, requestId } of made.filter((one) => one.cell.thing !== 'absent' && one.cell.thing !== 'own')) {
    await community.rows(`
      with asker as (insert into account (id, name, made_at) values (gen_random_uuid(), '小许', now()) returning id)
      insert into join_request (committee_id, id, household_id, block_id, label, account_id, name, relation, message, asked_at, state)
      select committee_id, $2, household_id, block_id, label, asker.id, join_request.name, relation, message, asked_at, state from join_request, asker where join_request.id = $1`, [waiting[cell.thing], requestId])
  }
  return made
}

const waitingAgain = () => community.rows(`delete from resident where account_id = $1`, [accounts.chen])
  .then(() => community.rows(`update join_request set state = 'waiting', decided_by = null, decided_at = null where id = $1`, [waiting.own]))

async function decideAll(walls: Community, cells: { cell: Cell; requestId: Id }[]): Promise<string[]> {
  const seen: string[] = []
  for (const { cell, requestId } of cells) {
    await waitingAgain()
    const answer = await walls.answerOf(cell.name, 'household/decideRequest', { requestId: cell.thing === 'own' ? waiting.own : requestId, decision: 'confirm', reason: '' })
    seen.push(line(cell, outcomeOf(answer)))
  }
  await waitingAgain()
  return seen
}

const decided = async (cells: { cell: Cell; requestId: Id }[]) =>
  (await community.rows(`select id from join_request where id = any($1) and state <> 'waiting' order by id`, [cells.map(({ requestId }) => requestId)])).map((row) => row.id)

/** Whose doors each person finds who may write down what others say: a leader their own block, one who serves whole their committee. */
const finding = readTable(`
  method     door          zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  findDoors  11-201        -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  findDoors  plum          -    -     -     -   -  -    -  -    -    -    ok  ok  in
  findDoors  absent        -    -     -     -   -  -    -  -    -    -    -   -   in
`)

test('doors are found by those who serve them, with who lives there and the wish, by both walls and by one', async () => {
  const where: Record<string, { committeeId: Id; door: string }> = { '11-201': { ...chunshen, door: '11-201' }, plum: { ...plum, door: '2号楼301' }, absent: { committeeId: absent, door: '11-201' } }
  const seen: string[] = []
  for (const cell of finding) seen.push(line(cell, outcomeOf(await community.answerOf(cell.name, 'household/findDoors', where[cell.thing]!))))
  expect(seen).toEqual(finding.map((cell) => line(cell, cell.expected)))

  for (const walls of [community, community.withoutFirstWall()]) {
    const labels = async (name: Name, door: { committeeId: Id; door: string }) => (await walls.as(name).household.findDoors(door)).items.map(({ label }) => label)
    for (const name of ['wang', 'chen', 'tang'] as const) expect(await labels(name, where['11-201']!)).toEqual(['11号楼 201室'])
    expect(await labels('li', where['11-201']!)).toEqual([])
    expect(await labels('li', { ...chunshen, door: '7-101' })).toEqual(['7号楼 101室'])
    for (const name of ['zhu', 'qin'] as const) expect(await labels(name, where.plum!)).toEqual(['2号楼 301室'])
    expect((await labels('chen', { ...chunshen, door: '1-20' })).map((label) => label.slice(0, 6))).toEqual(Array(6).fill('1号楼 20'))
    expect(await labels('chen', { ...chunshen, door: '11' })).toEqual([])
  }
  const [door] = (await community.as('wang').household.findDoors(where['11-201']!)).items
  expect(door).toMatchObject({ blockName: '3块', wish: { noHomeVisits: true } })
  expect(door!.residents.map(({ name, inApp }) => [name, inApp])).toContainEqual(['周岚', true])
})

/** Their table stands in joining.test.ts. */
const joining = ['getDoor', 'makeCode', 'useCode', 'leave', 'removeMember']

test('every method of the contract has its lines', () => {
  expect([...new Set([...requests, ...asking, ...finding].map((cell) => cell.method)), ...Object.keys(lists), ...joining].sort()).toEqual(Object.keys(household).sort())
})

test('a request is decided by the leader of its block and by those who serve its committee, never by who asked', async () => {
  const cells = await aimed(requests)
  expect(await decideAll(community, cells)).toEqual(requests.map((cell) => line(cell, cell.expected)))
  const expected = cells.filter(({ cell }) => cell.expected === 'ok' && cell.thing !== 'own').map(({ requestId }) => requestId).sort()
  expect(await decided(cells)).toEqual(expected)
})

test('row security alone decides the same', async () => {
  const cells = await aimed(requests)
  expect(await decideAll(community.withoutFirstWall(), cells)).toEqual(requests.map((cell) => line(cell, cell.expected)))
  expect(await decided(cells)).toEqual(cells.filter(({ cell }) => cell.expected === 'ok' && cell.thing !== 'own').map(({ requestId }) => requestId).sort())
})

test.each([true, false])('anybody may ask at a door, and learns nothing of a wrong one (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const seen: string[] = []
  for (const cell of asking) {
    // A free door a floor for each, since xu and chen have asked at the first already.
    const door = cell.thing === 'block3' || cell.thing === 'plum' ? { ...doors[cell.thing], room: firstWall ? '301' : '302' } : wrongDoors[cell.thing as keyof typeof wrongDoors]
    if (cell.thing === 'zhous') await community.rows(`delete from join_request where label = '11号楼 201室'`)
    seen.push(line(cell, outcomeOf(await walls.answerOf(cell.name, 'household/askToJoin' satisfies Path, { ...door, name: '小许', relation: 'tenant', message: '' }))))
  }
  expect(seen).toEqual(asking.map((cell) => line(cell, cell.expected)))
  await community.rows(`delete from join_request where id <> all($1) and state = 'waiting'`, [Object.values(waiting)])
})

test.each([true, false])('lists hold one’s own and nothing of anybody else (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const seeded = new Set((await community.rows(`select id from join_request where id <> all($1)`, [Object.values(waiting)])).map((row) => row.id))
  const blocks = new Map((await community.rows<{ id: Id; block: string }>(`
    select h.id, b.name || case when c.name like '梅园%' then ' 梅园' else '' end as block from household h
    join block b on b.committee_id = h.committee_id and b.id = h.block_id join committee c on c.id = h.committee_id`)).map((row) => [row.id, row.block]))
  for (const name of names) {
    if (name === 'visitor') {
      for (const method of Object.keys(lists)) expect(outcomeOf(await walls.answerOf(name, `household/${method}` as Path, {}))).toBe('NotSignedIn')
      continue
    }
    const { mine, listRequests, listOfBlock } = walls.as(name).household
    expect([name, ...(await mine({})).items.map((item) => item.membership.label)]).toEqual([name, ...(lists.mine[name] ?? [])])
    const found = (await listRequests({})).items.filter((item) => !seeded.has(item.id)).map((item) => Object.keys(waiting).find((key) => waiting[key] === item.id))
    expect([name, ...found.sort()]).toEqual([name, ...(lists.listRequests[name] ?? [])])
    const { items, total, noHomeVisits } = await listOfBlock({})
    expect([name, ...new Set(items.map((item) => blocks.get(item.id)))]).toEqual([name, ...(lists.listOfBlock[name] ?? [])])
    if (!lists.listOfBlock[name]) expect([name, total, noHomeVisits]).toEqual([name, 0, 0])
  }
})

test('a neighbour reads no member of another household, by row security alone', async () => {
  const { items } = await community.withoutFirstWall().as('zheng').household.mine({})
  expect(items.flatMap((item) => item.members.map((member) => member.name)).sort()).toEqual(['白雅琴', '郑子轩', '郑涛'].sort())
  expect(await community.rows(`select from resident where name = '周岚'`)).toHaveLength(1)
})
