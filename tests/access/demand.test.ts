/** Who may do what to whose demand: by both walls, and by row security alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { DemandStatus } from '../../contract/demand/life'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, openCommunity, plum, unopened, type Community, type Name, type Path } from '../fixtures/community'
import { call, copiesOf, fileAs, words, type Matter } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/**
 * zhou's lies in 3块 and belongs to wang; zhang's in 2块, to li; xu's has no block and is with chen at the desk; offered is zhou's,
 * offered to li; joined is zhou's, worked on with lead, which is lin's; shen's lies in 梅园; absent is nobody's.
 */
const demands = readTable(`
  method     whose    zhou zheng zhang lin xu wang li  chen tang shen zhu qin visitor
  get        zhou     ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  get        zhang    -    -     ok    -   -  -    ok  ok   ok   -    -   -   in
  get        xu       -    -     -     -   ok -    -   ok   ok   -    -   -   in
  get        offered  ok   -     -     -   -  ok   ok  ok   ok   -    -   -   in
  get        shen     -    -     -     -   -  -    -   -    -    ok   ok  ok  in
  get        absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  get        joined   ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  get        lead     -    -     -     ok  -  ok   -   ok   ok   -    -   -   in
  join       zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  join       zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  join       xu       -    -     -     -   no -    -   ok   ok   -    -   -   in
  join       offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  join       shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  join       absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  separate   joined   ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  separate   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  suggestJoins zhou   no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  suggestJoins zhang  -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  suggestJoins offered no  -     -     -   -  ok   no  ok   ok   -    -   -   in
  suggestJoins shen   -    -     -     -   -  -    -   -    -    no   ok  ok  in
  suggestJoins absent -    -     -     -   -  -    -   -    -    -    -   -   in
  listJoined lead     -    -     -     no  -  ok   -   ok   ok   -    -   -   in
  listJoined shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  listJoined absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  move       zhou     no   -     -     -   -  no   -   ok   ok   -    -   -   in
  move       zhang    -    -     no    -   -  -    no  ok   ok   -    -   -   in
  move       xu       -    -     -     -   no -    -   ok   ok   -    -   -   in
  move       offered  no   -     -     -   -  no   no  ok   ok   -    -   -   in
  move       shen     -    -     -     -   -  -    -   -    -    no   no  ok  in
  move       absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  add        zhou     ok   -     -     -   -  no   -   no   no   -    -   -   in
  add        zhang    -    -     ok    -   -  -    no  no   no   -    -   -   in
  add        shen     -    -     -     -   -  -    -   -    -    ok   no  no  in
  add        absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  accept     zhou     no   -     -     -   -  ok   -   no   no   -    -   -   in
  accept     zhang    -    -     no    -   -  -    ok  no   no   -    -   -   in
  accept     xu       -    -     -     -   no -    -   ok   no   -    -   -   in
  accept     offered  no   -     -     -   -  ok   no  no   no   -    -   -   in
  accept     shen     -    -     -     -   -  -    -   -    -    no   ok  no  in
  accept     absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  reply      zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  reply      zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  reply      offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  reply      shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  reply      absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  answer     zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  answer     zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  answer     offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  answer     shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  answer     absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  note       zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  note       zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  note       offered  no   -     -     -   -  ok   ok  ok   ok   -    -   -   in
  note       shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  note       absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  ask        zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  ask        zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  ask        offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  ask        shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  ask        absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  resume     zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  resume     zhang    -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  resume     shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  resume     absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  transfer   zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  transfer   offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  transfer   shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  transfer   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  takeToMeeting zhou    no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  takeToMeeting zhang   -    -     no    -   -  -    ok  ok   ok   -    -   -   in
  takeToMeeting offered no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  takeToMeeting shen    -    -     -     -   -  -    -   -    -    no   ok  ok  in
  takeToMeeting absent  -    -     -     -   -  -    -   -    -    -    -   -   in
  bounce     zhou     no   -     -     -   -  no   -   no   no   -    -   -   in
  bounce     offered  no   -     -     -   -  no   ok  no   no   -    -   -   in
  bounce     shen     -    -     -     -   -  -    -   -    -    no   no  no  in
  bounce     absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  askMoreTime    zhou     no   -     -     -   -  ok   -   no   no   -    -   -   in
  askMoreTime    offered  no   -     -     -   -  ok   no  no   no   -    -   -   in
  askMoreTime    shen     -    -     -     -   -  -    -   -    -    no   ok  no  in
  askMoreTime    absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  grantMoreTime  zhou     no   -     -     -   -  no   -   no   ok   -    -   -   in
  grantMoreTime  shen     -    -     -     -   -  -    -   -    -    no   no  ok  in
  grantMoreTime  absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  refuseMoreTime zhou     no   -     -     -   -  no   -   no   ok   -    -   -   in
  refuseMoreTime shen     -    -     -     -   -  -    -   -    -    no   no  ok  in
  refuseMoreTime absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  handOver   zhou     no   -     -     -   -  ok   -   ok   ok   -    -   -   in
  handOver   xu       -    -     -     -   no -    -   ok   ok   -    -   -   in
  handOver   offered  no   -     -     -   -  ok   no  ok   ok   -    -   -   in
  handOver   shen     -    -     -     -   -  -    -   -    -    no   ok  ok  in
  handOver   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  takeOver   zhou     no   -     -     -   -  no   -   ok   ok   -    -   -   in
  takeOver   zhang    -    -     no    -   -  -    no  ok   ok   -    -   -   in
  takeOver   xu       -    -     -     -   no -    -   no   ok   -    -   -   in
  takeOver   offered  no   -     -     -   -  no   ok  ok   ok   -    -   -   in
  takeOver   shen     -    -     -     -   -  -    -   -    -    no   no  ok  in
  takeOver   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  snooze     zhou     no   -     -     -   -  ok   -   no   no   -    -   -   in
  snooze     xu       -    -     -     -   no -    -   ok   no   -    -   -   in
  snooze     offered  no   -     -     -   -  ok   no  no   no   -    -   -   in
  snooze     shen     -    -     -     -   -  -    -   -    -    no   ok  no  in
  snooze     absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  unsnooze   zhou     no   -     -     -   -  ok   -   no   no   -    -   -   in
  unsnooze   xu       -    -     -     -   no -    -   ok   no   -    -   -   in
  unsnooze   offered  no   -     -     -   -  ok   no  no   no   -    -   -   in
  unsnooze   shen     -    -     -     -   -  -    -   -    -    no   ok  no  in
  unsnooze   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  confirm    zhou     ok   -     -     -   -  no   -   no   no   -    -   -   in
  confirm    zhang    -    -     ok    -   -  -    no  no   no   -    -   -   in
  confirm    shen     -    -     -     -   -  -    -   -    -    ok   no  no  in
  confirm    absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  notSolved  zhou     ok   -     -     -   -  no   -   no   no   -    -   -   in
  notSolved  zhang    -    -     ok    -   -  -    no  no   no   -    -   -   in
  notSolved  shen     -    -     -     -   -  -    -   -    -    ok   no  no  in
  notSolved  absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  withdraw   zhou     ok   -     -     -   -  no   -   no   no   -    -   -   in
  withdraw   zhang    -    -     ok    -   -  -    no  no   no   -    -   -   in
  withdraw   shen     -    -     -     -   -  -    -   -    -    ok   no  no  in
  withdraw   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  rate       zhou     ok   -     -     -   -  no   -   no   no   -    -   -   in
  rate       zhang    -    -     ok    -   -  -    no  no   no   -    -   -   in
  rate       shen     -    -     -     -   -  -    -   -    -    ok   no  no  in
  rate       absent   -    -     -     -   -  -    -   -    -    -    -   -   in
  markRead   zhou     ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  markRead   zhang    -    -     ok    -   -  -    ok  ok   ok   -    -   -   in
  markRead   xu       -    -     -     -   ok -    -   ok   ok   -    -   -   in
  markRead   offered  ok   -     -     -   -  ok   ok  ok   ok   -    -   -   in
  markRead   shen     -    -     -     -   -  -    -   -    -    ok   ok  ok  in
  markRead   absent   -    -     -     -   -  -    -   -    -    -    -   -   in
`)

