/** Coming into a household by its printed code, leaving it, being taken out; and the two sides of a let flat. By both walls, and by row security alone. */
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CodeOutcome } from '../../contract/household'
import { codeSigns } from '../../contract/householdCode'
import type { Id } from '../../contract/values'
import { expire } from '../../cloudfunctions/runtime/expire'
import { keysOf, newKey } from '../../cloudfunctions/runtime/keys'
import { sealsOf } from '../../cloudfunctions/runtime/seal'
import { serve } from '../../cloudfunctions/runtime/serve'
import { absent, accounts, chunshen, openCommunity, opening, plum, type Community, type Name } from '../fixtures/community'
import { codeFor, doorOf, fileAs, householdAt } from '../fixtures/scene'
import { testKey } from '../fixtures/seals'
import { line, outcomeOf, readTable, type Cell } from './table'

/** Doors: zhou's in 3块, zhang's in 2块, shen's in 梅园; crossed is shen's door named in 春申里. Nobody prints a code for the door they live behind by living there. */
const serving = readTable(`
  method    door     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  getDoor   block3   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  getDoor   block2   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  getDoor   plum     -    -     -     -   -  -    -  -    -    -    ok  ok  in
  getDoor   crossed  -    -     -     -   -  -    -  -    -    -    -   -   in
  getDoor   absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  makeCode  block3   -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  makeCode  block2   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  makeCode  plum     -    -     -     -   -  -    -  -    -    -    ok  ok  in
  makeCode  crossed  -    -     -     -   -  -    -  -    -    -    -   -   in
  makeCode  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

/** Whoever lives there leaves; whoever serves takes out, never themselves: wangs is the place wang has in 3块. */
const going = readTable(`
  method        place    zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  leave         zhous    ok   -     -     -   -  -    -  -    -    -    -   -   in
  leave         zhangs   -    -     ok    -   -  -    -  -    -    -    -   -   in
  leave         shens    -    -     -     -   -  -    -  -    -    ok   -   -   in
  leave         wangs    -    -     -     -   -  ok   -  -    -    -    -   -   in
  leave         absent   -    -     -     -   -  -    -  -    -    -    -   -   in
  removeMember  zhous    -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  removeMember  zhangs   -    -     -     -   -  -    ok ok   ok   -    -   -   in
  removeMember  shens    -    -     -     -   -  -    -  -    -    -    ok  ok  in
  removeMember  wangs    -    -     -     -   -  -    -  ok   ok   -    -   -   in
  removeMember  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

/** Anybody signed in may try a code; a wrong one is an answer. */
const trying = readTable(`
  method   code   zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  useCode  wrong  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
`)

let community: Community
const doors: Record<string, { committeeId: Id; householdId: Id }> = {}
const places: Record<string, { committeeId: Id; householdId: Id; residentId: Id; accountId: Id | null }> = {}
const own: Partial<Record<Name, string>> = { zhou: 'block3', zhang: 'block2', shen: 'plum' }

async function placeOf(accountId: Id) {
  const [row] = await community.rows<{ committee_id: Id; household_id: Id; id: Id }>('select committee_id, household_id, id from resident where account_id = $1', [accountId])
  return { committeeId: row!.committee_id, householdId: row!.household_id, residentId: row!.id, accountId }
}

beforeAll(async () => {
  community = await openCommunity({ connections: 16 })
  const { committeeId } = chunshen
  const shens = await householdAt(community, '2号楼 301室', plum)
  Object.assign(doors, {
    block3: { committeeId, householdId: await householdAt(community, '11号楼 201室') }, block2: { committeeId, householdId: await householdAt(community, '7号楼 101室') },
    plum: { committeeId: plum.committeeId, householdId: shens }, crossed: { committeeId, householdId: shens }, absent: { committeeId, householdId: absent },
  })
  const { householdId } = await doorOf(community)
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) values ($1, $2, $3, $4, '王芳', 'owner', $5)`, [committeeId, randomUUID(), householdId, chunshen.block(3), accounts.wang])
  Object.assign(places, { zhous: await placeOf(accounts.zhou), zhangs: await placeOf(accounts.zhang), shens: await placeOf(accounts.shen), wangs: await placeOf(accounts.wang), absent: { committeeId, householdId: absent, residentId: absent, accountId: null } })
})
beforeEach(async () => {
  community.setClock(opening)
  await community.rows('delete from code_try')
})
afterAll(() => community.close())

const back = async () => {
  await community.rows('delete from departure')
  for (const { residentId, accountId } of Object.values(places)) await community.rows('update resident set left_at = null, account_id = $2 where id = $1', [residentId, accountId])
}
const goingInput = ({ method, thing }: Cell) => {
  const { committeeId, householdId, residentId } = places[thing]!
  return method === 'leave' ? { committeeId, householdId } : { committeeId, residentId, reason: '上个月搬走了。' }
}
const useAs = (name: Name, code: string, walls = community) => walls.as(name).household.useCode({ code, name: '小许', relation: 'tenant' })
const wrong = (n: number) => Array.from({ length: 8 }, (_, at) => codeSigns[(n >> (at * 3)) % 8 + 8]).join('')

describe('who may', () => {
  test('each prints and reads at the doors they serve, and a wrong code is an answer to everybody', async () => {
    const seen: string[] = []
    for (const cell of serving) seen.push(line(cell, outcomeOf(await community.answerOf(cell.name, `household/${cell.method as 'getDoor'}`, doors[cell.thing]!))))
    expect(seen).toEqual(serving.map((cell) => line(cell, cell.expected)))
    for (const cell of trying) expect(line(cell, outcomeOf(await community.answerOf(cell.name, 'household/useCode', { code: wrong(1), name: '小许', relation: 'tenant' })))).toBe(line(cell, cell.expected))
  })

  test('row security alone prints for the same doors; who lives there reads their own side and no code', async () => {
    const alone = community.withoutFirstWall()
    const faults: string[] = []
    for (const cell of serving) {
      const answer = await alone.answerOf(cell.name, `household/${cell.method as 'getDoor'}`, doors[cell.thing]!)
      const mine = cell.method === 'getDoor' && own[cell.name] === cell.thing
      if (answer.ok !== (cell.expected === 'ok' || mine)) faults.push(line(cell, outcomeOf(answer)))
      if (mine && answer.ok) expect((answer.output as { code: unknown }).code).toBeNull()
    }
    expect(faults).toEqual([])
    community.logged.length = 0
  })

  test.each([true, false])('each leaves their own place, and takes out whom they serve (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    const seen: string[] = []
    // By row security alone whoever takes themselves out has left, and nothing else.
    const cells = going.filter((cell) => firstWall || cell.method === 'leave' || places[cell.thing]!.accountId === null || cell.name === 'visitor' || places[cell.thing]!.accountId !== accounts[cell.name])
    for (const cell of cells) {
      const outcome = outcomeOf(await walls.answerOf(cell.name, `household/${cell.method as 'leave'}`, goingInput(cell)))
      const [row] = await community.rows<{ gone: boolean }>('select left_at is not null as gone from resident where id = $1', [places[cell.thing]!.residentId])
      expect(line(cell, String(row?.gone ?? false))).toBe(line(cell, String(cell.expected === 'ok')))
      seen.push(line(cell, outcome))
      await back()
    }
    expect(seen).toEqual(cells.map((cell) => line(cell, cell.expected)))
  })
})

describe('a code', () => {
  test('lets in once, at once, and tells whoever printed it; the archive has one person for one', async () => {
    const code = await codeFor(community)
    const door = await doorOf(community)
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(await community.as('wang').household.getDoor(door)).toMatchObject({ code: { madeBy: '王芳', expiresAt: '2027-01-19T05:00:00.000Z' } })
    await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation) values ($1, $2, $3, $4, '小许', 'tenant')`, [door.committeeId, randomUUID(), door.householdId, chunshen.block(3)])
    const before = (await community.as('wang').household.getDoor(door)).residents.length
    await community.rows('delete from notice where about = $1', ['memberJoined'])

    expect(await useAs('xu', code)).toMatchObject({ outcome: 'joined', ...door })
    expect((await community.as('xu').household.mine({})).items.map(({ membership }) => membership.householdId)).toEqual([door.householdId])
    const after = await community.as('wang').household.getDoor(door)
    expect([after.residents.length, after.code]).toEqual([before, null])
    expect(await community.rows('select to_id, from_name from notice where about = $1 order by to_id', ['memberJoined'])).toEqual([{ to_id: accounts.wang, from_name: null }])
    expect((await community.as('wang').notice.list({})).items[0]).toMatchObject({ about: 'memberJoined', subject: 'household', subjectId: door.householdId, reader: 'staff' })

    expect(await useAs('zheng', code)).toEqual({ outcome: 'used', left: 4 })
    expect((await community.as('zheng').household.mine({})).items).toHaveLength(1)
    expect(await useAs('zheng', wrong(2))).toEqual({ outcome: 'unknown', left: 3 })
    await community.rows(`delete from resident where name = '小许'`)
  })

  test('dies with the next one, and after sixty days; whoever printed it can not use it, whoever lives there need not', async () => {
    const first = await codeFor(community)
    const second = await codeFor(community)
    expect(await useAs('xu', first)).toEqual({ outcome: 'replaced', left: 4 })
    expect(await useAs('wang', second)).toEqual({ outcome: 'own' })
    community.later({ days: 60 })
    // Sessions are over by then.
    await community.signInAgain('xu')
    await community.signInAgain('wang')
    expect(await useAs('xu', second)).toEqual({ outcome: 'expired', left: 4 })
    expect((await community.as('wang').household.getDoor(await doorOf(community))).code).toBeNull()

    community.setClock(opening)
    await community.signInAgain('wang')
    const { code } = await community.as('wang').household.makeCode(doors.block3!)
    expect(await useAs('zhou', code)).toEqual({ outcome: 'member', label: '11号楼 201室' })
    // Still good for somebody else.
    expect(await useAs('xu', code)).toMatchObject({ outcome: 'joined', label: '11号楼 201室' })
    await community.rows(`delete from resident where account_id = $1`, [accounts.xu])
  })

  test('lies nowhere in the database, nor anything it can be found from without the server’s key', async () => {
    const code = await codeFor(community)
    const [row] = await community.rows<{ row: string; hash: string }>('select c::text as row, hash from household_code c where used_at is null and ended_at is null and household_id = $1', [(await doorOf(community)).householdId])
    expect(row!.row).not.toContain(code)
    for (const kind of ['sha256', 'sha1', 'md5']) for (const text of [code, code.toLowerCase()]) for (const as of ['hex', 'base64url'] as const) expect(row!.row).not.toContain(createHash(kind).update(text).digest(as))
    const receipts = await community.rows<{ answer: string }>('select answer::text as answer from receipt where account_id = $1', [accounts.wang])
    expect(receipts.length).toBeGreaterThan(0)
    expect(receipts.filter(({ answer }) => answer.includes(code))).toEqual([])
    const everywhere = await community.rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
    for (const { name } of everywhere) expect([name, await community.rows(`select from "${name}" t where strpos(t::text, $1) > 0`, [code])]).toEqual([name, []])
    expect(JSON.stringify(community.logged)).not.toContain(code)
  })

  test('printed before the keys were turned over is good while the old key is there', async () => {
    const code = await codeFor(community)
    const key = newKey()
    expect(await useAs('xu', code, community.with({ seals: sealsOf(keysOf(key)) }))).toEqual({ outcome: 'unknown', left: 4 })
    expect(await useAs('xu', code, community.with({ seals: sealsOf(keysOf(`${key},${testKey}`)) }))).toMatchObject({ outcome: 'joined' })
  })

  test('of sixteen people with one code one gets in', async () => {
    const code = await codeFor(community)
    const before = (await community.rows('select from resident')).length
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => serve(
      { surroundings: community.surroundings, credential: { kind: 'weapp', value: `o-${n}` }, key: randomUUID() }, 'household/useCode', { code, name: `第${n}位`, relation: 'tenant' })))
    const outcomes = answers.map((answer) => (answer.ok ? (answer.output as CodeOutcome).outcome : 'no'))
    expect(outcomes.filter((outcome) => outcome === 'joined')).toHaveLength(1)
    expect(outcomes.filter((outcome) => !['joined', 'used', 'wait'].includes(outcome))).toEqual([])
    expect((await community.rows('select from resident')).length).toBe(before + 1)
    expect(await community.rows('select from household_code where household_id = $1 and used_at is null and ended_at is null', [(await doorOf(community)).householdId])).toEqual([])
    await community.rows(`delete from resident where name like '第%位'`)
  })

  test('of sixteen printed at once one is good', async () => {
    const codes = await Promise.all(Array.from({ length: 16 }, async (_, n) => (await community.as(n % 2 ? 'wang' : 'chen').household.makeCode(doors.block3!)).code))
    expect(new Set(codes).size).toBe(16)
    expect(await community.rows('select from household_code where household_id = $1 and used_at is null and ended_at is null', [doors.block3!.householdId])).toHaveLength(1)
  })
})

