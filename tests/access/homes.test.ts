/** A household as a whole: who may split, merge and empty it, what goes along, what is brought back, and that two at once do not both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { home as promises } from '../../contract/home'
import type { Id } from '../../contract/values'
import { expire } from '../../cloudfunctions/runtime/expire'
import { accounts, absent, chunshen, openCommunity, opening, type Community, type Name, type Path } from '../fixtures/community'
import { newHome, placeOf, type Home } from '../fixtures/atHome'
import { words } from '../fixtures/scene'
import { outcomeOf, readTable } from './table'
import { walkBothWalls } from './walls'

/** block3: made anew, of 3块 · foreign: the same under 梅园’s name. */
const table = readTable(`
  method          thing    zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  split           block3   -    -     -     -   -  ok   -  no   ok   -    -   -   in
  split           foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  merge           block3   -    -     -     -   -  ok   -  no   ok   -    -   -   in
  merge           foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  moveOut         block3   -    -     -     -   -  ok   -  no   ok   -    -   -   in
  moveOut         foreign  -    -     -     -   -  -    -  -    -    -    -   -   in
  undoHomeChange  block3   -    -     -     -   -  ok   -  no   ok   -    -   -   in
  undoHomeChange  absent   -    -     -     -   -  -    -  -    -    -    -   -   in
`)

let community: Community
let home: Home
let other: Home
let change: Id
beforeAll(async () => { community = await openCommunity({ connections: 8 }) })
afterAll(() => community.close())

const why = { source: 'resident', why: '他们自己说的' } as const
async function freshly(): Promise<void> {
  ;[home, other] = [await newHome(community, [null, null]), await newHome(community, [null])]
  change = (await community.as('wang').household.moveOut({ ...placeOf(await newHome(community, [null])), version: 1, ...why })).changeId
}
const place = (thing: string) => ({ ...placeOf(home), ...(thing === 'foreign' && { committeeId: absent }) })
const inputs: Record<string, (thing: string) => object> = {
  split: (thing) => ({ ...place(thing), version: 1, residentIds: [home.people[0]], room: `${home.room}乙`, ...why }),
  merge: (thing) => ({ ...place(thing), version: 1, otherId: other.householdId, ...why }),
  moveOut: (thing) => ({ ...place(thing), version: 1, ...why }),
  undoHomeChange: (thing) => ({ ...chunshen, changeId: thing === 'absent' ? absent : change, why: '看错了' }),
}
test('every method has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(promises).sort())
})

walkBothWalls({ table, community: () => community, freshly, ask: (walls, { name, method, thing }) => walls.answerOf(name, `household/${method}` as Path, inputs[method]!(thing)) })

test('nobody changes their own household, though they lead its block', async () => {
  const own = await newHome(community, ['wang', null])
  for (const [method, input] of [['moveOut', {}], ['split', { residentIds: [own.people[1]], room: '乙' }], ['merge', { otherId: (await newHome(community, [null])).householdId }]] as const) {
    expect(outcomeOf(await community.answerOf('wang', `household/${method}`, { ...placeOf(own), version: 1, ...why, ...input }))).toBe('NotAllowed')
  }
  await community.rows('delete from household where id = $1', [own.householdId])
})

/** All that hangs on two households, in the clear of ids: but how often their archives changed, and the lines about the change itself. */
async function hanging(homes: readonly Home[]): Promise<Record<string, unknown[]>> {
  const tables = (await community.rows<{ name: string }>(`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'household_id' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'home_change'`)).map(({ name }) => name)
  const ids = homes.map(({ householdId }) => householdId)
  const of = (name: string, column: string) => community.rows(`select to_jsonb(t) - 'version' as row from ${name} t where ${column} = any($1) order by t.${name === 'household' ? 'id' : 'id'}`, [ids])
  return Object.fromEntries(await Promise.all([...tables.filter((name) => name !== 'class_decision').map(async (name) => [name, await of(name, 'household_id')] as const), (async () => ['household', await of('household', 'id')] as const)()]))
}