/** Of a committee as a whole. Anybody signed in may ask and file anywhere people serve; the figures are for those who serve it whole. */
const committees = readTable(`
  method         where     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  foresee        chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  foresee        plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  file           chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  file           plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  enter          chunshen  -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  enter          plum      -    -     -     -   -  -    -  -    -    -    ok  ok  in
  enter          unopened  -    -     -     -   -  -    -  -    -    -    -   -   in
  enter          absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  ratingReasons  chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  listRatings    chunshen  -    -     -     -   -  -    -  -    ok   -    -   -   in
  listRatings    plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  listRatings    absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  listCommittee  chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listCommittee  plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  listCommittee  absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  overview       chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  overview       plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  overview       absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  markReadMany   own       ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  lookAlikes     chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  lookAlikes     absent    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  listMoved      chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listMoved      plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  listMoved      absent    -    -     -     -   -  -    -  -    -    -    -   -   in
`)

/** Where nobody serves, a committee that is not there answers like one that has not opened. */
const unserved = readTable(`
  method   where     zhou        zheng       zhang       lin         xu          wang        li          chen        tang        shen        zhu         qin         visitor
  foresee  unopened  NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere in
  foresee  absent    NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere in
  file     unopened  NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere in
  file     absent    NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere NobodyThere in
`)

