/** Who may ask for, see, move and sum up a visit: by both walls, and by row security alone. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { visit as promises, type Visit } from '../../contract/visit'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, openCommunity, type Community, type Path } from '../fixtures/community'
import { askedAs, bookedAs, morning, homeOf, slotOf, summarisedAs, wednesday, type VisitMatter } from '../fixtures/visiting'
import { line, outcomeOf, readTable, type Cell } from './table'

/**
 * asked, proposed, booked and summarised are visits of zhou's household with wang, in that state; home is zhou's household, wangs a free time of
 * wang's. chen and tang serve the committee whole: they see it and may call it off, and what is said between two is theirs to read alone.
 */
const table = readTable(`
  method        thing       zhou zheng zhang lin xu wang li  chen tang shen zhu qin visitor
  slots         home        ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  slots         absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  mySlots       chunshen    -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  publishSlots  chunshen    -    -     -     -   -  ok   ok  ok   ok   -    -   -   in
  withdrawSlot  wangs       -    -     -     -   -  ok   -   -    -    -    -   -   in
  withdrawSlot  absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  ask           home        ok   -     -     -   -  -    -   -    -    -    -   -   in
  ask           absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  invite        home        -    -     -     -   -  ok   -   ok   ok   -    -   -   in
  invite        absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  accept        asked       no   -     -     -   -  ok   -   no   no   -    -   -   in
  accept        proposed    ok   -     -     -   -  no   -   no   no   -    -   -   in
  accept        absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  propose       asked       ok   -     -     -   -  ok   -   no   no   -    -   -   in
  propose       booked      ok   -     -     -   -  ok   -   no   no   -    -   -   in
  propose       absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  move          booked      ok   -     -     -   -  no   -   no   no   -    -   -   in
  move          absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  cancel        booked      ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  cancel        absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  say           booked      ok   -     -     -   -  ok   -   no   no   -    -   -   in
  say           absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  hold          booked      no   -     -     -   -  ok   -   no   no   -    -   -   in
  hold          absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  summarise     booked      no   -     -     -   -  ok   -   no   no   -    -   -   in
  summarise     absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  confirm       summarised  ok   -     -     -   -  no   -   no   no   -    -   -   in
  confirm       absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  correct       summarised  ok   -     -     -   -  no   -   no   no   -    -   -   in
  correct       absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  help          summarised  ok   -     -     -   -  -    -   -    -    -    -   -   in
  help          absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  note          booked      -    -     -     -   -  ok   -   -    -    -    -   -   in
  note          absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  get           booked      ok   -     -     -   -  ok   -   ok   ok   -    -   -   in
  get           absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  brief         booked      -    -     -     -   -  ok   -   -    -    -    -   -   in
  brief         absent      -    -     -     -   -  -    -   -    -    -    -   -   in
  listMine      own         ok   ok    ok    ok  ok ok   ok  ok   ok   ok   ok  ok  in
  listHosted    own         ok   ok    ok    ok  ok ok   ok  ok   ok   ok   ok  ok  in
`)

let community: Community
let home: { committeeId: Id; householdId: Id }
let model: VisitMatter
const offered = '2026-12-10T11:00:00.000Z'

beforeAll(async () => {
  community = await openCommunity()
  home = await homeOf(community, 'zhou')
  model = await askedAs(community, 'zhou', [offered])
})
afterAll(() => community.close())

const reads = new Set(['slots', 'mySlots', 'get', 'brief', 'listMine', 'listHosted'])
const states = new Set(['asked', 'proposed', 'booked', 'summarised'])

interface Given { visitId: Id; slotId: Id; helperId: Id }
const given = new Map<Cell, Given>()
let hour = 0