describe('guessing', () => {
  test('five wrong tries within an hour, however many come at once; then even the right code waits; after the hour it is good', async () => {
    const code = await codeFor(community)
    const outcomes = (await Promise.all(Array.from({ length: 40 }, (_, n) => useAs('xu', wrong(n))))).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'unknown')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'wait')).toHaveLength(35)
    community.later({ minutes: 59 })
    expect(await useAs('xu', code)).toEqual({ outcome: 'wait', until: '2026-11-20T06:00:00.000Z' })
    community.later({ minutes: 1 })
    expect(await useAs('xu', code)).toMatchObject({ outcome: 'joined' })
    await community.rows('delete from resident where account_id = $1', [accounts.xu])
  })

  test('a dead sheet passed around counts for its household too: then its new one waits as well', async () => {
    const dead = await codeFor(community)
    const { code } = await community.as('wang').household.makeCode(await doorOf(community))
    for (const name of ['zhou', 'zheng', 'zhang', 'lin', 'shen'] as const) expect(await useAs(name, dead)).toEqual({ outcome: 'replaced', left: 4 })
    expect(await useAs('xu', code)).toEqual({ outcome: 'wait', until: '2026-11-20T06:00:00.000Z' })
    // Nobody else has to wait for that.
    expect(await useAs('xu', (await community.as('wang').household.makeCode(doors.block3!)).code)).toMatchObject({ outcome: 'joined' })
    await community.rows('delete from resident where account_id = $1', [accounts.xu])
  })

  test('who comes with SQL as the application finds no hash and no counter, and is counted as well', async () => {
    const code = await codeFor(community)
    const login = new pg.Client({ connectionString: community.database.appUrl })
    await login.connect()
    const as = async (sql: string, values: unknown[] = []) => {
      await login.query(`begin; set local role zx_app; select set_config('app.account', '${accounts.xu}', true), set_config('app.blocks', '{${chunshen.block(3)}}', true)`)
      const result = await login.query(sql, values).then(({ rows }) => rows as { outcome: CodeOutcome }[], (error: Error) => error.message)
      await login.query(typeof result === 'string' ? 'rollback' : 'commit')
      return result
    }
    expect(await as('select hash from household_code')).toMatch('permission denied')
    expect(await as('delete from code_try')).toMatch('permission denied')
    expect(await as('update household_code set expires_at = now()')).toMatch('permission denied')
    expect(await as('update household_code set used_at = null')).toMatch('permission denied')
    // Not even one who serves the block gives an account a place; whoever is said to live there again comes back without one.
    expect(await as(`update resident set account_id = '${accounts.xu}' where account_id is null`)).toMatch('an account is bound by a code or a request')
    expect(await as(`update resident set left_at = null where account_id is null`)).toEqual([])
    const tried = () => as(`select app.use_code(array['${code}'], $1, '小许', 'tenant', gen_random_uuid(), '{}', $1) as outcome`, [community.now()])
    const outcomes: unknown[] = []
    for (let n = 0; n < 6; n += 1) outcomes.push(((await tried()) as { outcome: CodeOutcome }[])[0]!.outcome.outcome)
    expect(outcomes).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'wait'])
    await login.end()
  })
})