/** What one's own lists hold of the demands above, and nothing else of them. */
const lists: Record<'listMine' | 'listInbox', Partial<Record<Name, string[]>>> = {
  listMine: { zhou: ['joined', 'offered', 'zhou'], zhang: ['zhang'], lin: ['lead'], xu: ['xu'], shen: ['shen'] },
  listInbox: { wang: ['lead', 'offered', 'zhou'], li: ['offered', 'zhang'], chen: ['xu'], zhu: ['shen'] },
}

/** Where a demand must stand for the step to be possible. */
const before: Record<string, DemandStatus> = { confirm: 'answered', notSolved: 'answered', resume: 'asked', rate: 'closed', separate: 'merged' }
/** Who asked for more time, where that has to be decided. */
const asked = (cell: Cell) => (['grantMoreTime', 'refuseMoreTime'].includes(cell.method) ? { moreTimeBy: cell.thing === 'shen' ? accounts.zhu : accounts.wang } : {})

const places: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, unopened: unopened.committeeId, absent }
const saying = {
  takeToMeeting: { reason: '要和物业一起定。' },
  add: { text: '还有三楼。' }, reply: { text: '我下午去看。' }, answer: { text: '换好了。' }, note: { text: '单号 0457。' }, notSolved: { text: '还是不亮。' },
  ask: { text: '是几单元？' }, bounce: { reason: '不在我这块。' }, transfer: { to: { kind: 'property', name: '物业公司', number: null }, reason: '' },
  rate: { value: 4, reasons: ['clear'], words: '' }, askMoreTime: { reason: '要一起商量。' }, grantMoreTime: { reason: '线路要重排。' }, refuseMoreTime: { reason: '' } }
/** What each may be joined to, by one who may join it. */
const leads: Record<string, Matter> = {}

let community: Community
/** One demand of each kind, never touched. */
const originals: Record<string, Matter> = {}

beforeAll(async () => {
  community = await openCommunity()
  for (const name of ['zhou', 'zhang', 'xu', 'shen'] as const) originals[name] = await fileAs(community, name)
  originals.lead = leads.zhou = leads.xu = leads.offered = leads.joined = await fileAs(community, 'lin')
  for (const name of ['zhang', 'shen'] as const) leads[name] = await fileAs(community, name)
  originals.joined = (await copiesOf(community, originals.zhou!, [{ status: 'merged', leadId: leads.joined.demandId }]))[0]!
  originals.offered = (await copiesOf(community, originals.zhou!, [{ offeredTo: accounts.li }]))[0]!
})
afterAll(() => community.close())