/** zheng and somebody else in one, xu in the other; each with a matter, care, a number, a note, a talk, a consent. */
async function lived(): Promise<[Home, Home]> {
  const [a, b] = [await newHome(community, ['zheng', null]), await newHome(community, ['xu', null])]
  for (const [one, name] of [[a, 'zheng'], [b, 'xu']] as const) {
    await community.as('wang').household.setCare({ ...placeOf(one), residentId: one.people[1]!, kind: 'livingAlone', basis: '走访时看到', reviewOn: '2027-05-20' })
    const { version } = await community.as('wang').household.get(placeOf(one))
    await community.as('wang').household.change({ ...placeOf(one), version, edits: [{ field: 'phone', residentId: one.people[1]!, value: '100 7777 1234' }, { field: 'note', residentId: one.people[1]!, value: '耳朵不好' }, { field: 'tenure', value: 'owner' }] })
    await community.as(name).household.propose({ ...placeOf(one), edits: [{ field: 'member', value: { name: '新来的', relation: 'family', birthYear: null } }] })
    await fileFor(name, one)
    await community.as(name).visit.ask({ ...placeOf(one), purpose: '聊聊楼道', about: 'leader', channel: 'app', offers: ['2026-11-24T11:30:00.000Z'] })
    await community.as('wang').visit.sendToDoor({ ...placeOf(one), who: '赵师傅，水电工', purpose: '看水表', fromAt: '2026-11-21T02:00:00.000Z', untilAt: '2026-11-21T03:00:00.000Z' })
    await community.as('wang').household.makeCode(placeOf(one))
  }
  return [a, b]
}
async function fileFor(name: Exclude<Name, 'visitor'>, one: Home): Promise<Id> {
  const { id } = await community.as(name).demand.file({ committeeId: one.committeeId, ...words() })
  await community.rows('update demand set household_id = $2 where id = $1', [id, one.householdId])
  return id
}
const wish = { noHomeVisits: true, channels: ['app' as const], hours: null, never: [], language: null }

