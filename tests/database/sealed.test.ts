/** What lies sealed: no number in the clear anywhere, keys turned over under it, and what does not open is left alone. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPlain, reseal, type Resealed } from '../../cloudfunctions/database/reseal'
import { keysOf, newKey } from '../../cloudfunctions/runtime/keys'
import { sealsOf } from '../../cloudfunctions/runtime/seal'
import { chunshen, openCommunity, plum, type Community } from '../fixtures/community'
import { call, fileAs, toCall } from '../fixtures/scene'
import { seals, testKey } from '../fixtures/seals'

const newer = newKey()
const [turning, turned] = [sealsOf(keysOf(`${newer},${testKey}`)), sealsOf(keysOf(newer))]
const mobile = '138 0000 0001'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

const { committeeId } = chunshen
const byCounter = { ...call, committeeId, who: { ...call.who, phone: mobile } }

/** Every row of every table as text. */
async function everything(): Promise<{ table: string; row: string }[]> {
  const tables = await community.rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  return (await Promise.all(tables.map(async ({ name }) => (await community.rows<{ row: string }>(`select t::text as row from "${name}" t`)).map(({ row }) => ({ table: name, row }))))).flat()
}

const numbersOf = async (opening = seals) => (await community.rows<{ id: string; committee_id: string; sealed: string }>('select committee_id, id, filer_phone_sealed as sealed from demand where filer_phone_sealed is not null order by id'))
  .map((row) => opening.open({ committeeId: row.committee_id, field: 'demand.filer_phone', rowId: row.id }, row.sealed))
const totals = (done: Resealed[]) => done.reduce((sum, { sealed, renewed, broken }) => ({ sealed: sum.sealed + sealed, renewed: sum.renewed + renewed, broken: sum.broken + broken.length }), { sealed: 0, renewed: 0, broken: 0 })
const elsewhere = async (head: string) => (await everything()).filter(({ row }) => /\bk[a-z0-9]*(-sm4)?\.[\w-]+\.[\w-]*\.[\w-]{20,}/.test(row) && !row.includes(head)).map(({ table }) => table)

test('no number of anybody stands in the database in the clear, of the demonstration and of what was said since', async () => {
  await community.as('chen').demand.enter(byCounter)
  await toCall(community)
  await fileAs(community, 'zhou')
  const numbers = await numbersOf()
  expect(numbers.length).toBeGreaterThan(6)
  expect(numbers).toContain(mobile)
  const digits = numbers.map((number) => number.replaceAll(/\D/g, ''))
  const found = (await everything()).filter(({ row }) => numbers.some((number) => row.includes(number)) || digits.some((number) => row.replaceAll(/[ -]/g, '').includes(number)))
  expect(found).toEqual([])
  // A line of an office is for everybody to read; of people nothing may look like a mobile number.
  const like = (await everything()).filter(({ table, row }) => !['service_item', 'service_version', 'committee', 'street'].includes(table) && /(?<![\da-z-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\da-z-])/.test(row))
  expect(like).toEqual([])
  expect(JSON.stringify(community.logged)).not.toContain('138')
})

test('the number is read by whom it concerns, answered the same to the same key, and goes along to another committee', async () => {
  const key = randomUUID()
  const entered = await community.as('chen').demand.enter(byCounter, { key })
  expect(entered.phone).toBe(mobile)
  expect(await community.as('chen').demand.enter(byCounter, { key })).toEqual(entered)
  await community.as('tang').demand.move({ committeeId, demandId: entered.id, toCommitteeId: plum.committeeId, reason: '住在梅园，由那边办。' })
  expect((await community.as('qin').demand.get({ committeeId: plum.committeeId, demandId: entered.id })).phone).toBe(mobile)
})

test('the application writes no plain number', async () => {
  await expect(community.rows(`select has_column_privilege('zx_app', 'demand', 'filer_phone', 'insert') or has_column_privilege('zx_app', 'demand', 'filer_phone', 'update') as may`)).resolves.toEqual([{ may: false }])
  await expect(community.rows(`update demand set filer_phone_sealed = '138 0000 0001' where filer_phone_sealed is not null`)).rejects.toThrow('filer_phone_sealed_check')
})

test('what lay there plain is sealed, and said while it is not', async () => {
  const before = await numbersOf()
  await community.rows(`update demand set filer_phone = '021 5550 0199', filer_phone_sealed = null where filer_phone_sealed is not null`)
  expect(await listPlain(community.database.adminUrl)).toEqual([expect.stringMatching(`demand.filer_phone: ${before.length} .*npm run db -- reseal`)])
  expect((await reseal(community.database.adminUrl, seals)).find(({ field }) => field === 'demand.filer_phone')).toEqual({ field: 'demand.filer_phone', sealed: before.length, renewed: 0, broken: [] })
  expect(await listPlain(community.database.adminUrl)).toEqual([])
  expect(await numbersOf()).toEqual(before.map(() => '021 5550 0199'))
  expect(totals(await reseal(community.database.adminUrl, seals))).toEqual({ sealed: 0, renewed: 0, broken: 0 })
})

