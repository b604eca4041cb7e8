/** Who may read, hold and settle what of a committee's meetings: by both walls, and by row security alone. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, openCommunity, plum, unopened, type Community, type Path } from '../fixtures/community'
import { copiesOf, fileAs, openMeeting, takenAs, type Matter } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/**
 * now is the meeting of 春申里 that is open, with tang in the chair, wang and chen there; held and plumHeld are closed; taken is zhou's,
 * at the meeting; tangs was filed by tang; ofDemand is a follow-up of zhou's demand that wang has to see to, alone one of no demand that
 * li has to see to.
 */
const table = readTable(`
  method   thing     zhou zheng zhang lin xu wang li  chen tang shen zhu qin visitor
  next     chunshen  -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  next     plum      -    -     -     -   -  -    -   -    -    -    ok  ok  in
  next     absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  list     chunshen  -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  list     plum      -    -     -     -   -  -    -   -    -    -    ok  ok  in
  list     absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  get      now       -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  get      held      -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  get      plumHeld  -    -     -     -   -  -    -   -    -    -    ok  ok  in
  get      absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  minutes  held      -    -     -     -   -  -    -   ok   ok   -    -   -   in
  minutes  plumHeld  -    -     -     -   -  -    -   -    -    -    -   ok  in
  minutes  absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  setTime  chunshen  -    -     -     -   -  no   no  no   ok   -    -   -   in
  setTime  plum      -    -     -     -   -  -    -   -    -    -    no  ok  in
  setTime  absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  open     plum      -    -     -     -   -  -    -   -    -    -    no  ok  in
  open     absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  resolve  taken     -    -     -     -   -  no   no  no   ok   -    -   -   in
  resolve  absent    -    -     -     -   -  no   no  no   -    -    -   -   in
  resolve  tangs     -    -     -     -   -  no   no  no   no   -    -   -   in
  resolve  general   -    -     -     -   -  no   no  no   ok   -    -   -   in
  settle   ofDemand  -    -     -     -   -  ok   -   no   ok   -    -   -   in
  settle   alone     -    -     -     -   -  no   ok  no   ok   -    -   -   in
  settle   absent    -    -     -     -   -  -    -   -    -    -    -   -   in
  setPresent absent  -    -     -     -   -  no   no  no   -    -    -   -   in
  setPresent now     -    -     -     -   -  no   no  no   ok   -    -   -   in
  close    absent    -    -     -     -   -  no   no  no   -    -    -   -   in
  close    now       -    -     -     -   -  no   no  no   ok   -    -   -   in
`)

let community: Community
const meetings: Record<string, Id> = { absent }
const committees: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, absent: unopened.committeeId }
let zhous: Matter
let tangs: Matter
const follows: Record<'ofDemand' | 'alone', Id> = { ofDemand: absent, alone: absent }

async function held(committeeId: Id, chair: 'tang' | 'qin', words: string): Promise<Id> {
  const { meetingId } = await community.as(chair).meeting.open({ committeeId, chairId: accounts[chair], present: chair === 'tang' ? [accounts.wang] : [] })
  await community.as(chair).meeting.resolve({ committeeId, meetingId, title: '岁末慰问', facts: '', outcome: 'note', words })
  await community.as(chair).meeting.close({ committeeId, meetingId })
  return meetingId
}

beforeAll(async () => {
  community = await openCommunity()
  meetings.held = await held(chunshen.committeeId, 'tang', '名单月底前定。')
  meetings.plumHeld = await held(plum.committeeId, 'qin', '下周再定。')
  meetings.now = (await openMeeting(community)).meetingId
  zhous = await takenAs(community)
  tangs = await fileAs(community, 'tang', '我家楼下的灯也不亮')
  const matter = await fileAs(community, 'zhou')
  follows.ofDemand = (await community.as('tang').meeting.resolve({ ...now(), ...matter, facts: '', outcome: 'assign', words: '王芳去问物业。', ownerId: accounts.wang, dueOn: '2026-12-01' })).id
  follows.alone = (await community.as('tang').meeting.resolve({ ...now(), title: '活动室换锁', facts: '', outcome: 'assign', words: '李强去配。', ownerId: accounts.li, dueOn: '2026-12-01' })).id
})
afterAll(() => community.close())