/** A visit and a time for each cell that needs one, so that what one person does is nothing to the next. */
async function provide(cells: readonly Cell[]): Promise<void> {
  for (const cell of cells) {
    hour += 1
    const at = new Date(Date.parse('2027-01-01T00:00:00Z') + hour * 3_600_000).toISOString()
    const slot = async () => (await community.rows<{ id: Id }>(`insert into visit_slot (committee_id, id, host_id, starts_at, minutes) values ($1, gen_random_uuid(), $2, $3::timestamptz + interval '30 minutes', 20) returning id`, [home.committeeId, accounts.wang, at]))[0]!.id
    const slotId = cell.thing === 'wangs' || cell.method === 'move' || cell.method === 'ask' ? await slot() : absent
    if (!states.has(cell.thing)) {
      given.set(cell, { visitId: absent, slotId, helperId: absent })
      continue
    }
    const timed = cell.thing === 'booked' || cell.thing === 'summarised'
    const [visit] = await community.rows<{ id: Id }>(`
      insert into visit (committee_id, id, household_id, block_id, mode, state, side, purpose, about, asked_by, host_id, channel, starts_at, ends_at, offers, told, summary, held_at, made_at, last_at)
      select committee_id, gen_random_uuid(), household_id, block_id, mode, $2, side, purpose, about, asked_by, host_id, channel, $3::timestamptz, $3::timestamptz + interval '20 minutes', $4, told,
        case when $2 = 'summarised' then '聊过了' end, case when $2 = 'summarised' then made_at end, made_at, last_at from visit where id = $1 returning id`,
    [model.visitId, cell.thing, timed ? at : null, JSON.stringify(timed ? [] : [at])])
    const [helper] = cell.method === 'help' ? await community.rows<{ id: Id }>(`insert into visit_helper (committee_id, id, visit_id, what, state) values ($1, gen_random_uuid(), $2, '会修车', 'asked') returning id`, [home.committeeId, visit!.id]) : []
    given.set(cell, { visitId: visit!.id, slotId, helperId: helper?.id ?? absent })
  }
}

const tables = ['visit', 'visit_entry', 'visit_slot', 'visit_need', 'visit_helper', 'visit_note', 'notice', 'demand']
async function mark(): Promise<string> {
  const [row] = await community.rows<{ mark: string }>(`select concat_ws(' ', ${tables.map((name) => `(select count(*) || ':' || coalesce(sum(hash_record_extended(row(ctid, xmin), 0)), 0) from ${name})`).join(', ')}) as mark`)
  return row!.mark
}

async function inputOf(cell: Cell): Promise<Record<string, unknown>> {
  const { method, thing } = cell
  const { visitId, slotId, helperId } = given.get(cell)!
  const { committeeId } = chunshen
  const household = { committeeId, householdId: thing === 'home' ? home.householdId : absent }
  const of = { committeeId, visitId }
  if (method === 'listMine' || method === 'listHosted') return {}
  if (method === 'mySlots') return { committeeId }
  if (method === 'publishSlots') return { committeeId, times: [morning(community)], minutes: 20, weeks: 1 }
  if (method === 'withdrawSlot') return { committeeId, slotId }
  if (method === 'slots') return household
  if (method === 'ask') return { ...household, about: 'leader', purpose: '聊聊', channel: 'app', offers: [offered] }
  if (method === 'invite') {
    await community.rows(`update visit set state = 'cancelled' where invited and state = 'proposed'`)
    return { ...household, purpose: '聊聊', channel: 'app', offers: [offered] }
  }
  const [row] = await community.rows<{ offers: string[] }>('select offers from visit where id = $1', [visitId])
  const more: Record<string, Record<string, unknown>> = {
    accept: { startsAt: row?.offers[0] ?? offered }, propose: { offers: [offered], text: '' }, move: { slotId }, cancel: { reason: '不巧' }, say: { text: '在的' }, correct: { text: '不是这样' },
    summarise: { summary: '聊过了', needs: [], helpers: [] }, help: { helperId, willing: true }, note: { text: '慢慢说' },
  }
  return { ...of, ...more[method] }
}

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map((cell) => cell.method))].sort()).toEqual(Object.keys(promises).sort())
})