describe('leaving', () => {
  test('what one has filed stays one’s own and goes on; the household is nothing of theirs any more; the leader is told without a name', async () => {
    const demand = await fileAs(community, 'zhou', '走之前说一声：楼道灯不亮。')
    await community.as('zhou').household.leave(doors.block3!)
    expect((await community.as('zhou').household.mine({})).items).toEqual([])
    expect((await community.as('zhou').demand.get(demand)).text).toBe('走之前说一声：楼道灯不亮。')
    await community.as('wang').demand.reply({ ...demand, text: '我下午去看。' })
    expect((await community.as('wang').household.getDoor(doors.block3!)).residents.map(({ name }) => name)).not.toContain('周岚')
    expect((await community.as('wang').notice.list({})).items.find(({ about }) => about === 'memberLeft')).toMatchObject({ subject: 'household', title: '11号楼 201室', from: null, reader: 'staff' })
    expect(outcomeOf(await community.answerOf('zhou', 'household/leave', doors.block3!))).toBe('NotFound')
    // Thirty days later nobody finds out who it was.
    const nameOf = async () => (await community.rows<{ name: string }>('select name from resident where id = $1', [places.zhous!.residentId]))[0]!.name
    await expire({ ...community.surroundings, now: () => '2026-12-20T04:59:00.000Z' })
    expect(await nameOf()).toBe('周岚')
    await expire({ ...community.surroundings, now: () => '2026-12-20T05:01:00.000Z' })
    expect(await nameOf()).toBe('已搬走')
    await community.rows(`update resident set name = '周岚' where id = $1`, [places.zhous!.residentId])
    for (const name of Object.keys(accounts) as (keyof typeof accounts)[]) await community.signInAgain(name)
    await back()
  })

  test('who was taken out is told by whom and why, and is out with the next request', async () => {
    await community.as('wang').household.removeMember({ committeeId: chunshen.committeeId, residentId: places.zhous!.residentId, reason: '上个月搬走了。' })
    const { items, departed } = await community.as('zhou').household.mine({})
    expect(items).toEqual([])
    expect(departed).toEqual([{ label: '11号楼 201室', at: community.now(), by: '王芳', why: '上个月搬走了。' }])
    expect((await community.as('zhou').notice.list({})).items[0]).toMatchObject({ about: 'memberRemoved', subject: 'household', from: '王芳', reader: 'filer' })
    for (const name of ['zheng', 'lin', 'shen'] as const) expect((await community.as(name).household.mine({})).departed).toEqual([])
    expect(outcomeOf(await community.answerOf('wang', 'household/removeMember', { committeeId: chunshen.committeeId, residentId: places.zhous!.residentId, reason: '再来一次。' }))).toBe('NotFound')
    expect(outcomeOf(await community.answerOf('wang', 'household/removeMember', { committeeId: chunshen.committeeId, residentId: places.zhous!.residentId, reason: '' }))).toBe('BadInput')
    await back()
  })
})