const now = () => ({ committeeId: chunshen.committeeId, meetingId: meetings.now! })

/** A follow-up and a demand for each cell that needs one, so that what one person does is nothing to the next. */
const copies = new Map<Cell, Id>()
async function provide(cells: readonly Cell[]): Promise<void> {
  const taken = cells.filter(({ method, thing }) => method === 'resolve' && thing === 'taken')
  const demands = await copiesOf(community, zhous, taken.map(() => ({ status: 'atMeeting' as const })))
  for (const [index, cell] of taken.entries()) copies.set(cell, demands[index]!.demandId)
  const owed = cells.filter(({ method, thing }) => method === 'settle' && thing !== 'absent')
  const of = await copiesOf(community, zhous, owed.map(() => ({ status: 'accepted' as const })))
  for (const [index, cell] of owed.entries()) {
    const id = randomUUID()
    copies.set(cell, id)
    await community.rows(`
      insert into resolution (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, owner_id, due_on, at, by_id)
      select committee_id, $2, $3, case when demand_id is not null then $4::uuid end, round, (select max(seq) + 1 from resolution), day, why, title, facts, outcome, words, owner_id, due_on, at, by_id
      from resolution where id = $1`, [follows[cell.thing as 'alone'], id, meetings.held, of[index]!.demandId])
  }
}

/** All a command of meetings may change, in few numbers. */
async function mark(): Promise<string> {
  const [row] = await community.rows<{ mark: string }>(`select concat_ws(' ',
    (select md5(string_agg(m::text, '' order by id)) from meeting m), (select md5(string_agg(t::text, '')) from meeting_time t), (select md5(string_agg(r::text, '' order by id)) from resolution r),
    (select count(*) from fund_idea), (select count(*) from demand_entry), (select count(*) from notice), (select count(*) from demand where status = 'atMeeting')) as mark`)
  return row!.mark
}
const reads = new Set(['next', 'list', 'get', 'minutes'])

function inputOf(cell: Cell): Record<string, unknown> {
  const { method, thing } = cell
  const committeeId = thing.startsWith('plum') ? plum.committeeId : (committees[thing] ?? chunshen.committeeId)
  if (method === 'setTime') return { committeeId, weekday: 4, minute: 840 }
  if (method === 'open') return { committeeId, chairId: thing === 'plum' ? accounts.qin : accounts.tang, present: [] }
  if (method === 'resolve') {
    const what = thing === 'general' ? { title: '岁末消防演练' } : { demandId: thing === 'tangs' ? tangs.demandId : (copies.get(cell) ?? absent) }
    return { ...now(), ...what, facts: '', outcome: 'note', words: '接着办。' }
  }
  if (method === 'setPresent') return { committeeId: chunshen.committeeId, meetingId: meetings[thing], came: [accounts.li], notThere: [] }
  if (method === 'settle') return { committeeId: chunshen.committeeId, resolutionId: copies.get(cell) ?? absent, done: true, words: '' }
  if (method === 'next' || method === 'list') return { committeeId }
  return { committeeId: method === 'close' || thing !== 'absent' ? committeeId : chunshen.committeeId, meetingId: meetings[thing], ...(method === 'close' && { committeeId: chunshen.committeeId }) }
}

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map((cell) => cell.method))].sort()).toEqual(Object.keys(contract.meeting).sort())
})

