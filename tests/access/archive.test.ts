/** Who may see, open and change what of an archive: by both walls and by row security alone; and that nothing is opened or overwritten unseen. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archive, type HouseholdWish } from '../../contract/archive'
import type { Id } from '../../contract/values'
import { withConnection } from '../../cloudfunctions/database/connection'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Name, type Path } from '../fixtures/community'
import { caredFor, homeOf, proposed, residentOf } from '../fixtures/scene'
import { seals } from '../fixtures/seals'
import { readTable, type Cell } from './table'
import { walkBothWalls } from './walls'

/** zhous: her own, in 3块 · nobodys: a door of 3块 where nobody uses the app · zhengs: care of zheng’s · shens: in 梅园 · foreign: shen’s under 春申里’s name. */
const table = readTable(`
  method        thing        zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  get           zhous        ok   -     -     -   -  ok   -  ok   ok   -    -   -   in
  get           shens        -    -     -     -   -  -    -  -    -    ok   ok  ok  in
  get           foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  get           absent       -    -     -     -   -  -    -  -    -    -    -   -   in
  history       zhous        ok   -     -     -   -  ok   -  ok   ok   -    -   -   in
  history       foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  open          contact      -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  open          care         -    -     -     -   -  ok   -  -    ok   -    -   -   in
  open          notes        -    -     -     -   -  ok   -  -    ok   -    -   -   in
  open          foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  change        tenure       no   -     -     -   -  ok   -  ok   ok   -    -   -   in
  change        phone        no   -     -     -   -  ok   -  ok   ok   -    -   -   in
  change        note         no   -     -     -   -  ok   -  no   no   -    -   -   in
  change        foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  propose       zhous        ok   -     -     -   -  -    -  -    -    -    -   -   in
  propose       foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  decideChange  zhous        -    -     -     -   -  ok   -  -    ok   -    -   -   in
  decideChange  absent       -    -     -     -   -  -    -  -    -    -    -   -   in
  setWish       zhous        ok   -     -     -   -  no   -  no   no   -    -   -   in
  setWish       nobodys      -    -     -     -   -  ok   -  ok   ok   -    -   -   in
  setWish       foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  setCare       zhous        no   -     -     -   -  ok   -  no   ok   -    -   -   in
  setCare       foreign      -    -     -     -   -  -    -  -    -    -    -   -   in
  reviewCare    zhengs       -    -     -     -   -  ok   -  -    ok   -    -   -   in
  endCare       zhengs       -    -     -     -   -  ok   -  -    ok   -    -   -   in
  contestCare   zhengs       -    ok    -     -   -  -    -  -    -    -    -   -   in
  contestCare   absent       -    -     -     -   -  -    -  -    -    -    -   -   in
  findPhone     chunshen     -    -     -     -   -  -    -  ok   ok   -    -   -   in
  findPhone     plum         -    -     -     -   -  -    -  -    -    -    -   ok  in
`)

let community: Community
let change: Id
let care: { committeeId: Id; careId: Id }
const homes: Record<string, { committeeId: Id; householdId: Id }> = {}
let zhous: Id
beforeAll(async () => {
  community = await openCommunity()
  const shens = await homeOf(community, 'shen')
  const [nobodys] = await community.rows<{ committeeId: Id; householdId: Id }>(`select committee_id as "committeeId", id as "householdId" from household where committee_id = $1 and label = '9号楼 301室'`, [chunshen.committeeId])
  Object.assign(homes, { zhous: await homeOf(community, 'zhou'), shens, foreign: { ...shens, committeeId: chunshen.committeeId }, nobodys, absent: { ...chunshen, householdId: absent } })
  zhous = await residentOf(community, 'zhou')
})
afterAll(() => community.close())

async function freshly(): Promise<void> {
  await community.rows(`update household set tenure = 'unknown', language = null where id = any($1)`, [[homes.zhous!.householdId, homes.nobodys!.householdId]])
  change = await proposed(community)
  care = await caredFor(community, 'zheng')
}

