/** Who may see and change who serves, when, and by which calendar. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { cast } from '../../cloudfunctions/database/seed/people'
import { absent, accounts, chunshen, openCommunity, plum, promiseOf, type Community, type Name, type Path } from '../fixtures/community'
import { picture } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/** Things are a committee, or somebody's in it. */
const table = readTable(`
  method            thing       zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  roster            chunshen    -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  roster            plum        -    -     -     -   -  -    -  -    -    -    ok  ok  in
  roster            absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  listLeave         chunshen    -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  listLeave         plum        -    -     -     -   -  -    -  -    -    -    ok  ok  in
  listLeave         absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  takeLeave         chunshen    -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  takeLeave         of-li       -    -     -     -   -  no   ok ok   ok   -    -   -   in
  takeLeave         of-zhu      -    -     -     -   -  -    -  -    -    -    ok  ok  in
  takeLeave         absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  cancelLeave       of-li       -    -     -     -   -  -    ok ok   ok   -    -   -   in
  cancelLeave       of-zhu      -    -     -     -   -  -    -  -    -    -    ok  ok  in
  cancelLeave       absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  listDuty          chunshen    -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  listDuty          plum        -    -     -     -   -  -    -  -    -    -    ok  ok  in
  listDuty          absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  setDuty           chunshen    -    -     -     -   -  no   no ok   ok   -    -   -   in
  setDuty           plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  setDuty           absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  listCalendar      chunshen    -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  listCalendar      plum        -    -     -     -   -  -    -  -    -    -    ok  ok  in
  listCalendar      absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  foreseeDay        chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  foreseeDay        plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  foreseeDay        absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  setClosingDay     chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  setClosingDay     plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  setClosingDay     absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  removeClosingDay  chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  removeClosingDay  plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  removeClosingDay  absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  appoint           chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  appoint           plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  appoint           absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  endPost           chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  endPost           plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  endPost           absent      -    -     -     -   -  no   no no   -    -    -   -   in
  splitBlock        chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  splitBlock        plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  splitBlock        absent      -    -     -     -   -  no   no no   -    -    -   -   in
  mergeBlocks       chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  mergeBlocks       plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  mergeBlocks       absent      -    -     -     -   -  no   no no   -    -    -   -   in
  listSettings      chunshen    -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listSettings      plum        -    -     -     -   -  -    -  -    -    -    -   ok  in
  listSettings      absent      -    -     -     -   -  -    -  -    -    -    -   -   in
  setLadder         chunshen    -    -     -     -   -  no   no no   ok   -    -   -   in
  setLadder         plum        -    -     -     -   -  -    -  -    -    -    no  ok  in
  setLadder         absent      -    -     -     -   -  -    -  -    -    -    -   -   in
`)

const day = (n: number) => new Date(Date.parse('2026-11-20T16:00:00.000Z') + n * 86_400_000).toISOString()
const leaves: Record<string, Id> = {}
const posts: Record<string, Id> = {}
/** Days and spans apart, so that what one person does is nothing to the next. */
let turn = 0

function inputOf({ method, thing, name }: Cell): Record<string, unknown> {
  const here = thing === 'plum' || thing === 'of-zhu' ? plum : chunshen
  const committeeId = thing === 'absent' && !['endPost', 'splitBlock', 'mergeBlocks'].includes(method) ? absent : here.committeeId
  turn += 1
  const serves = here === plum ? cast.luoJing.id : cast.heYu.id
  const inputs: Record<string, Record<string, unknown>> = {
    takeLeave: { ...(thing === 'of-li' ? { accountId: accounts.li } : thing === 'of-zhu' ? { accountId: accounts.zhu } : {}), since: day(20 + turn * 3), until: day(21 + turn * 3), standInId: null },
    cancelLeave: { leaveId: leaves[`${thing} ${name}`] ?? absent },
    setDuty: { day: day(turn).slice(0, 10), accountId: here === plum ? cast.luoJing.id : cast.fengLi.id, untilMinute: 1020 },
    listCalendar: { year: '2026' },
    foreseeDay: { day: '2026-11-24', to: 'closed' },
    setClosingDay: { day: '2026-11-24', working: false, name: '搬迁盘点' },
    removeClosingDay: { day: '2026-12-30' },
    appoint: { accountId: serves, kind: 'deputy', blockId: here.block(here === plum ? 2 : 4) },
    endPost: { postId: thing === 'absent' ? absent : posts[here.committeeId] },
    splitBlock: { blockId: thing === 'absent' ? absent : here.block(1), buildingIds: [here.building(1)], leaderId: serves },
    mergeBlocks: { blockId: thing === 'absent' ? absent : here.block(here === plum ? 2 : 5), intoId: here.block(1) },
    setLadder: { rungs: [{ who: 'director', afterMinutes: 30 }] },
  }
  return { committeeId, ...inputs[method] }
}