describe('two that become one', () => {
  test('keep every word, number, care, matter and its owner; the people see one home; undone within thirty days all stands as it stood', async () => {
    const [a, b] = await lived()
    const before = await hanging([a, b])
    expect(Object.entries(before).filter(([, rows]) => rows.length > 1).map(([name]) => name)).toEqual(expect.arrayContaining(['resident', 'household_care', 'archive_change', 'demand', 'visit', 'household_code', 'household']))
    const owners = () => community.rows('select id, owner_id, filed_by, status from demand where household_id = any($1) order by id', [[a.householdId, b.householdId]])
    const owned = await owners()
    const { version } = await community.as('wang').household.get(placeOf(a))
    const { changeId } = await community.as('wang').household.merge({ ...placeOf(a), version, otherId: b.householdId, ...why })

    const seen = await community.as('tang').household.get(placeOf(a))
    expect(seen.members.map(({ residentId }) => residentId).sort()).toEqual([...a.people, ...b.people].sort())
    expect(seen.care).toHaveLength(2)
    expect(await owners()).toEqual(owned)
    expect(await community.rows('select from demand where household_id = $1', [b.householdId])).toEqual([])
    expect((await community.as('wang').household.open({ ...placeOf(a), what: ['contact', 'care', 'notes'], why: '合并以后核一遍' })).care).toHaveLength(2)
    await community.rows(`delete from opening where household_id = $1 and why = '合并以后核一遍'`, [a.householdId])
    expect((await community.as('xu').household.mine({})).items.map(({ membership }) => membership.householdId)).toContain(a.householdId)
    expect(await community.rows(`select to_id from notice where about = 'homeMerged' and subject_id = $1 order by 1`, [a.householdId])).toEqual([accounts.zheng, accounts.xu].sort().map((to_id) => ({ to_id })))
    expect((await community.as('xu').household.history(placeOf(a))).items.flatMap(({ home: one }) => (one ? [one] : []))).toMatchObject([{ kind: 'merge', by: '王芳', why: '他们自己说的', source: 'resident', people: 2, steps: [] }])
    // The one that is closed takes nothing, and says where it goes on.
    expect(await community.as('wang').household.get(placeOf(b))).toMatchObject({ steps: [], opens: [], goesOn: { householdId: a.householdId } })
    expect(outcomeOf(await community.answerOf('wang', 'household/makeCode', placeOf(b)))).toBe('NotFound')

    const history = (await community.as('wang').household.get(placeOf(a))).homeChanges[0]
    expect(history).toMatchObject({ id: changeId, steps: ['undo'] })
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '其实是两家' })
    expect(await hanging([a, b])).toEqual(before)
    expect(await owners()).toEqual(owned)
    expect(await community.as('wang').household.get(placeOf(b))).toMatchObject({ goesOn: null, homeChanges: [{ undone: { by: '王芳', why: '其实是两家' }, steps: [] }] })
    expect(outcomeOf(await community.answerOf('wang', 'household/undoHomeChange', { ...chunshen, changeId, why: '再来一次' }))).toBe('WrongStep')
    await community.rows('delete from resident where account_id = any($1)', [[accounts.xu]])
    await community.rows('update resident set account_id = null where household_id = any($1)', [[a.householdId, b.householdId]])
  })

  test.each([['mine', 'theirs'], ['theirs', 'mine']])('visits at the door stay declined when %s declined them, and nobody who was to come comes', async (which) => {
    const [a, b] = [await newHome(community, [null]), await newHome(community, [null])]
    const [declining, open] = which === 'mine' ? [a, b] : [b, a]
    await community.as('wang').household.setWish({ ...placeOf(declining), wish })
    await community.as('wang').visit.sendToDoor({ ...placeOf(open), who: '赵师傅，水电工', purpose: '看水表', fromAt: '2026-11-21T02:00:00.000Z', untilAt: '2026-11-21T03:00:00.000Z' })
    const { version } = await community.as('wang').household.get(placeOf(a))
    const { changeId } = await community.as('wang').household.merge({ ...placeOf(a), version, otherId: b.householdId, ...why })
    expect(await community.as('wang').household.get(placeOf(a))).toMatchObject({ class: 'A', wish: { noHomeVisits: true, never: ['door'] } })
    expect(await community.rows('select state from visit where household_id = $1', [a.householdId])).toEqual([{ state: 'cancelled' }])
    expect((await community.as('wang').visit.sendToDoor({ ...placeOf(a), who: '赵师傅', purpose: '看水表', fromAt: '2026-11-21T05:00:00.000Z', untilAt: '2026-11-21T06:00:00.000Z' })).vetoed).toBe(true)
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '其实是两家' })
    expect([(await community.as('wang').household.get(placeOf(declining))).class, (await community.as('wang').household.get(placeOf(open))).class]).toEqual(['A', 'B'])
  })

  test('declined since, it is declined by both when they part', async () => {
    const [a, b] = [await newHome(community, [null]), await newHome(community, [null])]
    const { changeId } = await community.as('wang').household.merge({ ...placeOf(a), version: 1, otherId: b.householdId, ...why })
    community.later({ minutes: 1 })
    await community.as('wang').household.setWish({ ...placeOf(a), wish })
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '其实是两家' })
    expect(await Promise.all([a, b].map(async (one) => (await community.as('wang').household.get(placeOf(one))).wish.noHomeVisits))).toEqual([true, true])
  })

  test('what came to concern somebody since goes with them', async () => {
    const [a, b] = [await newHome(community, ['zheng']), await newHome(community, ['xu'])]
    const { changeId } = await community.as('wang').household.merge({ ...placeOf(a), version: 1, otherId: b.householdId, ...why })
    const [his, hers] = [await fileFor('zheng', a), await fileFor('xu', a)]
    await community.as('wang').household.setCare({ ...placeOf(a), residentId: b.people[0]!, kind: 'livingAlone', basis: '走访时看到', reviewOn: '2027-05-20' })
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '其实是两家' })
    expect(await community.rows('select id, household_id from demand where id = any($1) order by id', [[his, hers]])).toEqual([{ id: his, household_id: a.householdId }, { id: hers, household_id: b.householdId }].sort((x, y) => (x.id < y.id ? -1 : 1)))
    expect([(await community.as('wang').household.get(placeOf(a))).class, (await community.as('wang').household.get(placeOf(b))).class]).toEqual(['B', 'C'])
    await community.rows('update resident set account_id = null where household_id = any($1)', [[a.householdId, b.householdId]])
  })

  test('somebody who is of both is one person, and two again when it is undone', async () => {
    const [a, b] = [await newHome(community, ['xu']), await newHome(community, ['xu', null])]
    const before = await hanging([a, b])
    const { changeId } = await community.as('wang').household.merge({ ...placeOf(a), version: 1, otherId: b.householdId, ...why })
    expect((await community.as('wang').household.get(placeOf(a))).members.map(({ residentId }) => residentId).sort()).toEqual([a.people[0], b.people[1]].sort())
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '其实是两家' })
    expect(await hanging([a, b])).toEqual(before)
    await community.rows('update resident set account_id = null where household_id = any($1)', [[a.householdId, b.householdId]])
  })

  test('are of one building; of two who do it at once one does, and whoever files meanwhile finds where they live now', async () => {
    const far = await newHome(community, [null], { building: 10 })
    const [a, b] = [await newHome(community, ['xu']), await newHome(community, [null])]
    expect(outcomeOf(await community.answerOf('wang', 'household/merge', { ...placeOf(a), version: 1, otherId: far.householdId, ...why }))).toBe('WrongStep')
    const crossed = (n: number) => (n % 2 === 0 ? { ...placeOf(a), version: 1, otherId: b.householdId, ...why } : { ...placeOf(b), version: 1, otherId: a.householdId, ...why })
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, (_, n) => community.answerOf(n % 4 < 2 ? 'wang' : 'tang', 'household/merge', crossed(n))),
      community.answerOf('wang', 'household/split', { ...placeOf(a), version: 1, residentIds: a.people, room: `${a.room}乙`, ...why }),
    ])
    expect(answers.slice(0, 8).map(outcomeOf).sort()).toEqual([...Array<string>(7).fill('WrongStep'), 'ok'])
    const live = await community.rows<{ id: Id }>('select id from household where id = any($1) and live', [[a.householdId, b.householdId]])
    expect(live).toHaveLength(1)
    const { id } = await community.as('xu').demand.file({ ...chunshen, ...words() })
    expect(await community.rows('select household_id from demand where id = $1', [id])).toEqual([{ household_id: live[0]!.id }])
    await community.rows('update resident set account_id = null where household_id = any($1)', [[a.householdId, b.householdId]])
  })

  test('are not parted after thirty days, nor while something later stands', async () => {
    const [a, b, c] = [await newHome(community, [null]), await newHome(community, [null]), await newHome(community, [null])]
    const first = await community.as('wang').household.merge({ ...placeOf(a), version: 1, otherId: b.householdId, ...why })
    community.later({ minutes: 1 })
    const { version } = await community.as('wang').household.get(placeOf(a))
    const second = await community.as('wang').household.merge({ ...placeOf(a), version, otherId: c.householdId, ...why })
    const undo = ({ changeId }: { changeId: Id }) => community.answerOf('wang', 'household/undoHomeChange', { ...chunshen, changeId, why: '其实是几家' }).then(outcomeOf)
    expect(await undo(first)).toBe('WrongStep')
    expect(await undo(second)).toBe('ok')
    community.later({ days: 31 })
    await community.signInAgain('wang')
    expect(await undo(first)).toBe('WrongStep')
    community.setClock(opening)
    await community.signInAgain('wang')
  })
})

