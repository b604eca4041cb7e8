/** Closing an account: what goes, what stays and why, and that nothing of the others of the home is touched. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { retention } from '../../cloudfunctions/runtime/retention'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { fileAs } from '../fixtures/scene'
import { askedAs, summarisedAs } from '../fixtures/visiting'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())
beforeEach(() => community.setClock(opening))

const { committeeId } = chunshen
const mark = '甲乙丙丁'

/** Tables and columns in which the mark stands, anywhere in the database. */
async function everywhere(): Promise<string[]> {
  const columns = await community.rows<{ t: string; c: string }>(`
    select c.relname as t, a.attname as c from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]') order by 1, 2`)
  const [row] = await community.rows<{ found: string[] }>(`select array_remove(array[${columns.map(({ t, c }) => `(select '${t}.${c}' from ${t} where ${c}::text like '%${mark}%' limit 1)`).join(', ')}], null) as found`)
  return row!.found
}

async function person(name: 'zhou' | 'zheng') {
  const [row] = await community.rows<{ id: Id; householdId: Id; blockId: Id }>('select id, household_id as "householdId", block_id as "blockId" from resident where account_id = $1', [accounts[name]])
  return { ...row!, committeeId }
}
async function close(name: 'zhou' | 'zheng') {
  const { id: requestId } = await community.as(name).rights.ask({ committeeId, kind: 'delete', words: '' })
  return community.answerOf('tang', 'rights/decide', { committeeId, requestId, done: true, reply: '办好了，保重。' })
}

