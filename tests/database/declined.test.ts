/** A demand is declined by a meeting's resolution or not at all: as the role that serves, in SQL, past every method. */
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../cloudfunctions/database/migrate'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { fileAs, openMeeting, takenAs, type Matter } from '../fixtures/scene'

let community: Community
let meetingId: Id
beforeAll(async () => {
  community = await openCommunity()
  meetingId = (await openMeeting(community)).meetingId
})
afterAll(() => community.close())

const { committeeId } = chunshen
const now = '2026-11-20T05:00:00.000Z'

/** One statement as zx_app and as that person, with every right a request of theirs has; the error, or how many rows it moved. */
async function asApp(name: keyof typeof accounts, sql: string, values: unknown[], before: (client: Client) => Promise<unknown> = async () => undefined): Promise<string | number> {
  return withClient(community.database.appUrl, async (client) => {
    await client.query('begin; set local role zx_app')
    await client.query(`select set_config('app.account', $1, true), set_config('app.committees', $2, true)`, [accounts[name], `{${committeeId}}`])
    try {
      await before(client)
      const { rowCount } = await client.query(sql, values)
      await client.query('set constraints all immediate')
      return rowCount ?? 0
    } catch (error) {
      return (error as Error).message
    } finally {
      await client.query('rollback')
    }
  })
}

const decline = `update demand set status = 'declined', closed_at = $3, resolution_id = $2 where committee_id = '${committeeId}' and id = $1`
const statusOf = async ({ demandId }: Matter) => (await community.rows<{ status: string }>('select status from demand where id = $1', [demandId]))[0]!.status

/** A resolution of the open meeting, written in SQL by tang. */
const resolve = (id: Id, demandId: Id, outcome: string, round = 0) => (client: Client) => client.query(`
  insert into resolution (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, at, by_id)
  values ($1, $2, $3, $4, $5, 900, '2026-11-20', 'taken', '灯', '', $6, '没有预算。', $7, $8)`, [committeeId, id, meetingId, demandId, round, outcome, now, accounts.tang])

test('without a resolution no one declines it: not its owner, not the director, not with an id of nothing', async () => {
  const matter = await takenAs(community)
  for (const name of ['wang', 'tang'] as const) {
    expect(await asApp(name, decline, [matter.demandId, null, now])).toContain('demand_declined_by_resolution')
    expect(await asApp(name, decline, [matter.demandId, randomUUID(), now])).toContain('demand_resolution')
  }
  // It can be moved otherwise, so the wall is this one.
  expect(await asApp('wang', `update demand set status = 'accepted' where id = $1`, [matter.demandId])).toBe(1)
  expect(await statusOf(matter)).toBe('atMeeting')
})

test('not by a resolution of another outcome, of another demand, or of an earlier round', async () => {
  const [matter, other] = [await takenAs(community), await takenAs(community)]
  const id = randomUUID()
  expect(await asApp('tang', decline, [matter.demandId, id, now], resolve(id, matter.demandId, 'answer'))).toContain('demand_resolution')
  expect(await asApp('tang', decline, [matter.demandId, id, now], resolve(id, other.demandId, 'decline'))).toContain('demand_resolution')
  expect(await asApp('tang', decline, [matter.demandId, id, now], resolve(id, matter.demandId, 'decline', 1))).toContain('demand_resolution')
  expect(await asApp('tang', decline, [matter.demandId, id, now], resolve(id, matter.demandId, 'decline'))).toBe(1)
})

test('a resolution is written by those who hold the meeting, while it is open, about what is not their own', async () => {
  const matter = await takenAs(community)
  const insert = `insert into resolution (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, at, by_id) values ($1, $2, $3, $4, 0, 901, '2026-11-20', 'taken', '灯', '', 'decline', '不办。', $5, $6)`
  const values = (by: keyof typeof accounts, meeting = meetingId, demandId = matter.demandId) => [committeeId, randomUUID(), meeting, demandId, now, accounts[by]]
  expect(await asApp('tang', insert, values('tang'))).toBe(1)
  const refused = 'new row violates row-level security policy for table "resolution"'
  for (const name of ['wang', 'chen', 'zhou'] as const) expect([name, await asApp(name, insert, values(name))]).toEqual([name, refused])
  expect(await asApp('tang', insert, values('chen'))).toBe(refused)
  const own = await fileAs(community, 'tang', '我家楼下的灯也不亮')
  expect(await asApp('tang', insert, values('tang', meetingId, own.demandId))).toBe(refused)
  const [closed] = await community.rows<{ id: Id }>(`
    insert into meeting (committee_id, id, day, state, chair_id, present, opened_at, closed_at) values ($1, gen_random_uuid(), '2026-11-12', 'closed', $2, array[$2]::uuid[], $3, $3) returning id`, [committeeId, accounts.tang, now])
  expect(await asApp('tang', insert, values('tang', closed!.id))).toBe(refused)
})

test('what was decided stays as it was written: nobody changes or takes back a resolution, a closed meeting or an idea', async () => {
  const matter = await takenAs(community)
  const { id } = await community.as('tang').meeting.resolve({ committeeId, meetingId, demandId: matter.demandId, facts: '', outcome: 'decline', words: '没有预算。', ownerId: accounts.wang, dueOn: '2026-12-01' })
  for (const sql of [`update resolution set words = '办' where id = $1`, `update resolution set outcome = 'answer' where id = $1`, 'delete from resolution where id = $1', 'delete from meeting where id = $1', 'delete from fund_idea where id = $1', `update fund_idea set words = '' where id = $1`]) {
    expect([sql, await asApp('tang', sql, [id])]).toEqual([sql, expect.stringContaining('permission denied')])
  }
  const settle = `update resolution set settled = 'done', settled_at = '${now}', settled_by = $2 where id = $1`
  expect(await asApp('chen', settle, [id, accounts.chen])).toBe(0)
  expect(await asApp('wang', settle, [id, accounts.tang])).toContain('row-level security')
  expect(await asApp('wang', settle, [id, accounts.wang])).toBe(1)
  await community.as('wang').meeting.settle({ committeeId, resolutionId: id, done: true, words: '' })
  expect(await asApp('wang', settle, [id, accounts.wang])).toBe(0)
})

test('said “not solved” after a decline, it is declined again only by another resolution', async () => {
  const matter = await takenAs(community)
  const { id } = await community.as('tang').meeting.resolve({ committeeId, meetingId, demandId: matter.demandId, facts: '', outcome: 'decline', words: '没有预算。' })
  expect(await statusOf(matter)).toBe('declined')
  await community.as('zhou').demand.notSolved({ ...matter, text: '老人夜里看不见，摔了怎么办。' })
  expect(await statusOf(matter)).toBe('reopened')
  expect(await asApp('tang', decline, [matter.demandId, id, now])).toContain('demand_resolution')
  expect(await asApp('tang', `update demand set status = 'declined', closed_at = $2 where id = $1`, [matter.demandId, now])).toContain('demand_resolution')
})