describe('one that becomes two', () => {
  test('gives the chosen a door of their own with their care, matters and the same wish; merged it is one again', async () => {
    const flat = await newHome(community, ['zheng', 'xu', null])
    await community.as('zheng').household.setWish({ ...placeOf(flat), wish })
    const [stays, goes] = [await fileFor('zheng', flat), await fileFor('xu', flat)]
    await community.as('wang').household.setCare({ ...placeOf(flat), residentId: flat.people[1]!, kind: 'livingAlone', basis: '走访时看到', reviewOn: '2027-05-20' })
    const { version } = await community.as('wang').household.get(placeOf(flat))
    const ask = (part: object) => community.answerOf('wang', 'household/split', { ...placeOf(flat), version, residentIds: [flat.people[1]], room: `${flat.room}乙`, ...why, ...part }).then(outcomeOf)
    expect([await ask({ residentIds: flat.people }), await ask({ residentIds: [absent] }), await ask({ room: flat.room }), await ask({ version: version - 1 })]).toEqual(['BadInput', 'BadInput', 'RoomTaken', 'WrongStep'])
    const { otherId } = await community.as('wang').household.split({ ...placeOf(flat), version, residentIds: [flat.people[1]!], room: `${flat.room}乙`, ...why })
    const fresh = { ...chunshen, householdId: otherId }
    expect(await community.as('wang').household.get({ committeeId: chunshen.committeeId, householdId: otherId })).toMatchObject({ label: `9号楼 ${flat.room}乙室`, class: 'A', wish: { noHomeVisits: true }, members: [{ residentId: flat.people[1] }], care: [{}] })
    expect(await community.rows('select id, household_id from demand where id = any($1) order by id', [[stays, goes]])).toEqual([{ id: stays, household_id: flat.householdId }, { id: goes, household_id: otherId }].sort((x, y) => (x.id < y.id ? -1 : 1)))
    expect((await community.as('xu').household.mine({})).items.map(({ membership }) => membership.householdId)).toEqual([otherId])
    expect(await community.rows(`select to_id, subject_id from notice where about = 'homeSplit' and to_id = $1`, [accounts.xu])).toEqual([{ to_id: accounts.xu, subject_id: otherId }])
    const again = await community.as('wang').household.get(placeOf(flat))
    await community.as('wang').household.merge({ ...placeOf(flat), version: again.version, otherId: fresh.householdId, ...why })
    expect((await community.as('wang').household.get(placeOf(flat))).members.map(({ residentId }) => residentId).sort()).toEqual([...flat.people].sort())
    await community.rows('update resident set account_id = null where household_id = $1', [flat.householdId])
  })
})

