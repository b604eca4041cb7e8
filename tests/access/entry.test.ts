/** What is said on the phone or at the counter, written down by one who serves: who may, for whom, whose it is then, and how it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Demand } from '../../contract/demand/demand'
import type { RouteReason } from '../../contract/demand/route'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Name } from '../fixtures/community'
import { call, householdAt, words } from '../fixtures/scene'
import { line, outcomeOf, readTable } from './table'

/** At which door: zhou's lies in 3块, zhang's in 2块, shen's in 梅园; nowhere is a caller who names none; foreign is shen's door named in 春申里. */
const entering = readTable(`
  method  door     zhou zheng zhang lin xu wang            li              chen            tang            shen zhu             qin             visitor
  enter   zhou     -    -     -     -   -  ok              NoSuchHousehold ok              ok              -    -               -               in
  enter   zhang    -    -     -     -   -  NoSuchHousehold ok              ok              ok              -    -               -               in
  enter   shen     -    -     -     -   -  -               -               -               -               -    ok              ok              in
  enter   nowhere  -    -     -     -   -  ok              ok              ok              ok              -    -               -               in
  enter   foreign  -    -     -     -   -  NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold -    -               -               in
  enter   absent   -    -     -     -   -  NoSuchHousehold NoSuchHousehold NoSuchHousehold NoSuchHousehold -    -               -               in
`)

let community: Community
const doors: Record<string, { committeeId: Id; householdId: Id | null }> = {}
const residentOf = async (accountId: Id) => (await community.rows<{ id: Id }>('select id from resident where account_id = $1', [accountId]))[0]!.id

beforeAll(async () => {
  community = await openCommunity()
  const { committeeId } = chunshen
  const shens = await householdAt(community, '2号楼 301室', plum)
  Object.assign(doors, {
    zhou: { committeeId, householdId: await householdAt(community, '11号楼 201室') }, zhang: { committeeId, householdId: await householdAt(community, '7号楼 101室') },
    shen: { committeeId: plum.committeeId, householdId: shens }, nowhere: { committeeId, householdId: null }, foreign: { committeeId, householdId: shens }, absent: { committeeId, householdId: absent },
  })
})
afterAll(() => community.close())

const inputAt = (door: string, change: Record<string, unknown> = {}) => ({ ...call, committeeId: doors[door]!.committeeId, who: { ...call.who, householdId: doors[door]!.householdId }, ...change })
const enterAs = (name: Name, door: string, change: Record<string, unknown> = {}) => community.as(name).demand.enter(inputAt(door, change) as never)
const entered = async () => (await community.rows<{ count: number }>('select count(*)::int as count from demand where entered_by is not null'))[0]!.count