let community: Community
/** Prepared anew for each run: leave to cancel, days to remove, posts to end. */
async function prepare(): Promise<void> {
  for (const [thing, committeeId, account] of [['of-li', chunshen.committeeId, accounts.li], ['of-zhu', plum.committeeId, accounts.zhu]] as const) {
    const cells = table.filter((cell) => cell.method === 'cancelLeave' && cell.thing === thing)
    for (const [n, cell] of cells.entries()) {
      const [row] = await community.rows<{ id: Id }>(`insert into leave (committee_id, id, account_id, since, until, made_by, made_at) values ($1, gen_random_uuid(), $2, $3, $4, $2, now()) returning id`,
        [committeeId, account, day(4000 + n * 3), day(4001 + n * 3)])
      leaves[`${thing} ${cell.name}`] = row!.id
    }
  }
  for (const [committeeId, by, account, block] of [[chunshen.committeeId, accounts.tang, cast.jiangXin.id, chunshen.block(3)], [plum.committeeId, accounts.qin, cast.luoJing.id, plum.block(1)]]) {
    await community.rows(`insert into closing_day (committee_id, day, working, name, made_by, made_at) values ($1, '2026-12-30', false, '年终盘点', $2, now())`, [committeeId, by])
    const [row] = await community.rows<{ id: Id }>(`insert into post (committee_id, id, account_id, kind, block_id, since) values ($1, gen_random_uuid(), $2, 'deputy', $3, '2026-11-01') returning id`, [committeeId, account, block])
    posts[committeeId!] = row!.id
  }
}
beforeAll(async () => {
  community = await openCommunity()
  await prepare()
})
afterAll(() => community.close())

const ask = (walls: Community, cell: Cell) => walls.answerOf(cell.name, `organization/${cell.method}` as Path, inputOf(cell))
const isCommand = (cell: Cell) => promiseOf(`organization/${cell.method}`).meta.kind === 'command'

test('every method of the contract has its lines, here or on the notice board', () => {
  expect([...new Set(table.map((cell) => cell.method)), 'committees', 'buildings', 'blocks', 'serving'].sort()).toEqual(Object.keys(contract.organization).sort())
})

describe('row security alone', () => {
  test('stops every command of one who may not give it, and nothing has changed', async () => {
    const alone = community.withoutFirstWall()
    const before = await picture(community)
    const passed: string[] = []
    for (const cell of table.filter((one) => isCommand(one) && one.expected !== 'ok')) {
      const outcome = outcomeOf(await ask(alone, cell))
      if (outcome === 'ok') passed.push(line(cell, outcome))
    }
    expect(passed).toEqual([])
    expect(await picture(community)).toEqual(before)
  })

  test('counts nothing of another committee for one who reads its board', async () => {
    const alone = community.withoutFirstWall()
    for (const name of ['zhou', 'wang', 'tang'] as const) {
      const { people, blocks } = await alone.as(name).organization.roster(plum)
      expect([people.length > 3, people.reduce((sum, one) => sum + one.openDemands, 0), blocks.reduce((sum, one) => sum + one.households + one.openDemands, 0)]).toEqual([true, 0, 0])
      expect(await alone.as(name).organization.foreseeDay({ ...plum, day: '2026-11-24', to: 'closed' })).toEqual({ moved: 0, later: 0, earlier: 0 })
    }
  })
})

test('each person may do what the table says', async () => {
  const seen: string[] = []
  const faults = community.logged.length
  for (const cell of table) seen.push(line(cell, outcomeOf(await ask(community, cell))))
  expect(community.logged.slice(faults)).toEqual([])
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

test('a leader reads of leave only their own and where they stand in; those who serve whole read all', async () => {
  const of = async (name: Name) => (await community.as(name).organization.listLeave(chunshen)).items
  const [wangs, lis, chens] = [await of('wang'), await of('li'), await of('chen')]
  expect(wangs.filter((leave) => leave.staff.accountId !== accounts.wang && leave.standIn?.accountId !== accounts.wang)).toEqual([])
  expect(lis.some((leave) => leave.standIn?.accountId === accounts.li && leave.staff.name === '徐磊')).toBe(true)
  expect(new Set(chens.map((leave) => leave.staff.name)).size).toBeGreaterThan(3)
  expect([wangs.every((leave) => leave.mayCancel === (leave.state !== 'over' && leave.mine)), chens.some((leave) => leave.mayCancel && !leave.mine)]).toEqual([true, true])
})

test('one of the street who is paired serves nothing whole: of demands only what they own, were offered or told', async () => {
  // 孟守业 has no session among the demonstration people, so the policy is asked as the database would.
  const { pool } = community
  const client = await pool.connect()
  try {
    await client.query('begin; set local role zx_app')
    await client.query(`select set_config('app.account', $1, true), set_config('app.committees', '', true), set_config('app.blocks', '', true), set_config('app.households', '', true)`, [cast.mengShouye.id])
    expect((await client.query('select from demand where owner_id <> $1 and offered_to is distinct from $1 and first_receiver_id <> $1 and not $1 = any (told)', [cast.mengShouye.id])).rowCount).toBe(0)
    expect((await client.query('select app.directed() as d')).rows[0].d).toEqual([])
    await client.query('rollback')
  } finally {
    client.release()
  }
})
