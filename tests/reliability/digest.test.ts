/** The morning's counts: once a working day and person, whoever runs the timer, and the same as the inbox says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDigests } from '../../cloudfunctions/notice/makeDigests'
import { accounts, chunshen, openCommunity, type Community, type Name } from '../fixtures/community'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 6 }) })
afterAll(() => community.close())

const at = (time: string) => community.setClock(new Date(`${time}:00+08:00`).toISOString())
const run = () => makeDigests(community.surroundings)
const of = (name: Exclude<Name, 'visitor'>) => community.rows<{ day: string; counts: { mine: number; dueToday: number; late: number } }>(`select day::text, counts from notice where to_id = $1 and subject = 'day' order by day`, [accounts[name]])
const lineOf = async (name: Name) => (await community.as(name).notice.list({})).items.filter(({ subject }) => subject === 'day')

test('before half past eight nobody is told, at half past eight whoever has something waiting, and only they', async () => {
  at('2026-11-23T08:29')
  expect(await run()).toBe(0)
  at('2026-11-23T08:30')
  const told = await run()
  const days = await community.rows<{ to_id: string; mine: number; late: number; due: number }>(`select to_id, (counts ->> 'mine')::int as mine, (counts ->> 'late')::int as late, (counts ->> 'dueToday')::int as due from notice where subject = 'day'`)
  expect(told).toBe(days.length)
  expect(told).toBeGreaterThan(3)
  expect(days.filter((day) => day.mine + day.late + day.due === 0)).toEqual([])
  for (const name of ['wang', 'li', 'chen', 'tang', 'zhu'] as const) {
    const { counts } = await community.as(name).demand.listInbox({})
    const found = await of(name)
    expect([name, found.length]).toEqual([name, counts.mine + counts.late > 0 ? 1 : 0])
    if (found[0]) expect([name, found[0].counts.mine, found[0].counts.late]).toEqual([name, counts.mine, counts.late])
  }
  const today = await community.rows<{ owner_id: string; count: number }>(`select owner_id, count(*)::int from demand where working and due_at >= $1 and due_at < '2026-11-24T00:00:00+08:00'
    and owner_id not in (select account_id from leave where since <= $1 and until > $1) group by 1`, [community.now()])
  expect(today.length).toBeGreaterThan(0)
  for (const { owner_id, count } of today) expect([owner_id, days.find((day) => day.to_id === owner_id)?.due]).toEqual([owner_id, count])
  for (const name of ['zhou', 'shen'] as const) expect(await of(name)).toEqual([])
})

test('it is one line of the inbox with its counts and no words of anybody', async () => {
  expect(await lineOf('wang')).toMatchObject([{ about: 'digest', subjectId: chunshen.committeeId, title: '', from: null, unread: 1, reader: 'staff', myTurn: false, digest: { mine: expect.any(Number) } }])
})

test('eight timers at once, and again all day: still one', async () => {
  at('2026-11-24T08:30')
  const told = await Promise.all(Array.from({ length: 8 }, run))
  expect(told.filter((count) => count > 0)).toHaveLength(1)
  for (const time of ['08:31', '12:00', '16:59', '17:00', '23:00']) {
    at(`2026-11-24T${time}`)
    expect([time, await run()]).toEqual([time, 0])
  }
  expect((await of('wang')).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24'])
  expect(await lineOf('wang')).toMatchObject([{ unread: 2 }])
})

test('not on a Saturday, but on one that is worked; not on a day the committee is closed', async () => {
  await community.rows(`insert into closing_day (committee_id, day, working, name, made_by, made_at) values ($1, '2026-11-25', false, '搬家', $2, $3), ($1, '2026-11-29', true, '开放日', $2, $3)`, [chunshen.committeeId, accounts.tang, community.now()])
  for (const [time, days] of [['2026-11-25T09:00', 2], ['2026-11-26T09:00', 3], ['2026-11-28T09:00', 3], ['2026-11-29T09:00', 4]] as const) {
    at(time)
    await run()
    expect([time, (await of('wang')).length]).toEqual([time, days])
  }
  // 梅园 keeps its own calendar: worked on the 25th, and not on the 29th.
  expect((await of('zhu')).map(({ day }) => day)).not.toContain('2026-11-29')
  expect((await of('zhu')).map(({ day }) => day)).toContain('2026-11-25')
})

test('who is on leave is left in peace', async () => {
  await community.rows(`insert into leave (committee_id, id, account_id, since, until) values ($1, gen_random_uuid(), $2, '2026-11-30T00:00:00+08:00', '2026-12-01T00:00:00+08:00')`, [chunshen.committeeId, accounts.wang])
  const before = (await of('wang')).length
  at('2026-11-30T09:00')
  await run()
  expect((await of('wang')).length).toBe(before)
  expect((await of('chen')).map(({ day }) => day)).toContain('2026-11-30')
})

test('what one put off oneself is not counted as waiting; in the evening it is no morning’s word any more; who holds no post is not told', async () => {
  at('2026-12-02T17:00')
  const { items, counts } = await community.as('wang').demand.listInbox({})
  const one = items.find((item) => item.urgency !== 'danger')!
  await community.rows(`insert into demand_snooze (committee_id, demand_id, account_id, until, reason, made_at) values ($1, $2, $3, '2026-12-09T00:00:00Z', '等配件', $4)`, [one.committeeId, one.id, accounts.wang, community.now()])
  await community.rows(`update demand set due_at = '2026-12-20T09:00:00Z' where id = $1`, [one.id])
  await community.rows(`update post set until = '2026-12-01T12:00:00Z' where account_id = $1 and until is null`, [accounts.li])
  const lis = await of('li')
  expect([lis.length > 0, await run()]).toEqual([true, 0])
  at('2026-12-02T16:59')
  expect(await run()).toBeGreaterThan(0)
  expect([(await of('wang')).at(-1), await of('li')]).toMatchObject([{ day: '2026-12-02', counts: { mine: counts.mine - 1 } }, lis])
})