describe('two homes', () => {
  test('one says which is meant: it goes to the leader of that block; a home of others is no home', async () => {
    const second = doors.block2!
    await useAs('zhou', (await community.as('li').household.makeCode(second)).code)
    const asked = { committeeId: chunshen.committeeId, kind: 'request', urgency: 'ordinary' } as const
    for (const [door, leader, block] of [[doors.block3!, '王芳', 3], [second, '李强', 2]] as const) {
      expect((await community.as('zhou').account.home({ householdId: door.householdId })).leader?.staff.name).toBe(leader)
      expect((await community.as('zhou').demand.foresee({ ...asked, householdId: door.householdId })).owner.staff.name).toBe(leader)
      const { id } = await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, kind: 'request', text: '楼道灯不亮', place: '', urgency: 'ordinary', visibility: 'committee', householdId: door.householdId })
      expect(await community.rows('select household_id, block_id from demand where id = $1', [id])).toEqual([{ household_id: door.householdId, block_id: chunshen.block(block) }])
    }
    const elsewhere = { ...asked, householdId: await householdAt(community, '11号楼 202室') }
    expect(outcomeOf(await community.answerOf('zhou', 'demand/foresee', elsewhere))).toBe('NotFound')
    expect(outcomeOf(await community.answerOf('zhou', 'demand/file', { ...elsewhere, text: '楼道灯不亮', place: '', visibility: 'committee' }))).toBe('NotFound')
    // On the notice board a home one has left is passed over.
    await community.as('zhou').household.leave(second)
    expect((await community.as('zhou').account.home({ householdId: second.householdId })).leader?.staff.name).toBe('王芳')
  })
})

