/** Bringing in from a table: who may; that looking writes nothing, twice is once, what somebody changed is not overwritten, and a batch goes back as far as nobody touched it. */
import { randomUUID } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imports, type ImportBatch, type ImportKind, type ImportLook } from '../../contract/import'
import { consentVersions } from '../../contract/consent'
import type { Id } from '../../contract/values'
import { formulasIn } from '../../cloudfunctions/household/importFile'
import { importTemplate } from '../../cloudfunctions/household/importTable'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Path } from '../fixtures/community'
import { call, homeOf, picture, residentOf } from '../fixtures/scene'
import { seals } from '../fixtures/seals'
import { importAs, importedAs, lookAs, tableOf, type Filled, type Tables } from '../fixtures/tables'
import { line, outcomeOf, readTable, type Cell } from './table'

/** chens: a batch chen brought in. */
const table = readTable(`
  method       thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  template     chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   -
  template     plum      -    -     -     -   -  -    -  -    -    -    -   ok  -
  look         chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  look         plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  bring        chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  bring        plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  listImports  chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listImports  plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  undoImport   chens     -    -     -     -   -  -    -  ok   ok   -    -   -   in
  undoImport   tangs     -    -     -     -   -  -    -  no   ok   -    -   -   in
  undoImport   foreign   -    -     -     -   -  -    -  -    -    -    -   -   in
  undoImport   absent    -    -     -     -   -  -    -  -    -    -    -   -   in
`)

let community: Community
let chens: Id
let tangs: Id
let floor = 40
beforeAll(async () => { community = await openCommunity({ connections: 8 }) })
afterAll(() => community.close())

/** A door nobody has used yet, with somebody behind it. */
const newDoor = (more: Filled = {}, place: Filled = { building: '9号楼' }): Tables & { room: string } => {
  floor += 1
  const room = `${floor}01`
  return { room, household: [{ ...place, room, tenure: '自住' }], person: [{ ...place, room, name: '凌一舟', relation: '业主', birthYear: 1980, phone: '13900000000', roles: '户主', ...more }] }
}
const home = async (label: string) => (await community.rows<{ id: Id; block_id: Id; version: number; no_home_visits: boolean; tenure: string; import_id: Id | null }>('select * from household where committee_id = $1 and label = $2', [chunshen.committeeId, label]))[0]
const people = (householdId: Id) => community.rows<{ id: Id; name: string; relation: string; birth_year: number | null; roles: string[]; phone_sealed: string | null; version: number }>('select * from resident where household_id = $1 order by name', [householdId])
const changes = (householdId: Id) => community.rows<{ id: Id; resident_id: Id | null; field: string; old: unknown; new: unknown; state: string; source: string; import_id: Id | null; version: number | null; new_sealed: string | null; old_sealed: string | null; against: Id | null }>('select * from archive_change where household_id = $1 order by at, id', [householdId])
const phoneOf = async (residentId: Id) => {
  const [row] = await community.rows<{ phone_sealed: string | null }>('select phone_sealed from resident where id = $1', [residentId])
  return row!.phone_sealed && seals.open({ ...chunshen, field: 'resident.phone', rowId: residentId }, row!.phone_sealed)
}
const said = (look: ImportLook) => look.issues.map(({ kind, cell, line: at, wrong }) => `${kind} ${cell ?? at}：${wrong}`)
async function looked(tables: Tables | Uint8Array): Promise<ImportLook> {
  const sent = await lookAs(community, 'tang', tables)
  if (!sent.ok) throw new Error(sent.refusal)
  return sent.output
}
const kinds = (look: ImportLook, kind: ImportKind) => Object.entries(look.counts[kind]).filter(([, count]) => count > 0).map(([what, count]) => `${what} ${count}`).join()

async function ask(walls: Community, { method, thing, name }: Cell): Promise<string> {
  const committeeId = thing === 'plum' ? plum.committeeId : chunshen.committeeId
  const place = thing === 'plum' ? { building: '1号楼' } : { building: '9号楼' }
  if (method === 'template') return outcome(await importTemplate({ surroundings: walls.surroundings, credential: walls.credentialOf(name) }, { committeeId }))
  const { room: _, ...door } = newDoor({}, place)
  if (method === 'look') return outcome(await lookAs(walls, name, door, committeeId))
  if (method === 'bring') return outcome(await importAs(walls, name, door, { committeeId }).catch(() => ({ ok: false as const, refusal: 'NotFound' as const })))
  const importId = thing === 'chens' || thing === 'foreign' ? chens : thing === 'tangs' ? tangs : absent
  const input = method === 'listImports' ? { committeeId } : { committeeId: thing === 'foreign' ? plum.committeeId : committeeId, importId }
  const answer = await walls.answerOf(name, `household/${method}` as Path, input)
  return answer.ok && walls !== community && (answer.output as { items?: unknown[] }).items?.length === 0 ? 'NotFound' : outcomeOf(answer)
}
const outcome = (made: { ok: true; output: unknown } | { ok: false; refusal: string }) => (made.ok ? 'ok' : made.refusal)

