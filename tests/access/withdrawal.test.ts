/** What follows from a no, at once and by whatever way it came; and that it closes neither the service list nor saying something. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersions, ConsentLayer } from '../../contract/consent'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { fileAs } from '../fixtures/scene'
import { homeOf, summarisedAs } from '../fixtures/visiting'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())
beforeEach(async () => {
  community.setClock(opening)
  await community.rows('delete from consent where account_id = any ($1)', [[accounts.zhou, accounts.zheng]])
})

const { committeeId } = chunshen
type Some = 'zhou' | 'zheng'
const say = (name: Some, layer: ConsentLayer, given = false) => {
  community.later({ minutes: 1 })
  return community.as(name).rights.consent({ layer, version: consentVersions[layer], given })
}
const residentOf = async (name: Some) => (await community.rows<{ id: Id; household_id: Id }>('select id, household_id from resident where account_id = $1', [accounts[name]]))[0]!
const edit = async (by: 'wang' | Some, name: Some, one: object) => {
  const { householdId } = await homeOf(community, name)
  const { version } = await community.as('wang').household.get({ committeeId, householdId })
  return community.answerOf(by, by === 'wang' ? 'household/change' : 'household/propose', { committeeId, householdId, ...(by === 'wang' && { version }), edits: [one] })
}

describe('a no to 电话和邮箱', () => {
  test('erases one’s own numbers and what they were before; the history says that, and not which; of others nothing', async () => {
    const { id } = await residentOf('zhou')
    const other = await residentOf('zheng')
    for (const [name, residentId] of [['zhou', id], ['zheng', other.id]] as const) {
      for (const value of ['10012345678', '10087654321']) expect(await edit(name, name, { field: 'phone', residentId, value })).toMatchObject({ ok: true })
      expect(await edit(name, name, { field: 'email', residentId, value: 'a@example.cn' })).toMatchObject({ ok: true })
    }
    const { demandId } = await fileAs(community, 'zhou')
    await community.rows(`update demand set filer_phone_sealed = 'k1.a.b.c' where id = $1`, [demandId])
    const left = async (resident: Id) => (await community.rows<Record<string, unknown>>(`
      select r.phone_sealed is null and r.phone_index is null as unphoned, r.email_sealed is null as unmailed,
        (select count(*)::int from archive_change c where c.resident_id = r.id and coalesce(c.old_sealed, c.new_sealed) is not null and field <> 'note') as sealed from resident r where id = $1`, [resident]))[0]
    expect(await left(id)).toMatchObject({ unphoned: false, unmailed: false })
    await say('zhou', 'contact')
    expect(await left(id)).toEqual({ unphoned: true, unmailed: true, sealed: 0 })
    expect(await left(other.id)).toMatchObject({ unphoned: false, unmailed: false, sealed: 3 })
    expect(await community.rows('select from demand where filed_by = $1 and filer_phone_sealed is not null', [accounts.zhou])).toEqual([])
    const { items } = await community.as('wang').household.history(await homeOf(community, 'zhou'))
    expect(items.flatMap(({ change }) => change ?? []).filter(({ why }) => why === '收回了同意，删掉了').map(({ field, state, old, new: value }) => [field, state, old, value]).sort()).toEqual([['email', 'applied', null, null], ['phone', 'applied', null, null]])
    const { households: [home] } = await community.as('zhou').rights.copy({})
    expect(home).toMatchObject({ phone: null, email: null })
  })

  test('keeps them out until there is a yes again: by the leader, by oneself, and by a statement', async () => {
    const { id } = await residentOf('zhou')
    await say('zhou', 'contact')
    const phone = { field: 'phone', residentId: id, value: '10012345678' }
    for (const by of ['wang', 'zhou'] as const) expect(await edit(by, 'zhou', phone)).toMatchObject({ refusal: 'ConsentFirst' })
    await community.rows(`update resident set phone_sealed = 'k1.a.b.c', phone_index = 'x' where id = $1`, [id])
    expect((await community.rows<{ has_phone: boolean }>('select has_phone from resident where id = $1', [id]))[0]!.has_phone).toBe(false)
    await say('zhou', 'contact', true)
    expect(await edit('zhou', 'zhou', phone)).toMatchObject({ ok: true })
  })
})

describe('a no to 照护和身体情况', () => {
  const care = async (name: Some, law?: string) => {
    const { id: residentId } = await residentOf(name)
    return community.answerOf('wang', 'household/setCare', { ...(await homeOf(community, name)), residentId, kind: 'lowIncome', basis: '低保证', reviewOn: '2027-05-20', ...(law && { law }) })
  }
  const rows = async (name: Some) => {
    const { household_id } = await residentOf(name)
    return community.rows<{ ended_for: string | null; live: boolean; kept: boolean }>(`select ended_for, ended_at is null as live, coalesce(kind_sealed, basis_sealed) is not null as kept from household_care where household_id = $1 order by set_at, law_sealed nulls first`, [household_id])
  }
  beforeEach(() => community.rows('delete from household_care where household_id in (select household_id from resident where account_id = any ($1))', [[accounts.zhou, accounts.zheng]]))

  test('ends care, forgets what it was, and makes the household B; the notes about it go as well', async () => {
    const home = await homeOf(community, 'zheng')
    const { id: residentId } = await residentOf('zheng')
    for (const name of ['zhou', 'zheng'] as const) expect(await care(name)).toMatchObject({ ok: true })
    expect(await edit('wang', 'zheng', { field: 'note', residentId, value: '膝盖不好' })).toMatchObject({ ok: true })
    expect((await community.as('wang').household.get(home))).toMatchObject({ class: 'C', notes: { count: 1 } })
    await say('zheng', 'sensitive')
    expect(await rows('zheng')).toEqual([{ ended_for: 'withdrawn', live: false, kept: false }])
    expect(await rows('zhou')).toEqual([{ ended_for: null, live: true, kept: true }])
    const seen = await community.as('wang').household.get(home)
    expect(seen).toMatchObject({ class: 'B', care: [], notes: { count: 0 } })
    expect(seen.decisions[0]).toMatchObject({ class: 'B', why: 'careEnded', source: 'resident', by: expect.stringContaining('郑') })
    const opened = await community.as('wang').household.open({ ...home, what: ['care', 'notes'], why: '看看还剩什么' })
    expect([opened.care, opened.notes]).toEqual([[], []])
  })

  test('leaves what a law is named for, and lets nothing else be written down again', async () => {
    expect(await care('zhou', '《社会救助暂行办法》')).toMatchObject({ ok: true })
    await say('zhou', 'sensitive')
    expect(await rows('zhou')).toEqual([{ ended_for: null, live: true, kept: true }])
    const { care: [own] } = await community.as('zhou').rights.copy({})
    expect(own).toMatchObject({ kind: 'lowIncome', law: '《社会救助暂行办法》' })
    expect(await care('zhou')).toMatchObject({ refusal: 'ConsentFirst' })
    expect(await edit('wang', 'zhou', { field: 'note', residentId: (await residentOf('zhou')).id, value: '膝盖不好' })).toMatchObject({ refusal: 'ConsentFirst' })
    const { id, household_id } = await residentOf('zhou')
    await expect(community.rows(`insert into household_care (committee_id, id, household_id, block_id, resident_id, kind_sealed, basis_sealed, since, review_on, set_at)
      select committee_id, gen_random_uuid(), household_id, block_id, id, 'x', 'x', now(), '2027-01-01', now() from resident where id = $1 and household_id = $2`, [id, household_id])).rejects.toThrow('has said no')
  })

  test('counts as often as it is said', async () => {
    expect(await care('zhou')).toMatchObject({ ok: true })
    await say('zhou', 'sensitive')
    await say('zhou', 'sensitive', true)
    expect(await care('zhou')).toMatchObject({ ok: true })
    await say('zhou', 'sensitive')
    expect((await rows('zhou')).map(({ kept }) => kept)).toEqual([false, false])
  })
})

test('a no to 愿意帮忙 takes away what one had said yes to', async () => {
  const { visitId } = await summarisedAs(community, 'zhou')
  const { helpers: [helper] } = await community.as('zhou').visit.get({ committeeId, visitId })
  await community.as('zhou').visit.help({ committeeId, visitId, helperId: helper!.id, willing: true })
  expect(await community.rows(`select from visit_helper where visit_id = $1 and state = 'accepted'`, [visitId])).toHaveLength(1)
  await say('zhou', 'talent')
  expect(await community.rows('select from visit_helper where visit_id = $1', [visitId])).toEqual([])
})

test('a no to everything lets one read the services, say something, and get an answer; the home is no longer one’s own', async () => {
  const matter = await fileAs(community, 'zheng', '楼道里的灯')
  const home = await homeOf(community, 'zheng')
  for (const layer of ConsentLayer.options) await say('zheng', layer)
  expect((await community.as('zheng').household.mine({})).items).toEqual([])
  expect(await community.answerOf('zheng', 'household/get', home)).toMatchObject({ refusal: 'NotFound' })
  // The person lives there still.
  expect((await community.as('wang').household.get(home)).members.filter(({ inApp }) => inApp)).toEqual([])
  expect((await community.as('wang').household.get(home)).members.length).toBeGreaterThan(0)
  expect((await community.as('zheng').service.list({ committeeId })).items.length).toBeGreaterThan(0)
  await community.as('wang').demand.reply({ ...matter, text: '我去看看。' })
  expect((await community.as('zheng').demand.get(matter)).number).toMatch(/^[A-Z]+-/)
  expect(await fileAs(community, 'zheng', '还有一件事')).toMatchObject({ committeeId })
  expect((await community.as('zheng').rights.copy({})).demands.length).toBeGreaterThan(1)
})