const home = (thing: string) => homes[thing] ?? homes.zhous!
const edits: Record<string, object> = { tenure: { field: 'tenure', value: 'shared' }, phone: { field: 'phone', value: '100 2000 3000' }, note: { field: 'note', value: '周末在家。' } }
const edit = (thing: string) => ({ ...(edits[thing] ?? edits.tenure), ...(thing === 'tenure' ? {} : { residentId: zhous }) })
const wish: HouseholdWish = { noHomeVisits: true, channels: ['app'], hours: null, never: [], language: '上海话' }
const ofCare = (thing: string) => (thing === 'absent' ? { ...care, careId: absent } : care)
const inputs: Record<string, (thing: string) => object> = {
  get: home, history: home,
  open: (thing) => ({ ...home(thing), what: [thing in homes ? 'contact' : thing], why: '约个时间看看灯' }),
  change: (thing) => ({ ...home(thing), version: 999, edits: [edit(thing)] }),
  propose: (thing) => ({ ...home(thing), edits: [{ field: 'member', value: { name: '周小满', relation: 'family', birthYear: 2023 } }] }),
  decideChange: (thing) => ({ ...chunshen, changeId: thing === 'absent' ? absent : change, apply: true, why: '' }),
  setWish: (thing) => ({ ...home(thing), wish }),
  setCare: (thing) => ({ ...home(thing), residentId: zhous, kind: 'emptyNest', basis: '走访时本人说的', reviewOn: '2027-05-20' }),
  reviewCare: (thing) => ({ ...ofCare(thing), basis: '又去看过', reviewOn: '2027-06-20' }),
  endCare: (thing) => ({ ...ofCare(thing), why: '女儿搬回来住了' }),
  contestCare: (thing) => ({ ...ofCare(thing), why: '我和家里人一起住' }),
  findPhone: (thing) => ({ committeeId: thing === 'plum' ? plum.committeeId : chunshen.committeeId, phone: '100 0000 0000', why: '门卫捡到一部手机' }),
}
const ask = (walls: Community, { name, method, thing }: Cell) => walls.answerOf(name, `household/${method}` as Path, inputs[method]!(thing))

test('every method of the archive has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(archive).sort())
})

// A number nobody has is an answer; behind row security alone everybody’s is, and leaves its receipt.
walkBothWalls({ table, community: () => community, freshly, ask, writtenAlone: ['receipt'] })