test('empties the archive of the person and their words in visits; matters keep their answer, the home its others and its wish', async () => {
  const { id, householdId, blockId } = await person('zhou')
  const wish = () => community.rows('select no_home_visits, channels, hours, never, language, wish_at, tenure from household where id = $1', [householdId])
  const visit = await summarisedAs(community, 'zhou')
  await community.as('zhou').visit.correct({ ...visit, text: `${mark}不是下周` })
  await community.as('wang').visit.summarise({ ...visit, summary: `${mark}这周换`, needs: [], helpers: [] })
  await community.as('wang').visit.note({ ...visit, text: '记一笔' })
  const asked = await askedAs(community, 'zhou')
  const matter = await fileAs(community, 'zhou', `${mark}楼道的灯`)
  await community.as('wang').demand.reply({ ...matter, text: '下午去换。' })
  await community.as('zhou').household.propose({ committeeId, householdId, edits: [{ field: 'name', residentId: id, value: mark }, { field: 'phone', residentId: id, value: '10012345678' }] })
  await community.as('wang').household.setCare({ committeeId, householdId, residentId: id, kind: 'emptyNest', basis: '本人说的', reviewOn: '2027-06-01' })
  await community.rows(`update resident set name = '${mark}', birth_year = 1987 where id = $1`, [id])
  await community.rows(`update account set name = '${mark}' where id = $1`, [accounts.zhou])
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, birth_year) values ($1, gen_random_uuid(), $2, $3, '周先生', 'family', 1985)`, [committeeId, householdId, blockId])
  await community.rows(`insert into archive_change (committee_id, id, household_id, block_id, field, new, version, source, by_id, at, state, decided_by, decided_at)
    values ($1, gen_random_uuid(), $2, $3, 'member', $4, 1, 'staff', $5, now(), 'applied', $5, now())`, [committeeId, householdId, blockId, JSON.stringify({ name: mark, relation: 'tenant', birthYear: 1987 }), accounts.wang])
  await community.as('zhou').rights.ask({ committeeId, kind: 'explain', words: '为什么？' })
  const before = await wish()
  expect(await everywhere()).toEqual(expect.arrayContaining(['account.name', 'archive_change.new', 'notice.from_name', 'resident.name', 'rights_request.name', 'visit.summary', 'visit_entry.text']))
  const closing = await close('zhou')
  expect(closing).toMatchObject({ refusal: 'StillOpen' })
  await community.rows(`update demand set status = 'withdrawn', closed_at = now() where filed_by = $1 and not resting`, [accounts.zhou])
  const again = async () => community.answerOf('tang', 'rights/decide', { committeeId, requestId: (await community.rows<{ id: Id }>(`select id from rights_request where account_id = $1 and kind = 'delete' and state = 'open'`, [accounts.zhou]))[0]!.id, done: true, reply: '办好了，保重。' })
  // Visits that are still to be come first as well.
  expect(await again()).toMatchObject({ refusal: 'StillOpen' })
  await community.rows(`update visit set state = 'cancelled' where household_id = $1 and state in ('asked', 'proposed', 'booked')`, [householdId])
  await community.rows(`update visit set state = 'confirmed' where household_id = $1 and state in ('held', 'summarised')`, [householdId])
  expect(await again()).toMatchObject({ ok: true })
  expect(await community.answerOf('zhou', 'account/me', {})).toMatchObject({ refusal: 'NotSignedIn' })
  // The words of the matter stay with its answer, and its title where its leader was told; nothing else of the person does.
  expect(await everywhere()).toEqual(['demand.text', 'demand.title', 'notice.title'])
  expect(await community.rows(`select from notice where title like '%${mark}%' and subject <> 'demand'`)).toEqual([])
  const { thread } = await community.as('wang').demand.get(matter)
  expect(thread.some(({ text }) => text === '下午去换。')).toBe(true)
  const [left] = await community.rows(`
    select name, account_id, birth_year, phone_sealed, cardinality(roles) as roles, (select count(*)::int from household_care where resident_id = r.id) as cares,
      (select count(*)::int from archive_change where resident_id = r.id and (old is not null or new is not null or old_sealed is not null or new_sealed is not null or state = 'proposed')) as changes,
      (select count(*)::int from visit_note where visit_id = any ($2)) as notes from resident r where id = $1`, [id, [visit.visitId, asked.visitId]])
  expect(left).toEqual({ name: '已注销', account_id: null, birth_year: null, phone_sealed: null, roles: 0, cares: 0, changes: 0, notes: 0 })
  expect((await community.as('wang').household.get({ committeeId, householdId })).members.map(({ name }) => name)).toContain('周先生')
  expect(await wish()).toEqual(before)
})

test('keeps care that a law prescribes, with the name it is for and without a number; proof of consents goes after three years', async () => {
  const { id, householdId } = await person('zheng')
  await community.as('zheng').household.propose({ committeeId, householdId, edits: [{ field: 'phone', residentId: id, value: '10012345678' }] })
  await community.as('wang').household.setCare({ committeeId, householdId, residentId: id, kind: 'lowIncome', basis: '低保证', law: '《社会救助暂行办法》', reviewOn: '2027-06-01' })
  await community.as('zheng').rights.consent({ layer: 'talent', version: '2026-11-24', given: true })
  const [{ name } = { name: '' }] = await community.rows<{ name: string }>('select name from resident where id = $1', [id])
  await community.rows(`update demand set status = 'withdrawn', closed_at = now() where filed_by = $1 and not resting`, [accounts.zheng])
  await community.rows(`update visit set state = 'cancelled' where asked_by = $1 and state in ('asked', 'proposed', 'booked')`, [accounts.zheng])
  expect(await close('zheng')).toMatchObject({ ok: true })
  expect(await community.rows('select r.name, r.has_phone, r.account_id from resident r join household_care c on c.resident_id = r.id and c.ended_at is null where r.id = $1', [id])).toEqual([{ name, has_phone: false, account_id: null }])
  const proof = () => community.rows('select from consent where account_id = $1', [accounts.zheng])
  for (const [days, kept] of [[1090, true], [1100, false]] as const) {
    community.setClock(new Date(Date.parse(opening) + days * 86_400_000).toISOString())
    await retention(community.surroundings)
    expect((await proof()).length > 0).toBe(kept)
  }
})