describe('who may', () => {
  test('each person may enter what the table says, and a refusal leaves nothing', async () => {
    const seen: string[] = []
    const before = await entered()
    for (const cell of entering) seen.push(line(cell, outcomeOf(await community.answerOf(cell.name, 'demand/enter', inputAt(cell.thing)))))
    expect(seen).toEqual(entering.map((cell) => line(cell, cell.expected)))
    expect((await entered()) - before).toBe(entering.filter(({ expected }) => expected === 'ok').length)
  })

  test('row security alone lets in the same', async () => {
    const alone = community.withoutFirstWall()
    const wrong: string[] = []
    for (const cell of entering) {
      const before = await entered()
      const outcome = outcomeOf(await alone.answerOf(cell.name, 'demand/enter', inputAt(cell.thing)))
      if ((outcome === 'ok') !== (cell.expected === 'ok') || (await entered()) - before !== Number(cell.expected === 'ok')) wrong.push(line(cell, outcome))
    }
    expect(wrong).toEqual([])
    // What the database stopped by itself was logged as our fault, as it should be: the first wall lets nothing of it through.
    community.logged.length = 0
  })

  /** The row as `name` would write it with SQL of their own; what the database says. */
  async function insertAs(name: Name, change: Record<string, unknown>): Promise<string> {
    const row = { household_id: doors.zhang!.householdId, block_id: chunshen.block(2), filed_by: null, entered_by: accounts[name as keyof typeof accounts], channel: 'phone', ...change }
    const client = await community.pool.connect()
    try {
      const { kind, value } = community.credentialOf(name)
      await client.query('begin; set local role zx_app')
      await client.query('select app.enter($1, $2, $3, null, null, $4, null)', [kind, value, community.now(), 'demand/enter'])
      await client.query(`
        insert into demand (committee_id, id, number, kind, about, title, text, place, urgency, visibility, channel, status, filed_by, filer_name, household_id, block_id, owner_id, first_receiver_id, told,
          route, filed_at, contact_due_at, due_from, due_days, due_at, provisional, last_at, entered_by)
        values ($1, gen_random_uuid(), gen_random_uuid()::text, 'request', 'community', '灯', '灯不亮', '', 'ordinary', 'committee', $2, 'submitted', $3, '何阿姨', $4, $5, $6, $6, '{}', '[]', $7, $7, $7, 5, $7, false, $7, $8)`,
      [chunshen.committeeId, row.channel, row.filed_by, row.household_id, row.block_id, accounts.wang, community.now(), row.entered_by])
      return 'written'
    } catch (error) {
      return (error as Error).message
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test('by SQL too: a leader for no other block, for nobody who does not live there, in nobody’s name', async () => {
    expect(await insertAs('li', {})).toBe('written')
    expect(await insertAs('chen', { block_id: null, household_id: null })).toBe('written')
    expect(await insertAs('li', { filed_by: accounts.zhang })).toBe('written')
    expect(await insertAs('wang', {})).toContain('row-level security')
    expect(await insertAs('wang', { block_id: chunshen.block(3) })).toContain('does not lie in this block')
    expect(await insertAs('li', { filed_by: accounts.zhou })).toContain('does not live there')
    expect(await insertAs('li', { entered_by: accounts.chen })).toContain('row-level security')
    expect(await insertAs('li', { channel: 'app' })).toContain('row-level security')
    expect(await insertAs('zhou', { filed_by: accounts.zhou, entered_by: null, channel: 'phone', household_id: null, block_id: null })).toContain('row-level security')
  })

  test('nobody enters their own matter', async () => {
    await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) values ($1, $2, $3, $4, '陈敏', 'tenant', $5)`,
      [chunshen.committeeId, absent, doors.zhang!.householdId, chunshen.block(2), accounts.chen])
    const answer = await community.answerOf('chen', 'demand/enter', inputAt('zhang', { who: { ...call.who, householdId: doors.zhang!.householdId, residentId: absent } }))
    expect(outcomeOf(answer)).toBe('NotAllowed')
    await community.rows('delete from resident where id = $1', [absent])
  })

  test('somebody who does not live behind the door that is named is not there', async () => {
    const residentId = await residentOf(accounts.zhang)
    await expect(enterAs('chen', 'zhou', { who: { ...call.who, householdId: doors.zhou!.householdId, residentId } })).rejects.toMatchObject({ code: 'NoSuchHousehold' })
  })
})

const reasons = (demand: Demand): [string | undefined, RouteReason, string][] => demand.route.map(({ staff, reason, outcome }) => [staff?.name, reason, outcome])
const noticesOf = async (demand: Demand) => Object.fromEntries((await community.rows<{ to_id: Id; about: string }>('select to_id, about from notice where subject_id = $1', [demand.id])).map((row) => [row.to_id, row.about]))

describe('whose it is', () => {
  test('who was told first stays answerable; the leader of the block has it, as if it had been filed', async () => {
    const demand = await enterAs('chen', 'zhou')
    expect(demand).toMatchObject({ status: 'submitted', proxied: true, channel: 'phone', phone: '021 5550 0101', from: '11号楼 201室 何阿姨' })
    expect([demand.firstReceiver.name, demand.owner.name, demand.enteredBy!.name]).toEqual(['陈敏', '王芳', '陈敏'])
    expect(reasons(demand)).toEqual([['王芳', 'leaderOfBlock', 'took']])
    expect(await noticesOf(demand)).toEqual({ [accounts.wang]: 'demandFiled' })
    // They are speaking with each other: nobody waits for a first contact.
    expect(demand.contactDueAt).toBeNull()
    expect(demand.steps).toEqual(expect.arrayContaining(['reply', 'answer']))
  })

  test('while the block has nobody there, who took the call keeps it', async () => {
    await community.rows(`insert into leave (committee_id, id, account_id, since, until) values ($1, $2, $3, $4, $5)`, [chunshen.committeeId, absent, accounts.wang, '2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z'])
    const demand = await enterAs('tang', 'zhou')
    await community.rows('delete from leave where id = $1', [absent])
    expect([demand.status, demand.owner.name, demand.firstReceiver.name]).toEqual(['accepted', '唐敏芝', '唐敏芝'])
    expect(reasons(demand).slice(-2)).toEqual([['王芳', 'onLeave', 'passed'], ['唐敏芝', 'tookCall', 'took']])
  })

  test('a caller without a door stays in the block of the leader who was called, or with who took the call at the desk', async () => {
    const [ofWang, ofChen] = [await enterAs('wang', 'nowhere'), await enterAs('chen', 'nowhere')]
    expect([ofWang.owner.name, ofWang.status, ofChen.owner.name, ofChen.status]).toEqual(['王芳', 'accepted', '陈敏', 'accepted'])
    const blocks = await community.rows('select block_id from demand where id = any($1) order by block_id nulls last', [[ofWang.id, ofChen.id]])
    expect(blocks).toEqual([{ block_id: chunshen.block(3) }, { block_id: null }])
  })

  test('danger on the phone is told to everybody at once, and waits for who goes there', async () => {
    const demand = await enterAs('chen', 'zhou', { ...words('燃气味很重，不敢开灯', 'danger'), kind: 'hazard' })
    expect(demand).toMatchObject({ urgency: 'danger', status: 'submitted', owner: { name: '王芳' } })
    expect(demand.contactDueAt).not.toBeNull()
    expect(await noticesOf(demand)).toMatchObject({ [accounts.wang]: 'dangerFiled', [accounts.tang]: 'dangerFiled' })
  })

  test('answered in one go it is with who answered, and the leader is left in peace', async () => {
    const demand = await enterAs('chen', 'zhou', { answerNow: '物业下午三点来通，已经约好了。' })
    expect(demand).toMatchObject({ status: 'answered', owner: { name: '陈敏' }, contactDueAt: null })
    expect(demand.thread.map(({ step, text }) => [step, text])).toEqual([['file', null], ['answer', '物业下午三点来通，已经约好了。']])
    expect(reasons(demand)).toEqual([['陈敏', 'answeredOnSpot', 'took']])
    expect(await noticesOf(demand)).toEqual({})
  })

  test('a theme and its answers go with it, and an answer that does not fit is named', async () => {
    const lift = { ...words('3号楼电梯停了'), category: 'lift', answers: [{ id: 'inside', answer: '有人' }] }
    expect(await enterAs('chen', 'nowhere', lift)).toMatchObject({ category: { slug: 'lift', name: '电梯' }, answers: [{ label: '里面有人吗', answer: '有人' }] })
    await expect(enterAs('chen', 'nowhere', { ...lift, answers: [{ id: 'inside', answer: '三个' }] })).rejects.toMatchObject({ code: 'BadInput', data: { issues: [{ path: ['answers', 'inside'], code: 'notOffered' }] } })
    await expect(enterAs('chen', 'nowhere', { ...lift, answers: [] })).rejects.toMatchObject({ data: { issues: [{ path: ['answers', 'inside'], code: 'missing' }] } })
  })

  test.each(['12', 'abcdef', '021-5555 0000 #9', '1'.repeat(21), "0'; --"])('“%s” is no number to call', async (phone) => {
    await expect(enterAs('chen', 'nowhere', { who: { ...call.who, phone } })).rejects.toMatchObject({ code: 'BadInput' })
  })
})

describe('for one who has an account', () => {
  test('it is theirs: they are told who wrote it down, read it among their own, and judge themselves', async () => {
    const demand = await enterAs('chen', 'zhou', { who: { householdId: doors.zhou!.householdId, residentId: await residentOf(accounts.zhou), name: '周女士', phone: null } })
    expect(await noticesOf(demand)).toEqual({ [accounts.wang]: 'demandFiled', [accounts.zhou]: 'demandEntered' })
    const mine = (await community.as('zhou').demand.listMine({})).items.find(({ id }) => id === demand.id)
    expect(mine).toMatchObject({ proxied: true, unread: 1 })
    const own = await community.as('zhou').demand.get({ committeeId: demand.committeeId, demandId: demand.id })
    expect(own).toMatchObject({ reader: 'filer', phone: null, enteredBy: { name: '陈敏' }, steps: ['add', 'withdraw'] })
    expect(own.thread[0]).toMatchObject({ step: 'file', heard: 'phone', by: { name: '陈敏' }, mine: false })

    await community.as('wang').demand.answer({ committeeId: demand.committeeId, demandId: demand.id, text: '通好了。' })
    const matter = { committeeId: demand.committeeId, demandId: demand.id }
    // Nobody says it in their place.
    for (const name of ['chen', 'wang', 'tang'] as const) await expect(community.as(name).demand.confirm(matter)).rejects.toMatchObject({ code: 'NotAllowed' })
    expect(await community.as('zhou').demand.confirm(matter)).toMatchObject({ status: 'closed', closedHow: 'confirmed' })
  })
})

describe('for one without', () => {
  test('whoever serves it writes down what they say, and it is counted apart', async () => {
    const outcomes = async () => (await community.as('tang').demand.overview(chunshen)).outcomes
    const before = await outcomes()
    const demand = await enterAs('chen', 'zhang')
    const matter = { committeeId: demand.committeeId, demandId: demand.id }
    expect(demand.owner.name).toBe('李强')
    const said = await community.as('chen').demand.add({ ...matter, text: '她说下午都在家。' })
    expect(said.thread.at(-1)).toMatchObject({ step: 'add', heard: 'phone', by: { name: '陈敏' }, text: '她说下午都在家。' })
    await community.as('li').demand.answer({ ...matter, text: '通好了，电话里告诉她了。' })
    const missing = await community.as('li').demand.notSolved({ ...matter, text: '她说还有一点冒水。', heard: 'homeVisit' })
    expect(missing).toMatchObject({ status: 'reopened', reopened: 1 })
    expect(missing.thread.at(-1)).toMatchObject({ step: 'notSolved', heard: 'homeVisit' })
    await community.as('li').demand.answer({ ...matter, text: '接口换了。' })
    const closed = await community.as('chen').demand.confirm(matter)
    expect(closed).toMatchObject({ status: 'closed', closedHow: 'proxy' })
    const after = await outcomes()
    expect([after.proxy - before.proxy, after.solved - before.solved, after.closed - before.closed]).toEqual([1, 0, 1])
    // What it was like nobody says in their place.
    for (const name of ['chen', 'li', 'tang'] as const) {
      expect(outcomeOf(await community.answerOf(name, 'demand/rate', { ...matter, value: 5, reasons: [], words: '' }))).toBe('NotAllowed')
    }
  })

  test('it can be withdrawn for them, by those who serve it and by nobody else', async () => {
    const demand = await enterAs('chen', 'zhang')
    const matter = { committeeId: demand.committeeId, demandId: demand.id }
    for (const [name, code] of [['wang', 'NotFound'], ['zhang', 'NotFound'], ['qin', 'NotFound']] as const) await expect(community.as(name).demand.withdraw(matter)).rejects.toMatchObject({ code })
    expect(await community.as('chen').demand.withdraw({ ...matter, heard: 'counter' })).toMatchObject({ status: 'withdrawn' })
  })
})