/** A demand for each cell, so that what one person does is nothing to the next. */
async function aimed(cells: Cell[]): Promise<{ cell: Cell; matter: Matter }[]> {
  const things = [...new Set(cells.map((cell) => cell.thing))]
  const ready = await Promise.all(things.map(async (thing) => {
    const own = cells.filter((cell) => cell.thing === thing)
    if (thing === 'absent') return own.map((cell) => ({ cell, matter: { committeeId: chunshen.committeeId, demandId: absent } }))
    const copies = await copiesOf(community, originals[thing]!, own.map((cell) => ({ status: before[cell.method] ?? 'submitted', ...asked(cell), ...(thing === 'offered' ? { offeredTo: accounts.li } : {}), ...(thing === 'joined' ? { status: 'merged' as const, leadId: leads.joined!.demandId } : {}) })))
    // Whoever has it has put it off, so that it can come back.
    await community.rows(`insert into demand_snooze (committee_id, demand_id, account_id, until, reason, made_at)
      select committee_id, id, owner_id, $2::timestamptz + interval '1 day', '等配件', $2::timestamptz from demand where id = any($1)`,
    [own.flatMap((cell, index) => (cell.method === 'unsnooze' ? [copies[index]!.demandId] : [])), community.now()])
    return own.map((cell, index) => ({ cell, matter: copies[index]! }))
  }))
  return ready.flat()
}

function inputOf(cell: Cell, matter: Matter): Record<string, unknown> {
  if (cell.method === 'handOver') return { ...matter, to: { accountId: cell.thing === 'shen' ? accounts.qin : accounts.li }, reason: '' }
  if (cell.method === 'snooze') return { ...matter, until: new Date(Date.parse(community.now()) + 86_400_000).toISOString(), reason: '等配件' }
  if (cell.method === 'join') return { ...matter, leadId: (leads[cell.thing] ?? matter).demandId, reason: '' }
  if (cell.method === 'move') return { ...matter, toCommitteeId: cell.thing === 'shen' ? chunshen.committeeId : plum.committeeId, reason: '由那边办。' }
  return { ...matter, ...saying[cell.method as keyof typeof saying] }
}

const ids = (matters: { matter: Matter }[]) => matters.map(({ matter }) => matter.demandId)
/** How many of these demands were moved, spoken on, told of or marked read. */
async function touched(matters: { matter: Matter }[]): Promise<number> {
  const [row] = await community.rows<{ count: number }>(`select (
      (select count(*) from demand where id = any($1) and (last_at <> filed_at or last_by <> filed_by or status not in ('submitted', 'answered', 'asked', 'closed', 'merged') or owner_id <> first_receiver_id))
    + (select count(*) from demand_entry where demand_id = any($1)) + (select count(*) from notice where subject_id = any($1))
    + (select count(*) from demand_seen where demand_id = any($1)))::int as count`, [ids(matters)])
  return row!.count
}

test('every method of the contract has its lines', () => {
  const written = new Set([...demands, ...committees].map((cell) => cell.method).concat(Object.keys(lists)))
  expect([...written].sort()).toEqual(Object.keys(contract.demand).sort())
})

describe('one’s own lists', () => {
  // Some pages of them, and no more: what the other tests leave behind would be hundreds.
  beforeAll(async () => {
    for (const name of ['zhou', 'zhang', 'xu', 'shen', 'lead']) await copiesOf(community, originals[name]!, Array.from({ length: 45 }, () => ({})))
  })

  test.each(['listMine', 'listInbox'] as const)('%s holds one’s own and nothing of anybody else, by both walls and by one', async (method) => {
    for (const walls of [community, community.withoutFirstWall()]) {
      for (const name of Object.keys(accounts) as (keyof typeof accounts)[]) {
        const held: string[] = []
        let cursor: string | undefined
        do {
          const page: { items: { id: Id }[]; next: string | null } = await walls.as(name).demand[method]({ cursor })
          held.push(...page.items.map((item) => item.id))
          cursor = page.next ?? undefined
        } while (cursor)
        const found = Object.entries(originals).flatMap(([thing, matter]) => (held.includes(matter.demandId) ? [thing] : [])).sort()
        expect([name, ...found]).toEqual([name, ...(lists[method][name] ?? [])])
      }
      expect(outcomeOf(await walls.answerOf('visitor', `demand/${method}`, {}))).toBe('NotSignedIn')
    }
  })
})