describe('a let flat', () => {
  const namesOf = async (name: Name, walls: Community) => (await walls.as(name).household.mine({})).items.find(({ membership }) => membership.householdId === doors.block3!.householdId)!.members.map((member) => member.name).sort()
  const live = (name: string, relation: string, accountId: Id | null) => community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [chunshen.committeeId, randomUUID(), doors.block3!.householdId, chunshen.block(3), name, relation, accountId])

  test.each([true, false])('the owner who lives elsewhere and those who live there do not read each other (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    await community.rows(`update resident set relation = 'tenant' where id = $1`, [places.zhous!.residentId])
    await live('房东甲', 'owner', accounts.xu)
    await live('房东乙', 'owner', null)
    await live('租客家人', 'family', accounts.lin)
    const [zhous, xus, lins] = [await namesOf('zhou', walls), await namesOf('xu', walls), await namesOf('lin', walls)]
    expect(xus).toEqual(['房东乙', '房东甲'].sort())
    expect(zhous).toEqual(lins)
    expect(zhous).toEqual(expect.arrayContaining(['周岚', '租客家人']))
    expect(zhous.filter((name) => name.startsWith('房东'))).toEqual([])
    // Who serves reads both.
    expect((await walls.as('wang').household.getDoor(doors.block3!)).residents.map(({ name }) => name)).toEqual(expect.arrayContaining(['周岚', '房东甲', '房东乙', '租客家人']))

    // A tenant who comes in is told to the tenants, not to the owner.
    await community.rows(`delete from notice where about = 'memberJoined'`)
    await useAs('zheng', (await community.as('chen').household.makeCode(doors.block3!)).code)
    const told = (await community.rows<{ to_id: Id }>(`select to_id from notice where about = 'memberJoined'`)).map(({ to_id }) => to_id)
    expect(told).toEqual(expect.arrayContaining([accounts.zhou, accounts.lin, accounts.chen]))
    expect(told).not.toContain(accounts.xu)
    await community.rows(`delete from resident where household_id = $1 and (name like '房东%' or name = '租客家人' or account_id = $2)`, [doors.block3!.householdId, accounts.zheng])
  })
})