test('keys are turned over under everything that is sealed; stopped half way it goes on; then the old key may go', async () => {
  const key = randomUUID()
  const entered = await community.as('chen').demand.enter(byCounter, { key })
  const numbers = await numbersOf()
  let steps = 0
  const stop = () => { if ((steps += 1) === 3) throw new Error('the power went') }
  await expect(reseal(community.database.adminUrl, turning, { batch: 2, onStep: stop })).rejects.toThrow('the power went')
  const half = await numbersOf(turning)
  expect(half).toEqual(numbers)
  // Meanwhile people work, whichever key a server has been given already.
  expect((await community.with({ seals: turning }).as('chen').demand.get({ committeeId, demandId: entered.id })).phone).toBe(mobile)

  const rest = totals(await reseal(community.database.adminUrl, turning, { batch: 2 }))
  expect(rest.renewed).toBeGreaterThan(numbers.length - 6)
  expect(rest).toMatchObject({ sealed: 0, broken: 0 })
  expect(await elsewhere(turned.head)).toEqual([])
  expect(await numbersOf(turned)).toEqual(numbers)
  const after = community.with({ seals: turned })
  expect(await after.as('chen').demand.enter(byCounter, { key })).toEqual(entered)
  expect((await after.as('chen').notice.phoneList({})).items.some(({ phone }) => phone !== null)).toBe(true)

  // To the national algorithms with the same key, and back to the key of the tests.
  const national = sealsOf(keysOf(newer), 'sm4')
  expect(totals(await reseal(community.database.adminUrl, national))).toMatchObject({ sealed: 0, broken: 0 })
  expect(await elsewhere(national.head)).toEqual([])
  expect(await numbersOf(turned)).toEqual(numbers)
  await reseal(community.database.adminUrl, sealsOf(keysOf(`${testKey},${newer}`)))
  expect(await numbersOf()).toEqual(numbers)
})

test('an index is made anew with its text', async () => {
  await community.rows(`create table probe (committee_id uuid, id uuid, phone text, phone_sealed text, phone_index text, primary key (committee_id, id))`)
  const ids = [randomUUID(), randomUUID(), randomUUID()].sort()
  await community.rows(`insert into probe values ($1, $2, '138 0000 0001', null, null)`, [committeeId, ids[0]])
  for (const id of ids.slice(1)) await community.rows('insert into probe values ($1, $2, null, $3, $4)', [committeeId, id, seals.seal({ committeeId, field: 'probe.phone', rowId: id }, '13800000002'), seals.index(committeeId, '13800000002')])
  const done = await reseal(community.database.adminUrl, turning)
  expect(done.find(({ field }) => field === 'probe.phone')).toEqual({ field: 'probe.phone', sealed: 1, renewed: 2, broken: [] })
  const found = await community.rows<{ phone: null; phone_sealed: string; phone_index: string }>('select phone, phone_sealed, phone_index from probe order by id')
  expect(found.map(({ phone, phone_sealed, phone_index }, at) => [phone, turned.open({ committeeId, field: 'probe.phone', rowId: ids[at]! }, phone_sealed), phone_index])).toEqual(
    ['138 0000 0001', '13800000002', '13800000002'].map((number) => [null, number, turned.index(committeeId, number)]))
  await community.rows('drop table probe')
  await reseal(community.database.adminUrl, sealsOf(keysOf(`${testKey},${newer}`)))
})

test('a row that was changed, or moved to another, does not open, is named and left as it is', async () => {
  const [one, other] = await community.rows<{ id: string; sealed: string }>('select id, filer_phone_sealed as sealed from demand where filer_phone_sealed is not null order by id limit 2')
  await community.rows('update demand set filer_phone_sealed = $1 where id = $2', [other!.sealed, one!.id])
  const done = await reseal(community.database.adminUrl, turning)
  expect(done.find(({ field }) => field === 'demand.filer_phone')!.broken).toEqual([one!.id])
  expect(await community.rows('select filer_phone_sealed as sealed from demand where id = $1', [one!.id])).toEqual([{ sealed: other!.sealed }])
  expect(totals(await reseal(community.database.adminUrl, turning))).toEqual({ sealed: 0, renewed: 0, broken: 1 })
})