/** DOMAIN 5.2, field by field, as `get` and `open` answer: r in the clear · o after an opening · x there is one, nothing more · - nothing. */
const matrix = `
  field      self others leader officer director
  phone      r    x      o      o       o
  birthYear  r    -      r      r       r
  careKind   r    -      o      x       o
  notes      x    -      o      x       o
  wish       r    r      r      r       r
  class      C    B      C      C       C
`
test('the matrix of DOMAIN 5.2 holds, field by field and person by person', async () => {
  const place = await homeOf(community, 'zhang')
  const [her, beside] = [await residentOf(community, 'zhang'), absentIn(place.householdId)]
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) select committee_id, $1, household_id, block_id, '张小明', 'family', $2 from resident where id = $3`, [beside, accounts.xu, her])
  const readers: [string, Name][] = [['self', 'zhang'], ['others', 'xu'], ['leader', 'li'], ['officer', 'chen'], ['director', 'tang']]
  const cells = await Promise.all(readers.map(async ([, name]) => {
    const seen = await community.as(name).household.get(place)
    const member = seen.members.find(({ residentId }) => residentId === her)!
    const opened = async (what: 'contact' | 'care' | 'notes') => (seen.opens.includes(what) ? await community.as(name).household.open({ ...place, what: [what], why: '走访前看一眼' }) : null)
    const clear = (own: unknown, after: unknown, there: boolean) => (own ? 'r' : after ? 'o' : there ? 'x' : '-')
    return {
      phone: clear(member.phone, (await opened('contact'))?.people.find(({ residentId }) => residentId === her)?.phone, member.hasPhone),
      birthYear: clear(member.birthYear, null, false),
      careKind: clear(seen.care[0]?.kind, (await opened('care'))?.care[0]?.kind, seen.care.length > 0),
      notes: clear(null, (await opened('notes'))?.notes.length, seen.notes.count > 0),
      wish: clear(seen.wish, null, false),
      class: seen.class,
    }
  }))
  const fields = ['phone', 'birthYear', 'careKind', 'notes', 'wish', 'class'] as const
  const drawn = [['field', ...readers.map(([seat]) => seat)], ...fields.map((field) => [field, ...cells.map((cell) => cell[field])])]
  expect(drawn).toEqual(matrix.trim().split('\n').map((row) => row.trim().split(/\s+/)))
  await community.rows('delete from resident where id = $1', [beside])
})
const absentIn = (householdId: Id): Id => householdId.replace(/^.{8}/, '0199ffff')

describe('what lies sealed', () => {
  test('is read by an opening alone: the application may select no sealed column, and each opening leaves its row', async () => {
    const sealed = await community.rows<{ name: string; may: boolean }>(`
      select c.relname || '.' || a.attname as name, has_column_privilege('zx_app', c.oid, a.attnum, 'select') as may from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relname in ('resident', 'household_care', 'archive_change') and (a.attname like '%\\_sealed' or a.attname = 'phone_index')`)
    expect(sealed.length).toBe(10)
    expect(sealed.filter(({ may }) => may)).toEqual([])
    const place = await homeOf(community, 'zhang')
    const before = await community.rows('select from opening where household_id = $1', [place.householdId])
    const opened = await community.as('li').household.open({ ...place, what: ['contact', 'care'], why: '冷空气来了，问声好' })
    expect(opened.care[0]).toMatchObject({ name: '张桂珍', kind: 'livingAlone' })
    expect(opened.people[0]!.phone).toMatch(/^100 /)
    expect(await community.rows('select from opening where household_id = $1', [place.householdId])).toHaveLength(before.length + 1)
    expect((await community.as('zhang').household.get(place)).openings[0]).toMatchObject({ by: '李强', what: ['contact', 'care'], why: '冷空气来了，问声好' })
  })

  test('is not opened by a function called for another’s door, nor with an opening in another’s name', async () => {
    const { committeeId, householdId } = await homeOf(community, 'zhang')
    const as = (account: Id, blocks: Id[], sql: string) => withConnection(community.surroundings.pool, async (tx) => {
      await tx.send(`begin`)
      await tx.send(`set local role zx_app`)
      await tx.send(`select set_config('app.account', $1, true), set_config('app.blocks', $2, true)`, [account, `{${blocks.join()}}`])
      const rows = await tx.send<{ opened: unknown }>(sql, [committeeId, householdId])
      await tx.send('rollback')
      return rows
    })
    const open = `select app.open_household($1, $2, gen_random_uuid(), array['care'], '看看', now()) as opened`
    expect(await as(accounts.wang, [chunshen.block(3)], open)).toEqual([{ opened: null }])
    expect((await as(accounts.li, [chunshen.block(2)], open))[0]!.opened).not.toBeNull()
    await expect(as(accounts.li, [chunshen.block(2)], `insert into opening (committee_id, id, household_id, by_id, at, what, why) values ($1, gen_random_uuid(), $2, '${accounts.wang}', now(), array['care'], '看看')`)).rejects.toThrow('row-level security')
  })

  test('of nobody stands in the database in the clear, and answers kept for a phone that asks again hold none', async () => {
    const place = await homeOf(community, 'zhou')
    const { version } = await community.as('wang').household.get(place)
    await community.as('wang').household.change({ ...place, version, edits: [{ field: 'phone', residentId: zhous, value: '100 4444 5555' }, { field: 'note', residentId: zhous, value: '猫怕生人' }] })
    expect((await community.as('chen').household.findPhone({ ...chunshen, phone: '10044445555', why: '门卫捡到一部手机' })).items).toEqual([{ residentId: zhous, householdId: place.householdId, name: '周岚', label: '11号楼 201室' }])
    expect((await community.as('zhou').household.get(place)).openings[0]).toMatchObject({ by: '陈敏', what: ['contact'], why: '按电话找：门卫捡到一部手机' })
    expect((await community.as('wang').household.open({ ...place, what: ['contact', 'notes'], why: '约时间' })).people.find(({ residentId }) => residentId === zhous)!.phone).toBe('100 4444 5555')
    const [row] = await community.rows<{ id: Id; phone_sealed: string }>('select id, phone_sealed from resident where id = $1', [zhous])
    expect(seals.open({ ...chunshen, field: 'resident.phone', rowId: zhous }, row!.phone_sealed)).toBe('100 4444 5555')
    for (const name of ['resident', 'archive_change', 'receipt', 'notice', 'opening']) expect(await community.rows(`select from ${name} t where t::text ~ '100 4444 5555|猫怕生人'`)).toEqual([])
    expect(JSON.stringify(community.logged)).not.toMatch(/4444|猫/)
  })
})

describe('a change', () => {
  test('made from an older version is not written over: both values stand side by side until somebody picks', async () => {
    const place = await homeOf(community, 'lin')
    const linId = await residentOf(community, 'lin')
    const { version } = await community.as('wang').household.get(place)
    const year = (value: number) => [{ field: 'birthYear' as const, residentId: linId, value }]
    await community.as('chen').household.change({ ...place, version, edits: year(1990) })
    const late = await community.as('wang').household.change({ ...place, version, edits: [...year(1991), { field: 'tenure', value: 'family' }] })
    expect(late.conflicts).toMatchObject([{ field: 'birthYear', new: 1991, old: 1990, by: '王芳', state: 'proposed', against: { by: '陈敏', value: 1990 }, steps: ['apply', 'refuse'] }])
    const seen = await community.as('tang').household.get(place)
    expect([seen.members.find(({ residentId }) => residentId === linId)!.birthYear, seen.tenure]).toEqual([1990, 'family'])
    await community.as('tang').household.decideChange({ committeeId: place.committeeId, changeId: late.conflicts[0]!.id, apply: true, why: '' })
    expect((await community.as('wang').household.get(place)).members.find(({ residentId }) => residentId === linId)!.birthYear).toBe(1991)
    expect(await community.answerOf('wang', 'household/decideChange', { committeeId: place.committeeId, changeId: late.conflicts[0]!.id, apply: false, why: '不是' })).toMatchObject({ refusal: 'WrongStep' })
  })

  test('of sixteen at once from one version one holds, and fifteen wait', async () => {
    const place = await homeOf(community, 'zheng')
    const residentId = await residentOf(community, 'zheng')
    const { version } = await community.as('wang').household.get(place)
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => community.as('wang').household.change({ ...place, version, edits: [{ field: 'birthYear', residentId, value: 1960 + n }] })))
    expect(answers.map(({ conflicts }) => conflicts.length).sort()).toEqual([0, ...Array<number>(15).fill(1)])
  })

  test('nothing typed is ever lost: each value stands in the archive or in its history', async () => {
    const place = await homeOf(community, 'lin')
    const residentId = await residentOf(community, 'lin')
    const value = fc.record({ who: fc.constantFrom<Name>('wang', 'chen', 'tang'), behind: fc.integer({ min: 0, max: 3 }), year: fc.integer({ min: 1920, max: 2020 }) })
    await fc.assert(fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), async (said) => {
      const typed: number[] = []
      for (const { who, behind, year } of said) {
        const { version } = await community.as('wang').household.get(place)
        await community.as(who as 'wang').household.change({ ...place, version: Math.max(1, version - behind), edits: [{ field: 'birthYear', residentId, value: year }] })
        typed.push(year)
      }
      const kept = (await community.rows<{ year: number }>(`select new::int as year from archive_change where household_id = $1 and field = 'birthYear'`, [place.householdId])).map(({ year }) => year)
      const { members } = await community.as('wang').household.get(place)
      const now = members.find((one) => one.residentId === residentId)!.birthYear
      for (const year of typed) expect([...kept, now]).toContain(year)
    }), { numRuns: 12, seed: 4 })
  })
})

describe('the household’s own word', () => {
  test('holds at once, is dated, tells the leader, and shows no care to the others at home', async () => {
    const place = await homeOf(community, 'zheng')
    await community.as('zheng').household.setWish({ ...place, wish: { noHomeVisits: true, channels: ['wechat', 'door'], hours: '周末', never: ['phone'], language: '上海话' } })
    const seen = await community.as('wang').household.get(place)
    expect(seen).toMatchObject({ class: 'A', wish: { noHomeVisits: true, channels: ['wechat'], never: ['phone', 'door'], language: '上海话' }, wishAt: community.now() })
    expect(seen.decisions[0]).toMatchObject({ class: 'A', why: 'wish', source: 'resident', by: '郑涛' })
    expect(await community.rows(`select to_id from notice where about = 'wishSet' and subject_id = $1`, [place.householdId])).toContainEqual({ to_id: accounts.wang })
    expect((await community.as('zheng').household.history(place)).items.find(({ change: one }) => one)!.change).toMatchObject({ field: 'wish', state: 'applied', by: '郑涛' })
    expect(await community.answerOf('zheng', 'household/setWish', { ...place, wish: { ...wish, channels: ['door'] } })).toMatchObject({ refusal: 'BadInput' })
    await community.as('zheng').household.setWish({ ...place, wish: { ...wish, noHomeVisits: false } })
  })

  test('contested care is looked at again, and ended it makes class B', async () => {
    await community.rows('delete from household_care where household_id = $1', [(await homeOf(community, 'zheng')).householdId])
    const { careId, committeeId } = await caredFor(community, 'zheng')
    const place = await homeOf(community, 'zheng')
    expect((await community.as('wang').household.get(place)).class).toBe('C')
    expect((await community.as('zheng').household.get(place)).care).toMatchObject([{ careId, kind: 'emptyNest', basis: '走访时本人说的' }])
    await community.as('zheng').household.contestCare({ committeeId, careId, why: '我和家里人一起住' })
    expect((await community.as('wang').household.get(place)).care).toMatchObject([{ careId, contestedAt: community.now(), kind: null }])
    await community.as('wang').household.endCare({ committeeId, careId, why: '本人说了，是和家人住' })
    expect(await community.as('wang').household.get(place)).toMatchObject({ class: 'B', care: [] })
    expect(await community.answerOf('wang', 'household/endCare', { committeeId, careId, why: '再来一次' })).toMatchObject({ refusal: 'WrongStep' })
  })
})
