/** What is past its time goes by the timer, what is open never does, and the figures stay (docs/data-map.md). */
import * as fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { expire } from '../../cloudfunctions/runtime/expire'
import { retention } from '../../cloudfunctions/runtime/retention'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { saidWithPhoto } from '../fixtures/pictures'
import { fileAs } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 6 }) })
afterAll(() => community.close())
const { committeeId } = chunshen

const canary = 'KANARI9Q'
const day = 86_400_000
const after = (days: number) => new Date(Date.parse(opening) + days * day).toISOString()

/** Answered, said to be solved, rated and with an inner note: the canary in every place a person's words stand. */
async function closed(): Promise<Id> {
  const matter = await fileAs(community, 'zhou', `${canary} 灯不亮`)
  await community.as('wang').demand.note({ ...matter, text: `${canary} 先问物业` })
  await community.as('wang').demand.answer({ ...matter, text: `${canary} 换好了` })
  await community.as('zhou').demand.confirm(matter)
  await community.as('zhou').demand.rate({ ...matter, value: 2, reasons: ['slow'], words: `${canary} 等得久` })
  return matter.demandId
}

/** All tables, as text. */
async function everywhere(): Promise<string[]> {
  const tables = await community.rows<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  const found: string[] = []
  for (const { name } of tables) {
    const [{ count }] = await community.rows<{ count: number }>(`select count(*)::int as count from ${name} t where t::text like '%' || $1 || '%'`, [canary]) as [{ count: number }]
    if (count > 0) found.push(name)
  }
  return found.sort()
}
const figures = () => community.rows(`select kind, status, block_id, count(*)::int as count, min(filed_at) as first, max(closed_at) as last from demand where committee_id = $1 group by 1, 2, 3 order by 1, 2, 3`, [committeeId])

test('three years after its end a demand has neither name nor words anywhere, and counts as before', async () => {
  const [past, open] = [await closed(), (await fileAs(community, 'zhou', `${canary}open 还没办`)).demandId]
  await community.rows('delete from receipt')
  expect(await everywhere()).toEqual(expect.arrayContaining(['demand', 'demand_entry', 'demand_rating', 'notice']))
  const before = await figures()
  await deliverDue(community.surroundings)

  const turns = async () => {
    let forgotten = 0
    for (let done = -1; done !== 0;) forgotten += done = (await retention(community.surroundings)).demands
    return forgotten
  }
  const text = async (id: Id) => (await community.rows<{ text: string }>('select text from demand where id = $1', [id]))[0]!.text
  // A leap year is among them: one day too early. What the demonstration closed weeks before is past.
  community.setClock(after(3 * 365))
  expect([await turns() > 0, await text(past)]).toEqual([true, `${canary} 灯不亮`])
  community.setClock(after(3 * 366))
  expect([await turns() > 0, await turns()]).toEqual([true, 0])

  const [row] = await community.rows<Record<string, unknown>>(`select d.text, d.filer_name, d.household_id, a.name, (select count(*)::int from demand_entry e where e.demand_id = d.id) as lines from demand d join account a on a.id = d.filed_by where d.id = $1`, [past])
  expect(row).toEqual({ text: '（到了保存的年限，已经删去）', filer_name: '居民', household_id: null, name: '居民', lines: 5 })
  expect(await figures()).toEqual(before)
  // What is open is kept for as long as it is open.
  expect(await text(open)).toBe(`${canary}open 还没办`)
  await community.rows(`update demand set text = '灯灯', title = '灯灯', last_line = '灯灯' where id = $1`, [open])
  await community.rows(`update demand_entry set text = null where demand_id = $1 and text like '%' || $2 || '%'`, [open, canary])
  expect(await everywhere()).toEqual([])
})

test('a notice goes after a year, one that has not left yet does not', async () => {
  community.setClock(opening)
  const { demandId } = await fileAs(community, 'zhou')
  const about = () => community.rows<{ state: string }>('select state from notice where subject_id = $1 order by state', [demandId])
  await community.rows(`insert into notice select (json_populate_record(n, json_build_object('id', gen_random_uuid(), 'state', 'kept'))).* from notice n where subject_id = $1 limit 1`, [demandId])
  expect((await about()).map(({ state }) => state)).toEqual(['kept', 'queued'])
  community.setClock(after(367))
  await retention(community.surroundings)
  expect((await about()).map(({ state }) => state)).toEqual(['queued'])
})

test('photos go a year after the end of their matter, with their files, and no earlier', async () => {
  community.setClock(opening)
  const { demandId, photoId } = await saidWithPhoto(community, 'zhou')
  await drawDue(community.surroundings)
  const files = () => fs.readdirSync(`${community.folder}/${committeeId}`).filter((name) => name.includes(photoId))
  expect(files()).toHaveLength(2)
  community.setClock(after(800))
  expect((await retention(community.surroundings)).photos).toBe(0)
  community.setClock(opening)
  await community.as('zhou').demand.withdraw({ committeeId, demandId })
  community.setClock(after(364))
  expect((await retention(community.surroundings)).photos).toBe(0)
  community.setClock(after(367))
  const both = await Promise.all([retention(community.surroundings), retention(community.surroundings)])
  expect(both.reduce((sum, { photos }) => sum + photos, 0)).toBe(1)
  expect([files(), await community.rows('select from photo where demand_id = $1', [demandId])]).toEqual([[], []])
})

test('thirty days after somebody left neither name, year, number nor care of theirs is left, and not what any of it was', async () => {
  community.setClock(opening)
  const [one] = await community.rows<{ id: Id }>(`
    select r.id from resident r join household_care c on c.resident_id = r.id and c.ended_at is null
    where r.committee_id = $1 and r.phone_sealed is not null and r.account_id is null order by r.id limit 1`, [committeeId])
  expect(one).toBeDefined()
  await community.rows(`insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old_sealed, new_sealed, version, source, by_id, at, state, decided_at)
    select committee_id, gen_random_uuid(), household_id, block_id, id, 'phone', phone_sealed, phone_sealed, 1, 'staff', $2, now(), 'applied', now() from resident where id = $1`, [one!.id, accounts.wang])
  await community.rows('update resident set left_at = $2 where id = $1', [one!.id, opening])
  const left = async () => (await community.rows<Record<string, unknown>>(`
    select name, birth_year, phone_sealed is null as unphoned, email_sealed is null as unmailed, cardinality(roles) as roles, (select count(*)::int from household_care where resident_id = r.id) as cares,
      (select count(*)::int from archive_change where resident_id = r.id and coalesce(old, new) is not null) as open, (select count(*)::int from archive_change where resident_id = r.id and coalesce(old_sealed, new_sealed) is not null) as sealed
    from resident r where id = $1`, [one!.id]))[0]!
  community.setClock(after(29))
  await expire(community.surroundings)
  expect(await left()).toMatchObject({ unphoned: false, sealed: 1 })
  community.setClock(after(31))
  await expire(community.surroundings)
  expect(await left()).toEqual({ name: '已搬走', birth_year: null, unphoned: true, unmailed: true, roles: 0, cares: 0, open: 0, sealed: 0 })
})