describe('everybody has moved out', () => {
  test('membership ends, what was filed stays with its owner, the door is empty, and whoever comes by code reads nothing of before', async () => {
    const old = await newHome(community, ['xu', null])
    await community.as('wang').household.setWish({ ...placeOf(old), wish }).catch(() => undefined)
    const matter = await fileFor('xu', old)
    await community.as('wang').household.setCare({ ...placeOf(old), residentId: old.people[1]!, kind: 'livingAlone', basis: '走访时看到', reviewOn: '2027-05-20' })
    const [{ owner_id: owner }] = await community.rows<{ owner_id: Id }>('select owner_id from demand where id = $1', [matter]) as [{ owner_id: Id }]
    const { version } = await community.as('wang').household.get(placeOf(old))
    const { changeId, otherId } = await community.as('wang').household.moveOut({ ...placeOf(old), version, ...why })
    const door = { committeeId: chunshen.committeeId, householdId: otherId }
    expect((await community.as('xu').household.mine({})).items.map(({ membership }) => membership.householdId)).not.toContain(old.householdId)
    expect((await community.as('xu').household.mine({})).departed[0]).toMatchObject({ by: '王芳', why: '他们自己说的' })
    expect(await community.as('xu').demand.get({ committeeId: chunshen.committeeId, demandId: matter })).toMatchObject({ id: matter })
    expect(await community.rows('select owner_id, household_id from demand where id = $1', [matter])).toEqual([{ owner_id: owner, household_id: old.householdId }])
    expect(await community.as('wang').household.get(door)).toMatchObject({ tenure: 'vacant', class: 'B', members: [], care: [], wish: { noHomeVisits: false } })
    expect(outcomeOf(await community.answerOf('chen', 'demand/enter', { committeeId: chunshen.committeeId, channel: 'phone', who: { householdId: old.householdId, residentId: null, name: '何阿姨', phone: '021 5550 0101' }, ...words() }))).toBe('NoSuchHousehold')

    const { code } = await community.as('wang').household.makeCode(door)
    await community.as('lin').household.useCode({ code, name: '林新', relation: 'owner' })
    expect(await community.as('lin').household.get(door)).toMatchObject({ tenure: 'unknown', members: [{ name: '林新' }], visits: [], openings: [] })
    expect((await community.as('lin').household.history(door)).items.map(({ change: one, home: whole }) => one?.field ?? whole?.kind)).toContain('tenure')
    expect(outcomeOf(await community.answerOf('lin', 'household/get', placeOf(old)))).toBe('NotFound')
    // New people live there: the old ones are not put back over them.
    expect(outcomeOf(await community.answerOf('wang', 'household/undoHomeChange', { ...chunshen, changeId, why: '又回来了' }))).toBe('WrongStep')
    await community.rows('update resident set account_id = null where household_id = $1', [otherId])
  })

  test('undone, they are back with all there was, and the empty door is closed', async () => {
    const [old] = await lived()
    const before = await hanging([old])
    const calm = (all: Record<string, unknown[]>) => ({ ...all, visit: [], notice: [] })
    const { version } = await community.as('wang').household.get(placeOf(old))
    const { changeId, otherId } = await community.as('wang').household.moveOut({ ...placeOf(old), version, ...why })
    expect(await community.rows(`select state from visit where household_id = $1 and state in ('asked', 'proposed', 'booked')`, [old.householdId])).toEqual([])
    await community.as('wang').household.undoHomeChange({ ...chunshen, changeId, why: '看错了门牌' })
    expect(calm(await hanging([old]))).toEqual(calm(before))
    expect((await community.as('zheng').household.mine({})).items.map(({ membership }) => membership.householdId)).toContain(old.householdId)
    expect(await community.rows('select live from household where id = $1', [otherId])).toEqual([{ live: false }])
    await community.rows('update resident set account_id = null where household_id = $1', [old.householdId])
    await community.rows('delete from resident where account_id = $1', [accounts.xu])
  })

  test('thirty days later nothing of them is left in their archive', async () => {
    const old = await newHome(community, [null])
    await community.as('wang').household.setWish({ ...placeOf(old), wish: { ...wish, hours: '周末暗号九七' } })
    await community.as('wang').visit.sendToDoor({ ...placeOf(old), who: '暗号九七师傅', purpose: '暗号九七', fromAt: '2026-11-21T02:00:00.000Z', untilAt: '2026-11-21T03:00:00.000Z' })
    const { version } = await community.as('wang').household.get(placeOf(old))
    await community.as('wang').household.moveOut({ ...placeOf(old), version, source: 'staff', why: '暗号九七搬去女儿家' })
    await community.rows('delete from receipt')
    const left = async () => {
      const tables = await community.rows<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
      const counts = await Promise.all(tables.map(async ({ name }) => ({ name, rows: await community.rows(`select from ${name} t where t::text like '%暗号九七%'`) })))
      return counts.filter(({ rows }) => rows.length > 0).map(({ name }) => name).sort()
    }
    expect(await left()).toEqual(['archive_change', 'departure', 'home_change', 'household', 'visit_attempt'])
    community.later({ days: 29 })
    await expire(community.surroundings)
    expect(await left()).toContain('household')
    community.later({ days: 2 })
    await expire(community.surroundings)
    expect(await left()).toEqual([])
    community.setClock(opening)
  })
})