describe.each(['both walls', 'row security alone'])('who may: %s', (which) => {
  const walls = () => (which === 'both walls' ? community : community.withoutFirstWall())
  const freshly = async () => {
    for (const name of ['chen', 'tang'] as const) {
      const { room: _, ...door } = newDoor()
      const { batch } = await importedAs(community, name, door)
      if (name === 'chen') chens = batch.id
      else tangs = batch.id
    }
  }

  test('everybody else is stopped, and nothing is written', async () => {
    await freshly()
    const before = await picture(community)
    const refused = table.filter(({ expected }) => expected !== 'ok')
    const seen: string[] = []
    // What hangs on the notice board, a template holds as well; looking at a table of another committee tells of its board and nothing else.
    for (const cell of refused) {
      const found = await ask(walls(), cell)
      const board = which !== 'both walls' && ['template', 'look'].includes(cell.method) && found === 'ok'
      const stopped = which !== 'both walls' && cell.expected !== 'NotSignedIn' && ['NotFound', 'NotAllowed'].includes(found)
      seen.push(line(cell, board || stopped ? cell.expected : found))
    }
    expect(seen).toEqual(refused.map((cell) => line(cell, cell.expected)))
    expect(await picture(community)).toEqual(before)
  })

  test('those pass whom it concerns', async () => {
    const passing = table.filter(({ expected }) => expected === 'ok')
    const seen: string[] = []
    for (const cell of passing) {
      await freshly()
      seen.push(line(cell, await ask(walls(), cell)))
    }
    expect(seen).toEqual(passing.map((cell) => line(cell, 'ok')))
  })
})

test('every method of imports has its lines', () => {
  expect(Object.keys(imports).sort()).toEqual([...new Set(table.map(({ method }) => method))].filter((method) => method.endsWith('Import') || method.endsWith('Imports')).sort())
})

