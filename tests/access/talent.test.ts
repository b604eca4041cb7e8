/** Able neighbours: each by their own word, read by themselves and by those who serve the committee whole, gone by whatever way the word is taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentVersions } from '../../contract/consent'
import { talent as promises } from '../../contract/talent'
import type { Id } from '../../contract/values'
import { withConnection } from '../../cloudfunctions/database/connection'
import { enter } from '../../cloudfunctions/runtime/enter'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Name, type Path } from '../fixtures/community'
import { summarisedAs, willingAs } from '../fixtures/visiting'
import { line, outcomeOf, readTable, type Cell } from './table'

/** zhous: zhou's word, just given to wang, who leads her block. */
const table = readTable(`
  method    thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  list      chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  list      plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  list      absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  mine      own       ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  withdraw  zhous     ok   -     -     -   -  -    -  -    -    -    -   -   in
  withdraw  absent    -    -     -     -   -  -    -  -    -    -    -   -   in
`)

let community: Community
beforeAll(async () => {
  community = await openCommunity()
  // None but what is given here.
  await community.rows('delete from talent')
})
afterAll(() => community.close())

const places: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, absent }
const inputs: Record<string, (thing: string) => object | Promise<object>> = {
  list: (thing) => ({ committeeId: places[thing] }),
  mine: () => ({}),
  withdraw: (thing) => (thing === 'zhous' ? willingAs(community, 'zhou') : { committeeId: chunshen.committeeId, talentId: absent }),
}
const ask = async (walls: Community, { name, method, thing }: Cell) => walls.answerOf(name, `talent/${method}` as Path, await inputs[method]!(thing))
const listed = async (walls = community) => (await walls.as('tang').talent.list(chunshen)).items
const rows = () => community.rows<{ id: Id }>('select id from talent where account_id = $1', [accounts.zhou])
const empty = () => community.rows('delete from talent where account_id = $1', [accounts.zhou])

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(promises).sort())
})

test.each([true, false])('each may do what the table says (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const seen: string[] = []
  for (const cell of table) {
    await empty()
    const answer = await ask(walls, cell)
    // By row security alone a list that is not for the reader is empty.
    const nothing = !firstWall && cell.method === 'list' && cell.expected === 'NotFound' && answer.ok && (answer.output as { items: unknown[] }).items.length === 0
    seen.push(line(cell, nothing ? 'NotFound' : outcomeOf(answer)))
    if (cell.thing === 'zhous' && cell.name !== 'zhou') expect(await rows()).toHaveLength(1)
  }
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

test('a yes to what one was asked in a visit stands before the committee, with door and word, and a no does not', async () => {
  await empty()
  const matter = await summarisedAs(community, 'zhou')
  const [helper] = (await community.as('zhou').visit.get(matter)).helpers
  expect(await rows()).toEqual([])
  await community.as('zhou').visit.help({ ...matter, helperId: helper!.id, willing: true })
  expect((await listed()).filter(({ name }) => name.includes('周'))).toMatchObject([{ what: '会修自行车', label: '11号楼 201室' }])
  expect((await community.as('tang').talent.list({ ...chunshen, search: '修自' })).items.length).toBeGreaterThan(0)
  expect((await community.as('tang').talent.list({ ...chunshen, search: '弹琴' })).items).toEqual([])
  expect((await community.as('zhou').rights.mine({})).consents.find(({ layer }) => layer === 'talent')).toMatchObject({ state: 'given' })
  await empty()
  const other = await summarisedAs(community, 'zhou')
  const [asked] = (await community.as('zhou').visit.get(other)).helpers
  await community.as('zhou').visit.help({ ...other, helperId: asked!.id, willing: false })
  expect(await rows()).toEqual([])
})

describe('the word is taken back', () => {
  const given = async () => {
    await empty()
    const one = await willingAs(community, 'zhou')
    expect(await rows()).toHaveLength(1)
    return one
  }
  const stateOf = async () => (await community.rows<{ state: string }>(`select state from visit_helper where answered_by = $1 order by answered_at desc, id desc limit 1`, [accounts.zhou]))[0]!.state

  test('by itself: gone at once, and the visit says so', async () => {
    const one = await given()
    expect(await stateOf()).toBe('accepted')
    await community.as('zhou').talent.withdraw(one)
    expect([await rows(), await stateOf()]).toEqual([[], 'declined'])
    expect(await community.answerOf('zhou', 'talent/withdraw', one)).toMatchObject({ refusal: 'NotFound' })
  })

  test('with the layer of what one has agreed to', async () => {
    await given()
    await community.as('zhou').rights.consent({ layer: 'talent', version: consentVersions.talent, given: false })
    expect(await rows()).toEqual([])
  })

  test('by living there no more', async () => {
    await given()
    const [{ id }] = await community.rows<{ id: Id }>('update resident set left_at = now() where account_id = $1 returning id', [accounts.zhou]) as [{ id: Id }]
    expect(await rows()).toEqual([])
    await community.rows('update resident set left_at = null, account_id = $2 where id = $1', [id, accounts.zhou])
  })
})

describe('as the application’s own role', () => {
  /** Statements of a session of this person, whatever a method would have asked. */
  const as = (name: Exclude<Name, 'visitor'>, sql: string, values: unknown[]) => withConnection(community.pool, async (tx) => {
    await enter(tx, { credential: community.credentialOf(name), method: 'x', now: community.now(), perMinute: null, newcomer: null, claim: null })
    const done = await tx.send(sql, values).then((result) => `${result.length}`, (error: Error) => error.message)
    await tx.send('rollback').catch(() => undefined)
    return done
  })
  const insert = 'insert into talent (committee_id, id, account_id, what, helper_id, since) values ($1, gen_random_uuid(), $2, $3, $4, now()) returning id'

  test('nobody is made able by another, to another question, in other words, or without having agreed', async () => {
    const matter = await summarisedAs(community, 'zhou')
    const [helper] = (await community.as('zhou').visit.get(matter)).helpers
    const said = [chunshen.committeeId, accounts.zhou, '会修自行车', helper!.id]
    expect(await as('zhou', insert, said)).toContain('row-level security')
    await community.as('zhou').visit.help({ ...matter, helperId: helper!.id, willing: true })
    await empty()
    await community.rows(`update visit_helper set state = 'accepted' where id = $1`, [helper!.id])
    for (const name of ['wang', 'tang', 'zheng'] as const) expect([name, await as(name, insert, said)]).toEqual([name, expect.stringContaining('row-level security')])
    for (const name of ['wang', 'tang'] as const) expect([name, await as(name, insert, [said[0], accounts[name], said[2], said[3]])]).toEqual([name, expect.stringContaining('row-level security')])
    expect(await as('zhou', insert, [said[0], said[1], '会弹琴', said[3]])).toContain('row-level security')
    expect(await as('zhou', insert, said)).toBe('1')
    expect(await as('tang', 'delete from talent returning id', [])).toBe('0')
    // A no said last, whatever was said before; the question itself is put back, which a no takes away.
    await community.rows(`insert into consent (account_id, layer, at, version, given) values ($1, 'talent', now() + interval '400 days', '2026-11-24', false)`, [accounts.zhou])
    await community.rows(`insert into visit_helper (committee_id, id, visit_id, what, state, answered_by, answered_at) values ($1, $2, $3, '会修自行车', 'accepted', $4, now())`, [chunshen.committeeId, helper!.id, matter.visitId, accounts.zhou])
    expect(await as('zhou', insert, said)).toContain('row-level security')
  })
})