describe('one demand', () => {
  test('each person may do what the table says, and what is refused changes nothing', async () => {
    const cells = await aimed(demands)
    // A whole minute later, so that whatever is touched shows.
    community.later({ minutes: 1 })
    const seen: string[] = []
    for (const { cell, matter } of cells) seen.push(line(cell, outcomeOf(await community.answerOf(cell.name, `demand/${cell.method}` as Path, inputOf(cell, matter)))))
    expect(seen).toEqual(cells.map(({ cell }) => line(cell, cell.expected)))
    expect(await touched(cells.filter(({ cell }) => cell.expected !== 'ok' && cell.thing !== 'absent'))).toBe(0)
    expect(await touched(cells.filter(({ cell }) => cell.expected === 'ok' && cell.method !== 'get'))).toBeGreaterThan(0)
  })

  test('row security alone stops everybody for whom it does not exist', async () => {
    const cells = (await aimed(demands)).filter(({ cell }) => cell.expected === 'NotFound' || cell.expected === 'NotSignedIn')
    const alone = community.withoutFirstWall()
    const seen: string[] = []
    for (const { cell, matter } of cells) seen.push(line(cell, outcomeOf(await alone.answerOf(cell.name, `demand/${cell.method}` as Path, inputOf(cell, matter)))))
    expect(seen).toEqual(cells.map(({ cell }) => line(cell, cell.expected)))
    expect(await touched(cells.filter(({ cell }) => cell.thing !== 'absent'))).toBe(0)
  })

  test('row security alone lets those pass whom it concerns, so the walls stand in the same place', async () => {
    const cells = (await aimed(demands)).filter(({ cell }) => cell.expected === 'ok')
    const alone = community.withoutFirstWall()
    const refused: string[] = []
    for (const { cell, matter } of cells) {
      const outcome = outcomeOf(await alone.answerOf(cell.name, `demand/${cell.method}` as Path, inputOf(cell, matter)))
      if (outcome !== 'ok') refused.push(line(cell, outcome))
    }
    expect(refused).toEqual([])
  })

  test('an internal note is not for the one who filed, by either wall', async () => {
    await community.as('wang').demand.note({ ...originals.zhou!, text: '内部：先问物业。' })
    for (const walls of [community, community.withoutFirstWall()]) {
      const { thread } = await walls.as('zhou').demand.get(originals.zhou!)
      expect(thread.length).toBeGreaterThan(0)
      expect(thread.filter((entry) => entry.type === 'note')).toEqual([])
      expect((await walls.as('chen').demand.get(originals.zhou!)).thread.filter((entry) => entry.type === 'note')).toHaveLength(1)
    }
  })

  test('the steps a demand offers are the steps its reader may take', async () => {
    const steps: Record<string, string[]> = {}
    for (const name of ['zhou', 'wang', 'chen', 'tang'] as const) steps[name] = (await community.as(name).demand.get(originals.zhou!)).steps.filter((step) => step in contract.demand)
    const table = (name: Name) => demands.filter((cell) => cell.name === name && cell.thing === 'zhou' && cell.expected === 'ok' && !['get', 'markRead', 'suggestJoins', 'confirm', 'notSolved', 'rate', 'resume', 'unsnooze', 'grantMoreTime', 'refuseMoreTime'].includes(cell.method)).map((cell) => cell.method)
    for (const [name, offered] of Object.entries(steps)) expect([name, ...[...offered].sort()]).toEqual([name, ...table(name as Name).sort()])
  })
})