describe('looking', () => {
  test('writes nothing at all, and says what would come of it', async () => {
    const before = await picture(community)
    const look = await looked({
      building: [{ building: '25', block: '3' }, { building: '9号楼', block: '3块' }, { building: '10号楼', block: '2块' }],
      household: [{ building: '25号楼', room: '101', tenure: '自住' }, { building: '9号楼', room: '301', tenure: '合租' }],
      person: [{ building: '25', room: '101', name: '凌一舟', relation: '业主' }, { building: '25', room: '102', name: '凌二舟', relation: '业主' }],
    })
    expect(said(look)).toEqual(['building C4：10号楼现在归3块', 'person C3：25号楼没有 102 室'])
    expect([kinds(look, 'building'), kinds(look, 'household'), kinds(look, 'person')]).toEqual(['lines 3,added 1,same 1,refused 1', 'lines 2,added 1,changed 1', 'lines 2,added 1,refused 1'])
    expect(look.batch).toBeNull()
    expect(await picture(community)).toEqual(before)
  })

  test('names unknown buildings, rooms twice, people twice, people who left, and bad numbers and years, by cell', async () => {
    const zhou = await homeOf(community, 'zhou')
    await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, left_at) select committee_id, $1, id, block_id, '白露', 'tenant', $3 from household where id = $2`, [randomUUID(), zhou.householdId, community.now()])
    const look = await looked({
      building: [{ building: '26号楼', block: '9块' }, { building: '27号楼', block: '1块' }, { building: '27 栋', block: '1块' }],
      household: [{ building: '88号楼', room: '101' }, { building: '9号楼', room: '301' }, { building: '9', room: '301室' }],
      person: [
        { building: '9号楼', room: '301', name: '傅金生', relation: '业主', phone: '1380000', birthYear: 56 }, { building: '9号楼', room: '301', name: '傅明', relation: '家人' }, { building: '9号楼', room: '301', name: '傅 明', relation: '家人' },
        { building: '11号楼', room: '201', name: '白露', relation: '租客' },
      ],
    })
    expect(said(look)).toEqual([
      'building C2：没有“9块”', 'building B4：和第 3 行是同一栋楼', 'household B2：没有“88号楼”这栋楼', 'household C4：和第 3 行是同一户',
      'person F2：“56”看不出年份', 'person G2：手机号是 11 位，这里有 7 位', 'person D4：和第 3 行是同一个人', 'person D5：“白露”已经从这户搬走',
    ])
    expect(look.issues.every(({ fix }) => fix.length > 3)).toBe(true)
    await community.rows(`delete from resident where name = '白露'`)
  })

  test('gives a file of the failed lines alone; put right and sent again it comes in', async () => {
    const { room, household, person } = newDoor({ phone: '139000' })
    const tables = { household, person: [...person!, { building: '9号楼', room, name: '凌二舟', relation: '家人' }] } as Tables
    const look = await importedAs(community, 'chen', tables)
    expect([look.issueCount, kinds(look, 'person')]).toEqual([1, 'lines 2,added 1,refused 1'])
    const sheets = await readXlsxFile(Uint8Array.from(Buffer.from(look.failed!.base64, 'base64')).buffer)
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([['人员', 2]])
    const row = sheets[0]!.data[1]!.map(String)
    expect(row).toEqual(expect.arrayContaining(['凌一舟', '139000', '电话：手机号是 11 位，这里有 6 位。照着原来的登记核对一遍']))
    expect(row).not.toContain('凌二舟')
    // As it is, and with the number put right.
    expect(said(await looked(Buffer.from(look.failed!.base64, 'base64')))).toEqual(['person G2：手机号是 11 位，这里有 6 位'])
    const again = await importedAs(community, 'chen', await tableOf({ person: [{ ...person![0]!, phone: '13900000000' }] }))
    expect(kinds(again, 'person')).toBe('lines 1,added 1')
    expect((await people((await home(`9号楼 ${room}室`))!.id)).map(({ name }) => name)).toEqual(['凌一舟', '凌二舟'])
  })
})

describe('the file', () => {
  const problem = async (bytes: Uint8Array) => (await looked(bytes)).problem
  const fine = () => tableOf({ household: [{ building: '9号楼', room: '301' }] })

  test('is told apart: csv, old xls, a picture, another table, half of one, an empty one, one too large', async () => {
    expect(await problem(Buffer.from('楼栋,室号\n9号楼,301'))).toContain('不是 .xlsx')
    expect(await problem(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toContain('.xls')
    expect(await problem(Buffer.from('89504e470d0a1a0a', 'hex'))).toContain('不是 .xlsx')
    expect(await problem(new Uint8Array())).toContain('空文件')
    expect(await problem((await fine()).slice(0, 900))).toContain('打不开')
    expect(await problem(await tableOf({ household: [] }))).toContain('还没有填东西')
    expect(await problem(Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(3 * 1024 * 1024)]))).toContain('最多 2 兆')
    expect(await problem(zipSync({ 'word/document.xml': Buffer.from('<w/>') }))).toContain('没有“楼栋”')
    expect(await problem(await tableOf({ person: Array.from({ length: 5_001 }, () => ({ building: '9号楼', room: '301', name: '凌', relation: '业主' })) }))).toContain('有 5001 行，一次最多 5000 行')
  })

  test('unpacks to no more than it may, whatever it says of itself, and brings no entities', async () => {
    const parts = unzipSync(await fine())
    const sheet = Object.keys(parts).find((name) => name.endsWith('sheet1.xml'))!
    const lying = Buffer.from(zipSync({ ...parts, 'xl/media/big.xml': new Uint8Array(41 * 1024 * 1024) }, { level: 1 }))
    expect(await problem(lying)).toContain('解开以后太大')
    const entry = lying.lastIndexOf(Buffer.from('xl/media/big.xml')) - 46
    lying.writeUInt32LE(10, entry + 24)
    expect(await problem(lying)).toContain('解开以后太大')
    const bomb = Buffer.from(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}">]>${Buffer.from(parts[sheet]!).toString()}`)
    expect(await problem(zipSync({ ...parts, [sheet]: bomb }))).toContain('打不开')
    expect(await problem(zipSync({ ...parts, ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/${n}.xml`, new Uint8Array()])) }))).toContain('东西太多')
  })

  test('with a formula is refused by its cell, though the cell holds what it came to', async () => {
    const parts = unzipSync(await fine())
    const sheet = Object.keys(parts).find((name) => name.endsWith('sheet1.xml'))!
    const xml = Buffer.from(parts[sheet]!).toString()
    const formula = (to: string) => zipSync({ ...parts, [sheet]: Buffer.from(xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, to)) })
    for (const to of ['<c r="C2"><f>300+1</f><v>301</v></c>', '<c r="C2" t="str"><f t="shared" si="0"/><v>301</v></c>']) expect([to, said(await looked(formula(to)))]).toEqual([to, ['household C2：这一格是公式']])
    // As other programs write it: with a prefix, and with the address left out after the cell before.
    expect([...formulasIn('<x:sheetData><x:row r="4"><x:c r="B4"><x:v>1</x:v></x:c><x:c><x:f>A1</x:f></x:c></x:row><x:row><x:c><x:f/></x:c></x:row></x:sheetData>')]).toEqual(['C4', 'A5'])
  })
})

describe('bringing in', () => {
  test('makes buildings, households and people; a household’s block is its building’s; each change is on record, numbers and care lie sealed', async () => {
    const look = await importedAs(community, 'tang', {
      building: [{ building: '31', block: '2块' }], household: [{ building: '31号楼', room: '101', tenure: '自住', door: '不要上门' }],
      person: [{ building: '31', room: '101', name: '凌一舟', relation: '业主', birthYear: 1938, phone: '139 0000 0001', roles: '户主', care: '高龄、独居', basis: '走访时本人说的', reviewOn: new Date('2027-05-20') }],
    })
    expect([kinds(look, 'building'), kinds(look, 'household'), kinds(look, 'person')]).toEqual(['lines 1,added 1', 'lines 1,added 1', 'lines 1,added 1'])
    const made = (await home('31号楼 101室'))!
    expect(made).toMatchObject({ block_id: chunshen.block(2), version: 1, tenure: 'owner', no_home_visits: true, import_id: look.batch.id })
    const [ling] = await people(made.id)
    expect(ling).toMatchObject({ name: '凌一舟', relation: 'owner', birth_year: 1938, roles: ['head'] })
    expect(await phoneOf(ling!.id)).toBe('13900000001')
    const written = await changes(made.id)
    expect(written.map(({ field }) => field).sort()).toEqual(['member', 'phone', 'roles', 'tenure', 'wish'])
    expect(written.every((one) => one.source === 'import' && one.import_id === look.batch.id && one.state === 'applied' && one.version === 1)).toBe(true)
    const cares = await community.rows<{ id: Id; kind_sealed: string }>('select * from household_care where household_id = $1', [made.id])
    expect(cares.map(({ id, kind_sealed }) => seals.open({ ...chunshen, field: 'household_care.kind', rowId: id }, kind_sealed)).sort()).toEqual(['advancedAge', 'livingAlone'])
    expect(await community.rows('select class, no_home_visits, cared, why, source from class_decision where household_id = $1', [made.id])).toEqual([{ class: 'A', no_home_visits: true, cared: true, why: 'import', source: 'import' }])
    for (const name of ['resident', 'archive_change', 'household_care', 'household_import', 'receipt', 'notice', 'opening']) expect([name, await community.rows(`select from ${name} t where t::text ~ '13900000001|139 0000 0001|高龄|走访时本人说的'`)]).toEqual([name, []])
    expect((await community.as('chen').household.findPhone({ ...chunshen, phone: '13900000001', why: '核一核导入' })).items.map(({ label }) => label)).toEqual(['31号楼 101室'])
    expect(await community.as('li').household.get({ ...chunshen, householdId: made.id })).toMatchObject({ class: 'A', members: [{ name: '凌一舟', hasPhone: true, phone: null }] })
    expect((await community.as('li').household.open({ ...chunshen, householdId: made.id, what: ['care'], why: '看看' })).care).toHaveLength(2)
    expect(JSON.stringify(community.logged)).not.toMatch(/凌一舟|1390000/)
  })

  test('the same table twice changes nothing, whoever sends it; the same key gives the same answer', async () => {
    const { room: _, ...tables } = newDoor({ care: '高龄', basis: '走访时本人说的', reviewOn: '2027-05-20' })
    const bytes = await tableOf({ ...tables, building: [{ building: '32号楼', block: '1块' }] })
    const key = randomUUID() as Id
    const { roundTrips: _trips, ...first } = await importAs(community, 'tang', bytes, { key })
    const before = await picture(community)
    expect(await importAs(community, 'tang', bytes, { key })).toMatchObject(first)
    expect(await picture(community)).toEqual(before)
    const again = await importAs(community, 'tang', bytes)
    expect(again.ok && [again.output.batch, kinds(again.output, 'building'), kinds(again.output, 'household'), kinds(again.output, 'person')]).toEqual([null, 'lines 1,same 1', 'lines 1,same 1', 'lines 1,same 1'])
    const { receipt: one, ...after } = await picture(community)
    const { receipt: other, ...then } = before
    expect([after, one !== other]).toEqual([then, true])
    expect(outcome(await importAs(community, 'tang', await tableOf(newDoor()), { key }))).toBe('KeyReused')
    // Two at once: the second waits, and finds all of it there.
    const door = await tableOf(newDoor())
    const both = await Promise.all([importAs(community, 'chen', door), importAs(community, 'tang', door)])
    expect(both.map((sent) => sent.ok && sent.output.batch !== null).sort()).toEqual([false, true])
  })

  test('what somebody changed by hand is not overwritten: it waits beside theirs, once', async () => {
    const { room, ...tables } = newDoor({ birthYear: 1980, phone: '13900000002' })
    await importedAs(community, 'tang', tables)
    const { id: householdId } = (await home(`9号楼 ${room}室`))!
    const [ling] = await people(householdId)
    await community.as('wang').household.change({ ...chunshen, householdId, version: 1, edits: [{ field: 'birthYear', residentId: ling!.id, value: 1981 }, { field: 'phone', residentId: ling!.id, value: '13900000003' }, { field: 'tenure', value: 'shared' }] })
    const look = await importedAs(community, 'chen', tables)
    expect([kinds(look, 'household'), kinds(look, 'person'), look.asks.map(({ field }) => field)]).toEqual(['lines 1,asked 1', 'lines 1,asked 1', ['tenure', 'birthYear', 'phone']])
    expect([(await home(`9号楼 ${room}室`))!.tenure, (await people(householdId))[0]!.birth_year, await phoneOf(ling!.id)]).toEqual(['shared', 1981, '13900000003'])
    const { waiting } = await community.as('wang').household.get({ ...chunshen, householdId })
    expect(waiting.map(({ field, against, source }) => [field, against?.by, source]).sort()).toEqual([['birthYear', '王芳', 'import'], ['phone', '王芳', 'import'], ['tenure', '王芳', 'import']])
    // Asked already, and then refused: nobody is asked again.
    const before = await picture(community)
    expect(kinds((await looked(tables)), 'person')).toBe('lines 1,same 1')
    expect(await picture(community)).toEqual(before)
    for (const { id } of waiting) await community.as('wang').household.decideChange({ ...chunshen, changeId: id, apply: false, why: '问过本人了' })
    const last = await importAs(community, 'chen', tables)
    expect(last.ok && last.output.batch).toBeNull()
    // Another number than before is a new question; one that a person took over stands.
    const other = await importedAs(community, 'chen', { ...tables, person: [{ ...tables.person![0], phone: '13900000004' }] })
    expect(other.asks.map(({ field }) => field)).toEqual(['phone'])
    const [{ id: changeId } = { id: absent }] = (await community.as('wang').household.get({ ...chunshen, householdId })).waiting
    await community.as('wang').household.decideChange({ ...chunshen, changeId, apply: true, why: '' })
    expect(await phoneOf(ling!.id)).toBe('13900000004')
    expect((await importedAs(community, 'chen', tables)).asks.map(({ field }) => field)).toEqual(['phone'])
  })

  test('whoever uses the app is asked about; what was empty is filled, and a number that is replaced is on record', async () => {
    const { householdId } = await homeOf(community, 'zheng')
    const zheng = await residentOf(community, 'zheng')
    const before = await community.rows<{ relation: string; birth_year: number }>('select relation, birth_year from resident where id = $1', [zheng])
    await community.rows('update resident set birth_year = null where id = $1', [zheng])
    const look = await importedAs(community, 'chen', { person: [{ building: '11号楼', room: '202', name: '郑涛', relation: '租客', birthYear: 1979 }, { building: '11号楼', room: '202', name: '白雅琴', relation: '家人', phone: '13900000005' }] })
    expect(look.asks.map(({ name, field }) => `${name} ${field}`)).toEqual(['郑涛 relation'])
    expect(await community.rows('select relation, birth_year from resident where id = $1', [zheng])).toEqual([{ relation: before[0]!.relation, birth_year: 1979 }])
    const [bai] = (await people(householdId)).filter(({ name }) => name === '白雅琴')
    const openings = () => community.rows<{ why: string }>('select why from opening where household_id = $1 and resident_id = $2', [householdId, bai!.id])
    const opened = (await openings()).length
    await importedAs(community, 'chen', { person: [{ building: '11号楼', room: '202', name: '白雅琴', relation: '家人', phone: '13900000006' }] })
    expect(await phoneOf(bai!.id)).toBe('13900000006')
    const [last] = (await changes(householdId)).filter(({ field, resident_id }) => field === 'phone' && resident_id === bai!.id).slice(-1)
    expect(seals.open({ ...chunshen, field: 'archive_change.old', rowId: last!.id }, last!.old_sealed!)).toBe('13900000005')
    expect((await openings()).slice(opened)).toEqual([{ why: '导入时换号码' }])
    await community.rows('update resident set birth_year = $2 where id = $1', [zheng, before[0]!.birth_year])
  })

  test('what somebody has said no to does not come back by a table', async () => {
    await community.as('zheng').rights.consent({ layer: 'contact', version: consentVersions.contact, given: false })
    await community.as('zheng').rights.consent({ layer: 'sensitive', version: consentVersions.sensitive, given: false })
    const look = await looked({ person: [{ building: '11号楼', room: '202', name: '郑涛', relation: '业主', phone: '13900000010', care: '高龄', basis: '走访时本人说的', reviewOn: '2027-05-20' }] })
    expect(said(look)).toEqual(['person G2：本人说了不留电话', 'person I2：本人没有同意记这些'])
    await community.rows('delete from consent where account_id = $1', [accounts.zheng])
  })

  test('a child stands there by relation and year alone until a guardian says yes; the same table twice changes nothing', async () => {
    const { room, household, person } = newDoor()
    const child = { building: '9号楼', room, name: '凌小满', relation: '家人', birthYear: 2020 }
    await importAs(community, 'tang', { household, person: [...person!, child] })
    const { id } = (await home(`9号楼 ${room}室`))!
    expect((await people(id)).map(({ name, birth_year }) => [name, birth_year])).toEqual(expect.arrayContaining([['凌一舟', 1980], ['孩子', 2020]]))
    expect(JSON.stringify(await changes(id))).not.toContain('凌小满')
    expect(kinds(await looked({ household, person: [...person!, child] }), 'person')).toBe('lines 2,same 2')
    expect(said(await looked({ person: [{ ...child, phone: '13900000010', care: '困境儿童', basis: '街道转来', reviewOn: '2027-05-20' }] }))).toEqual(['person G2：家长还没有同意记孩子的电话', 'person I2：家长还没有同意记这些'])
    // A child nobody has written down yet is no other.
    expect(said(await looked({ person: [{ ...child, name: '凌小雨', birthYear: 2022, phone: '13900000010' }] }))).toEqual(['person G2：家长还没有同意记孩子的电话'])
  })

  test('where it stood empty somebody lives again, and taken back it is empty', async () => {
    const { room, household, person } = newDoor()
    await importedAs(community, 'chen', { household: [{ ...household![0], tenure: '空着' }] })
    const contradicting = await lookAs(community, 'chen', { household: [{ ...household![0], tenure: '空着' }], person: person! })
    expect(contradicting.ok && said(contradicting.output)).toEqual(['person C2：“住户”那一页说这户空着'])
    const { batch } = await importedAs(community, 'chen', { person: person! })
    const tenure = async () => (await home(`9号楼 ${room}室`))!.tenure
    expect(await tenure()).toBe('unknown')
    expect((await changes((await home(`9号楼 ${room}室`))!.id)).every(({ source }) => source === 'import')).toBe(true)
    expect((await community.as('chen').household.undoImport({ ...chunshen, importId: batch.id })).kept).toEqual([])
    expect(await tenure()).toBe('vacant')
  })

  test('one’s own household, and care by an officer, are refused', async () => {
    const { householdId } = await homeOf(community, 'zheng')
    const resident = randomUUID()
    await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) select committee_id, $2, id, block_id, '陈敏', 'family', $3 from household where id = $1`, [householdId, resident, accounts.chen])
    const sent = await lookAs(community, 'chen', { person: [{ building: '11号楼', room: '202', name: '郑涛', relation: '业主' }] })
    expect(sent.ok && said(sent.output)).toEqual(['person 2：这是您自己家'])
    await community.rows('delete from resident where id = $1', [resident])
    const { room: _, ...tables } = newDoor({ care: '高龄', basis: '走访时本人说的', reviewOn: '2027-05-20' })
    const officer = await lookAs(community, 'chen', tables)
    expect(officer.ok && said(officer.output)).toEqual(['person I2：照护类别由主任或书记导入'])
  })
})

describe('taking back', () => {
  test('leaves no trace of what nobody touched, and the same table may come in again', async () => {
    const tables = { building: [{ building: '33号楼', block: '2块' }], ...newDoor({ care: '高龄', basis: '走访时本人说的', reviewOn: '2027-05-20' }, { building: '33号楼' }) }
    const rows = ['building', 'household', 'resident', 'archive_change', 'household_care', 'class_decision'] as const
    const counted = () => Promise.all(rows.map(async (name) => (await community.rows(`select from ${name}`)).length))
    const before = await counted()
    const { batch } = await importedAs(community, 'tang', tables)
    expect((await counted()).every((count, at) => count > before[at]!)).toBe(true)
    const undone = await community.as('tang').household.undoImport({ ...chunshen, importId: batch.id })
    expect(undone).toMatchObject({ undoneBy: '唐敏芝', kept: [], steps: [] })
    expect(await counted()).toEqual(before)
    expect(outcomeOf(await community.answerOf('tang', 'household/undoImport', { ...chunshen, importId: batch.id }))).toBe('WrongStep')
    expect(kinds(await importedAs(community, 'tang', tables), 'person')).toBe('lines 1,added 1')
  })

  test('puts values back as they were, numbers too, as a change of their own', async () => {
    const { room, ...tables } = newDoor({ birthYear: 1980, phone: '13900000007', roles: '户主' })
    await importedAs(community, 'chen', tables)
    const { batch } = await importedAs(community, 'chen', { household: [{ ...tables.household![0], tenure: '合租' }], person: [{ ...tables.person![0], relation: '家人', birthYear: 1990, phone: '13900000008', roles: '志愿者' }, { building: '9号楼', room, name: '凌二舟', relation: '家人' }] })
    const { id: householdId } = (await home(`9号楼 ${room}室`))!
    const state = async () => ({ tenure: (await home(`9号楼 ${room}室`))!.tenure, people: (await people(householdId)).map(({ name, relation, birth_year, roles }) => [name, relation, birth_year, roles.join()]), phone: await phoneOf((await people(householdId)).find(({ name }) => name === '凌一舟')!.id) })
    expect(await state()).toEqual({ tenure: 'shared', people: [['凌一舟', 'family', 1990, 'volunteer'], ['凌二舟', 'family', null, '']], phone: '13900000008' })
    expect((await community.as('chen').household.undoImport({ ...chunshen, importId: batch.id })).kept).toEqual([])
    expect(await state()).toEqual({ tenure: 'owner', people: [['凌一舟', 'owner', 1980, 'head']], phone: '13900000007' })
    expect((await community.as('chen').household.findPhone({ ...chunshen, phone: '13900000007', why: '核一核导入' })).items).toHaveLength(1)
    const history = (await community.as('wang').household.history({ ...chunshen, householdId })).items
    expect(history.filter(({ at }) => at === history[0]!.at).length).toBeGreaterThan(5)
    expect((await home(`9号楼 ${room}室`))!.version).toBe(3)
    expect((await community.rows<{ version: number }>('select max(version) as version from archive_change where household_id = $1', [householdId]))[0]!.version).toBe(3)
  })

  test('leaves what somebody touched meanwhile, and names it', async () => {
    const doors = Array.from({ length: 7 }, () => newDoor({ phone: '13900000009' }))
    const { batch } = await importedAs(community, 'tang', {
      building: [{ building: '34号楼', block: '3块' }], household: [...doors.flatMap(({ household }) => household!), { building: '34号楼', room: '101' }],
      person: [...doors.flatMap(({ person }, at) => [{ ...person![0], ...(at === 5 ? { care: '高龄', basis: '走访时本人说的', reviewOn: '2027-05-20' } : {}) }]), { building: '9号楼', room: '301', name: '傅金生', relation: '业主', birthYear: 1941 }],
    })
    const [typed, filed, code, added, , cared] = await Promise.all(doors.map(async ({ room }) => (await home(`9号楼 ${room}室`))!.id))
    const fu = (await home('9号楼 301室'))!
    const person = async (householdId: Id) => (await people(householdId))[0]!.id
    // By hand: a year, a demand, a printed code, a neighbour more, a care looked at again, a year of somebody who was here before.
    await community.as('wang').household.change({ ...chunshen, householdId: typed!, version: 1, edits: [{ field: 'birthYear', residentId: await person(typed!), value: 1979 }] })
    await community.as('chen').demand.enter({ committeeId: chunshen.committeeId, ...call, who: { ...call.who, householdId: filed! } })
    await community.as('wang').household.makeCode({ ...chunshen, householdId: code! })
    await community.as('wang').household.change({ ...chunshen, householdId: added!, version: 1, edits: [{ field: 'member', value: { name: '凌小满', relation: 'family', birthYear: 2010 } }] })
    const [{ id: careId } = { id: absent }] = await community.rows<{ id: Id }>('select id from household_care where household_id = $1', [cared])
    await community.as('wang').household.reviewCare({ ...chunshen, careId, basis: '又去看过', reviewOn: '2027-06-20' })
    const byHand = (await people(fu.id))[0]!
    await community.as('wang').household.change({ ...chunshen, householdId: fu.id, version: (await home('9号楼 301室'))!.version, edits: [{ field: 'birthYear', residentId: byHand.id, value: 1942 }] })

    const { kept } = await community.as('tang').household.undoImport({ ...chunshen, importId: batch.id })
    const label = (at: number) => `9号楼 ${doors[at]!.room}室`
    expect(kept.map(({ label: at, what, field }) => [at, what, field].filter(Boolean).join(' ')).sort()).toEqual([
      `${label(0)} household`, `${label(0)} person`, `${label(1)} household`, `${label(2)} household`, `${label(3)} household`, `${label(5)} care`, `${label(5)} household`, `${label(5)} person`, '9号楼 301室 value birthYear',
    ].sort())
    for (const at of [4, 6]) expect([at, await home(label(at))]).toEqual([at, undefined])
    expect(await community.rows(`select from building where name = '34号楼'`)).toEqual([])
    expect((await people(typed!))[0]).toMatchObject({ birth_year: 1979 })
    expect((await people(added!)).map(({ name }) => name)).toEqual(['凌小满'])
    expect((await people(fu.id))[0]!.birth_year).toBe(1942)
    expect((await community.as('tang').household.listImports(chunshen)).items.find(({ id }) => id === batch.id)!.kept).toEqual(kept)
    // Who was taken out again: their number is nowhere any more.
    expect(await community.rows('select from archive_change where household_id = $1 and field = $2 and new_sealed is not null', [added, 'phone'])).toEqual([])
    await community.rows('update resident set birth_year = null where id = $1', [byHand.id])
  })

  test('asks nobody any more about what it wished for', async () => {
    const { room, ...tables } = newDoor()
    await importedAs(community, 'tang', tables)
    const { id: householdId } = (await home(`9号楼 ${room}室`))!
    await community.as('wang').household.change({ ...chunshen, householdId, version: 1, edits: [{ field: 'tenure', value: 'shared' }] })
    const { batch } = await importedAs(community, 'tang', tables)
    expect((await community.as('wang').household.get({ ...chunshen, householdId })).waiting).toHaveLength(1)
    await community.as('tang').household.undoImport({ ...chunshen, importId: batch.id })
    expect((await community.as('wang').household.get({ ...chunshen, householdId })).waiting).toEqual([])
  })
})

describe('of 5,000 lines', () => {
  test('as many round trips as of one, in reasonable time; taken back whole', async () => {
    const person = (n: number): Filled => ({ building: `${40 + (n % 20)}号楼`, room: String(101 + Math.floor(n / 40)), name: `凌${String.fromCodePoint(0x4e00 + n)}`, relation: '业主', birthYear: 1950 + (n % 50), phone: `139${String(10_000_000 + n)}`, roles: '户主' })
    const all = {
      building: Array.from({ length: 20 }, (_, n): Filled => ({ building: `${40 + n}号楼`, block: `${(n % 6) + 1}块` })),
      household: Array.from({ length: 1_480 }, (_, n): Filled => ({ building: `${40 + (n % 20)}号楼`, room: String(101 + Math.floor(n / 20)), tenure: '自住' })),
      person: Array.from({ length: 2_920 }, (_, n) => person(n)),
    }
    all.person.push(...Array.from({ length: 580 }, (_, n) => ({ ...person(n), name: `舟${String.fromCodePoint(0x5000 + n)}`, relation: '家人' })))
    const bytes = await tableOf(all)
    const rss = process.memoryUsage().rss
    const clock = async <T>(work: Promise<T>): Promise<[T, number]> => {
      const from = performance.now()
      return [await work, Math.round(performance.now() - from)]
    }
    const one = await importAs(community, 'chen', newDoor())
    const [looks, looking] = await clock(lookAs(community, 'chen', bytes))
    expect(looks.ok && [looks.output.problem, looks.output.issueCount]).toEqual([null, 0])
    const [whole, writing] = await clock(importAs(community, 'chen', bytes))
    const batch = (whole.ok && whole.output.batch) as ImportBatch
    expect([looks.roundTrips, one.roundTrips, whole.roundTrips]).toEqual([4, 5, 5])
    expect([batch.counts.building.added, batch.counts.household.added, batch.counts.person.added]).toEqual([20, 1_480, 3_500])
    const [again, same] = await clock(importAs(community, 'chen', bytes))
    expect(again.ok && again.output.batch).toBeNull()
    const [undone, undoing] = await clock(community.as('chen').household.undoImport({ ...chunshen, importId: batch.id }))
    expect(undone.kept).toEqual([])
    expect(await community.rows('select from household where import_id = $1', [batch.id])).toEqual([])
    // Times are told, not judged: the machine is shared.
    console.log(`import of 5,000 lines (${Math.round(bytes.length / 1024)} KB): look ${looking} ms, bring in ${writing} ms, the same again ${same} ms, take back ${undoing} ms; memory +${Math.round((process.memoryUsage().rss - rss) / 1e6)} MB`)
  })
})