test('row security alone: nothing private to whom it is not for, and no command of theirs does anything', async () => {
  const alone = community.withoutFirstWall()
  const wrong: string[] = []
  const cells = table.filter(({ expected }) => expected === 'NotFound' || expected === 'NotAllowed' || expected === 'NotSignedIn')
  await provide(cells)
  const before = await mark()
  for (const cell of cells) {
    const answer = await alone.answerOf(cell.name, `meeting/${cell.method}` as Path, inputOf(cell))
    if (!reads.has(cell.method) && (await mark()) !== before) throw new Error(line(cell, 'changed something'))
    // Whose committee it is not may learn the day and who serves there, as on the board, and of what is spoken of their own alone. Who
    // serves there reads in `get` what these minutes hold.
    if (answer.ok && cell.expected !== 'NotAllowed' && cell.method !== 'minutes') {
      const { agenda = [], resolutions = [], items = [] } = answer.output as { agenda?: { demand: { from: string | null } | null }[]; resolutions?: unknown[]; items?: unknown[] }
      const others = agenda.filter(({ demand }) => demand === null || demand.from !== null)
      if (others.length + resolutions.length + items.length > 0) wrong.push(line(cell, JSON.stringify({ others, resolutions, items }).slice(0, 300)))
    }
  }
  expect(wrong).toEqual([])
})

test('each person may do what the table says, and what is refused changes nothing', async () => {
  const seen: string[] = []
  await provide(table)
  for (const cell of table) {
    const before = reads.has(cell.method) ? '' : await mark()
    const answer = await community.answerOf(cell.name, `meeting/${cell.method}` as Path, inputOf(cell))
    seen.push(line(cell, outcomeOf(answer)))
    if (before !== '' && answer.ok === (before === (await mark()))) seen.push(line(cell, 'changed what it should not, or nothing'))
  }
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

describe('what was decided about a demand', () => {
  let demand: Matter
  let meetingId: Id
  beforeAll(async () => {
    meetingId = (await openMeeting(community)).meetingId
    demand = await takenAs(community, '12号楼 602室漏水，我姓周，电话 13812345678')
    await community.as('tang').meeting.resolve({ ...demand, meetingId, facts: '周女士家的总管老化。', outcome: 'note', words: '物业下周来换，电话 13812345678 先联系周女士。', ownerId: accounts.wang, dueOn: '2026-12-02' })
  })

  const readers: Record<string, readonly (keyof typeof accounts)[]> = { sees: ['zhou', 'wang', 'chen', 'tang'], not: ['zheng', 'zhang', 'lin', 'xu', 'li', 'shen', 'zhu', 'qin'] }

  test.each([true, false])('is read by whoever sees the demand and by nobody else (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    for (const name of readers.sees!) expect([name, (await walls.as(name).demand.get(demand)).resolutions.map((one) => one.words)]).toEqual([name, ['物业下周来换，电话 13812345678 先联系周女士。']])
    for (const name of readers.not!) expect([name, outcomeOf(await walls.answerOf(name, 'demand/get', demand))]).toEqual([name, 'NotFound'])
    // li serves there, but neither this demand nor sat in the meeting.
    const { resolutions } = await walls.as('li').meeting.get({ committeeId: chunshen.committeeId, meetingId })
    expect(resolutions.filter((one) => one.demandId === demand.demandId)).toEqual([])
    expect((await walls.as('wang').meeting.get({ committeeId: chunshen.committeeId, meetingId })).resolutions.filter((one) => one.demandId === demand.demandId)).toHaveLength(1)
  })

  test('its resident reads facts, words, who sees to it and by when, and no name of who decided', async () => {
    const { resolutions, thread } = await community.as('zhou').demand.get(demand)
    expect(resolutions[0]).toMatchObject({ day: '2026-11-20', outcome: 'note', facts: '周女士家的总管老化。', owner: '王芳', dueOn: '2026-12-02' })
    const last = thread.at(-1)!
    expect([last.step, last.by, last.meetingDay]).toEqual(['resume', null, '2026-11-20'])
    expect(JSON.stringify([resolutions, last])).not.toMatch(/唐敏芝|tang/)
  })

  test('the printed minutes hold the decision and neither name, flat nor number', async () => {
    await community.as('tang').meeting.close({ committeeId: chunshen.committeeId, meetingId })
    const minutes = await community.as('chen').meeting.minutes({ committeeId: chunshen.committeeId, meetingId })
    const said = JSON.stringify(minutes)
    expect(said).toContain('物业下周来换')
    expect(said).toContain('总管老化')
    for (const secret of ['周女士', '周岚', '602室', '13812345678']) expect([secret, said.includes(secret)]).toEqual([secret, false])
  })
})
