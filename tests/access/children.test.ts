/** Children under fourteen: what may be written down before a guardian says yes, who reads it after, and what a no takes away. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { consentVersions } from '../../contract/consent'
import { HouseList } from '../../contract/houseMap'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, opening, type Community, type Name } from '../fixtures/community'

let community: Community
let home: { committeeId: Id; householdId: Id }
beforeAll(async () => {
  community = await openCommunity()
  const [row] = await community.rows<{ householdId: Id }>('select household_id as "householdId" from resident where account_id = $1', [accounts.zheng])
  home = { committeeId: chunshen.committeeId, householdId: row!.householdId }
})
afterAll(() => community.close())
const child = { name: '郑小满', relation: 'family', birthYear: 2021 } as const

beforeEach(async () => {
  community.setClock(opening)
  await community.rows('delete from consent where account_id = $1', [accounts.zheng])
  await community.rows(`delete from resident where household_id = $1 and account_id is null`, [home.householdId])
  await community.rows(`delete from archive_change where household_id = $1`, [home.householdId])
  await community.rows(`update resident set relation = 'owner' where account_id = $1`, [accounts.zheng])
})

const version = async () => (await community.as('wang').household.get(home)).version
const change = async (edit: object, by: Name = 'wang') => community.answerOf(by, 'household/change', { ...home, version: await version(), edits: [edit] })
const rows = () => community.rows<{ id: Id; name: string; birth_year: number; has_phone: boolean }>('select id, name, birth_year, has_phone from resident where household_id = $1 and account_id is null', [home.householdId])
const say = (given: boolean) => {
  community.later({ minutes: 1 })
  return community.as('zheng').rights.consent({ layer: 'minor', version: consentVersions.minor, given })
}
const children = async (name: Name) => (await community.as(name).rights.mine({})).children

test('by a leader: only relation and year stand, the history holds no more, and the guardian is asked', async () => {
  expect(await change({ field: 'member', value: child })).toMatchObject({ ok: true })
  expect(await rows()).toMatchObject([{ name: '孩子', birth_year: 2021 }])
  expect(JSON.stringify(await community.rows('select * from archive_change where household_id = $1', [home.householdId]))).not.toContain(child.name)
  const [{ id } = { id: '' }] = await rows()
  for (const edit of [{ field: 'name', residentId: id, value: child.name }, { field: 'phone', residentId: id, value: '10012345678' }, { field: 'roles', residentId: id, value: ['volunteer'] }, { field: 'note', residentId: id, value: '怕狗' }]) {
    expect(await change(edit)).toMatchObject({ refusal: 'ConsentFirst' })
  }
  expect(await community.answerOf('wang', 'household/setCare', { ...home, residentId: id, kind: 'childInNeed', basis: '街道转来', reviewOn: '2027-05-20' })).toMatchObject({ refusal: 'ConsentFirst' })
  expect((await community.as('zheng').notice.list({})).items).toContainEqual(expect.objectContaining({ about: 'childAsked' }))
  expect(await children('zheng')).toMatchObject([{ name: '孩子', birthYear: 2021, agreed: false }])
  for (const name of ['wang', 'zhou', 'tang'] as const) expect(await children(name)).toEqual([])
})

test('by a statement, or made a child later: no more either', async () => {
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, birth_year) select committee_id, gen_random_uuid(), id, block_id, '郑小满', 'family', 2021 from household where id = $1`, [home.householdId])
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, birth_year, phone_sealed, phone_index) select committee_id, gen_random_uuid(), id, block_id, '郑小雨', 'family', 1999, 'k1.a.b.c', 'x' from household where id = $1`, [home.householdId])
  const grown = (await rows()).find(({ name }) => name === '郑小雨')!
  expect(await change({ field: 'birthYear', residentId: grown.id, value: 2018 })).toMatchObject({ ok: true })
  expect((await rows()).map(({ name, has_phone }) => [name, has_phone])).toEqual([['孩子', false], ['孩子', false]])
})

test('by a parent who has said yes: the name is kept, and who serves reads it by an opening alone', async () => {
  await say(true)
  await community.as('zheng').household.propose({ ...home, edits: [{ field: 'member', value: child }] })
  const waiting = (await community.as('wang').household.get(home)).waiting
  expect(waiting).toMatchObject([{ field: 'member', new: { name: '孩子', birthYear: null, relation: 'family' } }])
  await community.as('wang').household.decideChange({ committeeId: home.committeeId, changeId: waiting[0]!.id, apply: true, why: '' })
  expect(await rows()).toMatchObject([{ name: child.name }])
  for (const name of ['wang', 'tang', 'chen'] as const) {
    const seen = JSON.stringify([
      await community.as(name).household.get(home), await community.as(name).household.history(home), await community.as(name).household.getDoor(home), await community.as(name).household.findDoors({ committeeId: home.committeeId, door: '11-202' }),
    ])
    expect([seen.includes(child.name), seen.includes('2021')]).toEqual([false, false])
  }
  const opened = async (name: Name) => (await community.as(name).household.open({ ...home, what: ['contact'], why: '儿童节活动' })).people.find(({ name: called }) => called === '孩子' || called === child.name)
  expect(await opened('wang')).toMatchObject({ name: child.name, birthYear: 2021 })
  expect(await opened('tang')).toMatchObject({ name: child.name })
  expect(await opened('chen')).toMatchObject({ name: '孩子', birthYear: null })
  expect((await community.as('zheng').rights.copy({})).children).toMatchObject([{ name: child.name, birthYear: 2021, agreed: true }])
})

test('in nobody’s list: neither by name nor by number', async () => {
  await say(true)
  expect(await change({ field: 'member', value: child })).toMatchObject({ ok: true })
  const [{ id } = { id: '' }] = await rows()
  expect(await change({ field: 'phone', residentId: id, value: '10099998888' })).toMatchObject({ ok: true })
  expect((await community.as('chen').household.findPhone({ committeeId: home.committeeId, phone: '10099998888', why: '核一核' })).items).toEqual([])
  const lists = await Promise.all(HouseList.options.map((list) => community.as('wang').household.listHouses({ committeeId: home.committeeId, list, buildingId: chunshen.building(11) })))
  const lines = lists.flatMap(({ items }) => items.filter((line) => line.id === home.householdId))
  expect(lines.length).toBeGreaterThan(0)
  // One grown-up by name; the child is counted, not named.
  for (const line of lines) expect([line.people, line.names.length]).toEqual([2, 1])
  const [door] = (await community.as('chen').household.findDoors({ committeeId: home.committeeId, door: '11-202' })).items
  expect(door!.residents.map(({ name }) => name)).toContain('孩子')
})

test('a no of the guardian takes name, number, care and notes away at once, from the history as well; of the grown-ups nothing', async () => {
  await say(true)
  expect(await change({ field: 'member', value: child })).toMatchObject({ ok: true })
  const [{ id } = { id: '' }] = await rows()
  for (const edit of [{ field: 'name', residentId: id, value: '郑小雪' }, { field: 'phone', residentId: id, value: '10012345678' }, { field: 'note', residentId: id, value: '怕狗' }]) expect(await change(edit)).toMatchObject({ ok: true })
  expect(await community.answerOf('wang', 'household/setCare', { ...home, residentId: id, kind: 'childInNeed', basis: '街道转来', reviewOn: '2027-05-20' })).toMatchObject({ ok: true })
  const [grown] = await community.rows('select name, phone_sealed, birth_year from resident where account_id = $1', [accounts.zheng])
  await say(false)
  expect(await rows()).toEqual([{ id, name: '孩子', birth_year: 2021, has_phone: false }])
  expect(JSON.stringify(await community.rows('select old, new from archive_change where household_id = $1', [home.householdId]))).not.toMatch(/郑小/)
  expect(await community.rows('select from archive_change where household_id = $1 and coalesce(old_sealed, new_sealed) is not null', [home.householdId])).toEqual([])
  expect(await community.rows('select from household_care where resident_id = $1', [id])).toEqual([])
  expect(await community.rows('select name, phone_sealed, birth_year from resident where account_id = $1', [accounts.zheng])).toEqual([grown])
})

test('nobody speaks for a child who only lets the flat, or shares it', async () => {
  await say(true)
  await community.rows(`update resident set relation = 'cotenant' where account_id = $1`, [accounts.zheng])
  expect(await change({ field: 'member', value: child })).toMatchObject({ ok: true })
  expect(await rows()).toMatchObject([{ name: '孩子' }])
  expect(await children('zheng')).toEqual([])
})