describe('a committee whole', () => {
  const inputs: Record<string, (id: Id) => Record<string, unknown>> = {
    foresee: (committeeId) => ({ committeeId, kind: 'request', urgency: 'ordinary' }),
    file: (committeeId) => ({ committeeId, ...words() }),
    enter: (committeeId) => ({ committeeId, ...call }),
    ratingReasons: () => ({}),
    listRatings: (committeeId) => ({ committeeId }),
    listCommittee: (committeeId) => ({ committeeId, filter: 'all' }),
    overview: (committeeId) => ({ committeeId }),
    markReadMany: () => ({ demands: Object.values(originals) }),
    lookAlikes: (committeeId) => ({ committeeId, text: '二楼楼道灯不亮', place: '' }),
    listMoved: (committeeId) => ({ committeeId }),
  }
  const ask = (walls: Community, cell: Cell) => walls.answerOf(cell.name, `demand/${cell.method}` as Path, inputs[cell.method]!(places[cell.thing]!))

  test('each person reads what the table says', async () => {
    const seen: string[] = []
    for (const cell of [...committees, ...unserved]) seen.push(line(cell, outcomeOf(await ask(community, cell))))
    expect(seen).toEqual([...committees, ...unserved].map((cell) => line(cell, cell.expected)))
  })

  test('by row security alone a list holds only what its reader may open, and the figures of another committee are nought', async () => {
    const alone = community.withoutFirstWall()
    const wrong: string[] = []
    const filed = await community.rows<{ filed_by: Id; committee_id: Id; count: number }>('select filed_by, committee_id, count(*)::int from demand group by 1, 2')
    const mine = (cell: Cell) => filed.find((row) => row.filed_by === accounts[cell.name as keyof typeof accounts] && row.committee_id === places[cell.thing])?.count ?? 0
    for (const cell of committees.filter(({ method, expected }) => expected === 'NotFound' && method === 'listCommittee')) {
      const answer = await ask(alone, cell)
      if (!answer.ok) continue
      const { items, total } = answer.output as { items: { id: Id; committeeId: Id }[]; total: number }
      for (const item of items) {
        if (outcomeOf(await community.answerOf(cell.name, 'demand/get', { committeeId: item.committeeId, demandId: item.id })) !== 'ok') wrong.push(`${line(cell, item.id)}`)
      }
      const abroad = ['shen', 'zhu', 'qin'].includes(cell.name) === (cell.thing === 'chunshen')
      // Everybody filed once in each place just now, above; and what one filed at home was moved there for one.
      if (abroad && (items.length > mine(cell) || total > mine(cell))) wrong.push(line(cell, `${total} found`))
    }
    for (const cell of committees.filter(({ method, expected }) => expected === 'NotFound' && method === 'listMoved')) {
      const answer = await ask(alone, cell)
      if (!answer.ok || (answer.output as { items: unknown[] }).items.length > 0) wrong.push(line(cell, JSON.stringify(answer)))
    }
    for (const cell of committees.filter(({ method, expected }) => expected === 'NotFound' && method === 'overview')) {
      const answer = await ask(alone, cell)
      if (!answer.ok || cell.thing === 'absent') continue
      const { joinRequests, desk, open } = answer.output as { joinRequests: number; desk: number; open: number }
      const abroad = ['shen', 'zhu', 'qin'].includes(cell.name) === (cell.thing === 'chunshen')
      if (abroad && (joinRequests > 0 || open > mine(cell) || desk > mine(cell))) wrong.push(line(cell, JSON.stringify({ joinRequests, desk, open })))
    }
    expect(wrong).toEqual([])
  })
})

test('of many threads those are marked read that one may open, by both walls and by one; the others are passed over', async () => {
  const opened = (thing: string) => demands.filter((cell) => cell.method === 'get' && cell.thing === thing && cell.expected === 'ok').map((cell) => cell.name)
  const absentOne = { committeeId: chunshen.committeeId, demandId: absent }
  for (const walls of [community, community.withoutFirstWall()]) {
    for (const name of Object.keys(accounts) as (keyof typeof accounts)[]) {
      await community.rows('delete from demand_seen where account_id = $1', [accounts[name]])
      const { read } = await walls.as(name).demand.markReadMany({ demands: [...Object.values(originals), absentOne] })
      const seen = await community.rows<{ demand_id: Id }>('select demand_id from demand_seen where account_id = $1', [accounts[name]])
      const found = Object.entries(originals).flatMap(([thing, matter]) => (seen.some((row) => row.demand_id === matter.demandId) ? [thing] : []))
      expect([name, read, ...found.sort()]).toEqual([name, found.length, ...Object.keys(originals).filter((thing) => opened(thing).includes(name)).sort()])
    }
  }
})
