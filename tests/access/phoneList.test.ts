/** 电话告知: who is on the list, who reads it, and that nobody is called who said no. By both walls, and by row security alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { accounts, chunshen, names, openCommunity, type Community, type Name } from '../fixtures/community'
import { call, fileAs, householdAt, toCall } from '../fixtures/scene'
import { line, outcomeOf, readTable } from './table'

/** chen was told it on the phone: of nobody’s door, of a door in 3块, and of one in 2块. */
const table = readTable(`
  method  thing   zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  called  desk    -    -     -     -   -  -    -  ok   ok   -    -   -   in
  called  block3  -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  called  block2  -    -     -     -   -  -    ok ok   ok   -    -   -   in
`)

let community: Community
const things: Record<string, Awaited<ReturnType<typeof toCall>>> = {}
beforeAll(async () => {
  community = await openCommunity()
  things.desk = await toCall(community)
  things.block3 = await toCall(community, { householdId: await doorIn(3) })
  things.block2 = await toCall(community, { householdId: await doorIn(2) })
})
afterAll(() => community.close())

/** A door behind which nobody uses the app and nobody minds calls. */
const doorIn = async (block: number) => (await community.rows<{ id: string }>(`
  select id from household h where block_id = $1 and not 'phone' = any (never) and hours is null and not exists (select from resident r where r.household_id = h.id and r.account_id is not null) order by seq limit 1`, [chunshen.block(block)]))[0]!.id
const openAgain = () => community.rows(`update phone_call set state = 'open', told_at = null, tries = 0, wrong_number = false, again_at = null`)
const listOf = async (walls: Community, name: Exclude<Name, 'visitor'>) => (await walls.as(name).notice.phoneList({})).items
const thingOf = (id: string) => Object.keys(things).find((thing) => things[thing]!.callId === id)

test.each([true, false])('each settles what they may call, and to the others it is not there (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const seen: string[] = []
  for (const cell of table) {
    await openAgain()
    const { committeeId, callId } = things[cell.thing]!
    seen.push(line(cell, outcomeOf(await walls.answerOf(cell.name, 'notice/called', { committeeId, callId, outcome: 'told', words: '' }))))
  }
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
  await openAgain()
})

test.each([true, false])('and the list holds just these (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  for (const name of names) {
    if (name === 'visitor') continue
    const expected = table.filter((cell) => cell.name === name && cell.expected === 'ok').map((cell) => cell.thing).sort()
    const { items, total } = await walls.as(name).notice.phoneList({})
    expect([name, total, ...items.flatMap((item) => thingOf(item.id) ?? []).sort()]).toEqual([name, items.length, ...expected])
  }
})

test('a line says whom, about what, and what to read out', async () => {
  const item = (await listOf(community, 'chen')).find(({ id }) => id === things.desk!.callId)!
  expect(item).toMatchObject({ number: expect.stringMatching(/^ZX-2026-/), about: 'demandAnswered', name: '何阿姨', phone: '021 5550 0101', label: null, said: '师傅通好了，您再看看。', callable: 'now', tries: 0 })
  expect((await community.as('chen').account.home({})).tasks?.calls).toBe((await listOf(community, 'chen')).length)
})

test('nobody answers: later; the number is another’s: told some other way; told: off the list, and only once', async () => {
  const { committeeId, callId } = things.desk!
  const settle = (outcome: 'told' | 'noAnswer' | 'wrongNumber') => community.answerOf('chen', 'notice/called', { committeeId, callId, outcome, words: '说好了' })
  const mine = async () => (await listOf(community, 'chen')).find(({ id }) => id === callId)
  expect(outcomeOf(await settle('noAnswer'))).toBe('ok')
  expect(await mine()).toMatchObject({ callable: 'later', tries: 1, againAt: new Date(Date.parse(community.now()) + 7_200_000).toISOString() })
  community.later({ hours: 2, minutes: 1 })
  expect(await mine()).toMatchObject({ callable: 'now' })
  expect(outcomeOf(await settle('wrongNumber'))).toBe('ok')
  expect(await mine()).toMatchObject({ callable: 'noNumber', phone: null, wrongNumber: true, tries: 2 })
  expect(outcomeOf(await settle('told'))).toBe('ok')
  expect(await mine()).toBeUndefined()
  expect(outcomeOf(await settle('told'))).toBe('WrongStep')
  expect(await community.rows('select outcome from phone_try where call_id = $1 order by at, id', [callId])).toHaveLength(3 + table.filter((cell) => cell.thing === 'desk' && cell.expected === 'ok').length * 2)
})

test.each([true, false])('a household that said no phone is never on it, however late it says so (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  await openAgain()
  const [{ id: householdId }] = (await community.rows<{ id: string }>('select household_id as id from demand where id = $1', [things.block3!.demandId])) as [{ id: string }]
  const shown = async () => (await Promise.all((['wang', 'chen', 'tang'] as const).map((name) => listOf(walls, name)))).flat().map(({ id }) => thingOf(id)).filter((thing) => thing === 'block3').length
  expect(await shown()).toBe(3)
  await community.rows(`update household set never = '{phone}' where id = $1`, [householdId])
  expect(await shown()).toBe(0)
  const { committeeId, callId } = things.block3!
  expect(outcomeOf(await walls.answerOf('wang', 'notice/called', { committeeId, callId, outcome: 'told', words: '' }))).toBe('NotFound')
  // What comes later never gets onto it.
  const before = await community.rows('select from phone_call')
  const { id } = await community.as('chen').demand.enter({ committeeId, ...call, who: { ...call.who, householdId } })
  await community.as('chen').demand.answer({ committeeId, demandId: id, text: '好了。' })
  await deliverDue(community.surroundings)
  expect(await community.rows('select from phone_call')).toHaveLength(before.length)
  await community.rows(`update household set never = '{}' where id = $1`, [householdId])
})

test('one who uses the app and no WeChat is called when the household asked for calls first, and not otherwise', async () => {
  const householdId = await householdAt(community, '11号楼 201室')
  const called = async () => {
    const matter = await fileAs(community, 'zhou')
    await community.as('wang').demand.accept(matter)
    await deliverDue(community.surroundings)
    return (await community.rows('select from phone_call where demand_id = $1', [matter.demandId])).length
  }
  await community.rows(`update household set channels = '{app,phone}', never = '{}' where id = $1`, [householdId])
  expect(await called()).toBe(0)
  await community.rows(`update household set channels = '{phone,app}' where id = $1`, [householdId])
  expect(await called()).toBe(1)
  await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', 'openid-zhou', $1, $2)`, [accounts.zhou, community.now()])
  expect(await called()).toBe(0)
})

test('two words about one matter are one call, about the later of them', async () => {
  const { committeeId, demandId } = things.block2!
  await openAgain()
  await community.rows(`update demand set status = 'accepted', answered_at = null where id = $1`, [demandId])
  await community.as('chen').demand.reply({ committeeId, demandId, text: '明天上午师傅来。' })
  await deliverDue(community.surroundings)
  const lines = (await listOf(community, 'li')).filter((item) => item.demandId === demandId)
  expect(lines).toMatchObject([{ about: 'demandReplied', said: '明天上午师傅来。' }])
})