test('row security alone: nothing to whom it is not for, and no command of theirs does anything', async () => {
  const alone = community.withoutFirstWall()
  const wrong: string[] = []
  const cells = table.filter(({ expected, method }) => (expected === 'NotFound' || expected === 'NotSignedIn') && method !== 'mySlots' && !(method === 'publishSlots'))
  await provide(cells)
  for (const cell of cells) {
    const input = await inputOf(cell)
    const before = await mark()
    const answer = await alone.answerOf(cell.name, `visit/${cell.method}` as Path, input)
    if (answer.ok && cell.method !== 'slots') wrong.push(line(cell, JSON.stringify(answer.output).slice(0, 200)))
    if (answer.ok && cell.method === 'slots' && !['wang', 'chen', 'tang'].includes(cell.name)) wrong.push(line(cell, 'read another household'))
    if (!reads.has(cell.method) && (await mark()) !== before) wrong.push(line(cell, 'changed something'))
  }
  expect(wrong).toEqual([])
})

test('both walls, cell by cell; what is refused changes nothing', async () => {
  const seen: string[] = []
  await provide(table)
  for (const cell of table) {
    const input = await inputOf(cell)
    const before = reads.has(cell.method) ? '' : await mark()
    const answer = await community.answerOf(cell.name, `visit/${cell.method}` as Path, input)
    seen.push(line(cell, outcomeOf(answer)))
    if (before !== '' && answer.ok === (before === (await mark()))) seen.push(line(cell, 'changed what it should not, or nothing'))
  }
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

test('asked from a service item, a demand, the card of the block leader and one’s own archive, and from nothing one may not see', async () => {
  const { items } = await community.as('zhou').service.list(chunshen)
  const ask = (input: object) => ({ ...home, purpose: '', channel: 'app', offers: [morning(community)], ...input })
  const own = (await community.as('zhou').demand.file({ ...chunshen, kind: 'request', text: '楼道的灯不亮，请来看看。', place: '', urgency: 'ordinary', visibility: 'committee' })).id
  const foreign = (await community.as('lin').demand.file({ ...chunshen, kind: 'request', text: '水管漏水，请来看看。', place: '', urgency: 'ordinary', visibility: 'committee' })).id
  const [slug, title] = [items[0]!.slug, items[0]!.title]
  const asked: unknown[] = []
  for (const from of [{ about: 'service', serviceSlug: slug }, { about: 'demand', demandId: own }, { about: 'leader' }, { about: 'archive' }]) {
    const answer = await community.answerOf('zhou', 'visit/ask', ask(from))
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const { about, service, demand, purpose } = answer.output as Visit
    asked.push([about, service?.slug ?? null, demand?.id ?? null, purpose])
  }
  expect(asked).toEqual([['service', slug, null, title], ['demand', null, own, expect.stringContaining('楼道的灯')], ['leader', null, null, '想和您聊聊'], ['archive', null, null, '想和您聊聊']])
  for (const from of [{ about: 'service', serviceSlug: 'nothing' }, { about: 'demand', demandId: foreign }]) expect(outcomeOf(await community.answerOf('zhou', 'visit/ask', ask(from)))).toBe('NotFound')
  for (const from of [{ about: 'leader', serviceSlug: slug }, { about: 'demand' }]) expect(outcomeOf(await community.answerOf('zhou', 'visit/ask', ask(from)))).toBe('BadInput')
})

test('home shows a household its next visit, and its host how many wait for them', async () => {
  const counted = async () => (await community.as('wang').account.home({})).tasks!.visits
  const next = async (name: 'zhou' | 'xu' | 'lin') => (await community.as(name).account.home({})).nextVisit
  await community.rows(`update visit set state = 'cancelled', held_at = null where household_id = $1 and state <> 'confirmed'`, [home.householdId])
  const before = await counted()
  expect(await next('zhou')).toBe(null)
  const asked = await askedAs(community, 'zhou')
  expect([await next('zhou'), await counted()]).toEqual([null, before + 1])
  const booked = await bookedAs(community, 'zhou')
  expect([await next('zhou'), await counted()]).toEqual([expect.objectContaining({ visitId: booked.visitId, state: 'booked', hostName: '王芳' }), before + 1])
  await community.as('wang').visit.propose({ ...asked, offers: [wednesday(community)], text: '' })
  expect([await next('zhou'), await counted()]).toEqual([expect.objectContaining({ visitId: asked.visitId, state: 'proposed', startsAt: null }), before])
  const summarised = await summarisedAs(community, 'zhou')
  expect(await next('zhou')).toMatchObject({ visitId: summarised.visitId, state: 'summarised' })
  for (const name of ['lin', 'xu'] as const) expect([asked.visitId, booked.visitId, summarised.visitId]).not.toContain((await next(name))?.visitId)
  expect((await community.as('visitor').account.home({})).nextVisit).toBe(null)
  await community.as('zhou').visit.cancel({ ...asked, reason: '不了' })
  await community.as('zhou').visit.confirm(summarised)
  community.later({ days: 60 })
  expect(await next('zhou')).toBe(null)
  community.later({ days: -60 })
})

describe('an owner who lets the flat, and those who live in it', () => {
  afterEach(async () => { await community.rows('delete from resident where account_id = $1', [accounts.xu]) })

  test.each([true, false])('read neither the other’s visits nor each other’s words (first wall: %s)', async (firstWall) => {
    // zheng's flat: xu becomes its tenant, zheng its owner elsewhere.
    const door = await homeOf(community, 'zheng')
    await community.rows(`update resident set relation = 'owner' where account_id = $1`, [accounts.zheng])
    await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) select committee_id, gen_random_uuid(), id, block_id, '许晓', 'tenant', $2 from household where id = $1`, [door.householdId, accounts.xu])
    const walls = firstWall ? community : community.withoutFirstWall()
    const ofOwner = await community.as('zheng').visit.ask({ ...door, about: 'leader', purpose: '租约的事', channel: 'phone', offers: [morning(community)] })
    const ofTenant = await community.as('xu').visit.ask({ ...door, about: 'leader', purpose: '居住证', channel: 'app', offers: [morning(community)] })
    for (const [name, own, other] of [['zheng', ofOwner, ofTenant], ['xu', ofTenant, ofOwner]] as const) {
      expect(outcomeOf(await walls.answerOf(name, 'visit/get', { committeeId: door.committeeId, visitId: own.id }))).toBe('ok')
      expect(outcomeOf(await walls.answerOf(name, 'visit/get', { committeeId: door.committeeId, visitId: other.id }))).toBe('NotFound')
      expect(outcomeOf(await walls.answerOf(name, 'visit/say', { committeeId: door.committeeId, visitId: other.id, text: '让我看看' }))).toBe('NotFound')
      const { items } = await walls.as(name).visit.listMine({})
      expect([name, items.some((one) => one.id === own.id), items.some((one) => one.id === other.id)]).toEqual([name, true, false])
    }
    const { members } = await community.as('wang').visit.brief({ committeeId: door.committeeId, visitId: ofTenant.id })
    const { name: owner } = (await community.rows<{ name: string }>('select name from resident where account_id = $1', [accounts.zheng]))[0]!
    expect(members.map((one) => one.name)).toContain('许晓')
    expect(members.map((one) => one.name)).not.toContain(owner)
  })
})

describe('what a host writes for themselves', () => {
  test('lies sealed, is read by its host alone, and opens in no other visit', async () => {
    const matter = await summarisedAs(community, 'zhou')
    await community.as('wang').visit.note({ ...matter, text: '听力不好，慢慢说' })
    expect((await community.as('wang').visit.brief(matter)).note).toBe('听力不好，慢慢说')
    const [row] = await community.rows<{ text_sealed: string }>('select text_sealed from visit_note where visit_id = $1', [matter.visitId])
    expect(row!.text_sealed).not.toContain('听力')
    expect(JSON.stringify(await community.as('zhou').visit.get(matter))).not.toContain('听力')
    const other = await summarisedAs(community, 'zhou')
    await community.rows(`insert into visit_note (committee_id, visit_id, account_id, text_sealed, at) select committee_id, $2, account_id, text_sealed, at from visit_note where visit_id = $1`, [matter.visitId, other.visitId])
    expect(await community.answerOf('wang', 'visit/brief', other)).toHaveProperty('fault')
  })
})

test('a free time is offered without saying who has the others', async () => {
  await slotOf(community)
  const { days } = await community.as('zhou').visit.slots(home)
  expect(days).toHaveLength(14)
  expect(JSON.stringify(days)).not.toMatch(/visitId|household/)
})
