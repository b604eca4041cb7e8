/** Leave: what is in hand goes to who is there, and comes back. Counted before and after, with one timer or several. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { cast } from '../../cloudfunctions/database/seed/people'
import { leaveDue } from '../../cloudfunctions/organization/leaveDue'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { fileAs, type Matter } from '../fixtures/scene'

let community: Community
beforeEach(async () => {
  community = await openCommunity({ connections: 8 })
  // What the demonstration leaves to the timer is done first.
  await leaveDue(community.surroundings)
})
afterEach(() => community.close())

const nameOf = new Map(Object.values(cast).map((one) => [one.id, one.name]))
const shanghai = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()
const owned = async (accountId: Id) => (await community.rows<{ id: Id }>('select id from demand where owner_id = $1 and not resting order by id', [accountId])).map((row) => row.id)
const open = async () => (await community.rows<{ n: number }>('select count(*)::int as n from demand where not resting'))[0]!.n
const ownerOf = async ({ demandId }: Matter) => nameOf.get((await community.rows<{ owner_id: Id }>('select owner_id from demand where id = $1', [demandId]))[0]!.owner_id)
const history = async ({ demandId }: Matter) => (await community.rows<{ text: string; to_id: Id; from_status: string; status: string }>(
  `select text, to_id, from_status, status from demand_entry where demand_id = $1 and step = 'standIn' order by at, id`, [demandId])).map((row) => `${row.text} → ${nameOf.get(row.to_id)}`)
const leaveOf = async (leaveId: Id) => (await community.rows<{ moved_out: number; moved_back: number; begun: boolean; ended: boolean }>(
  'select moved_out, moved_back, begun_at is not null as begun, ended_at is not null as ended from leave where id = $1', [leaveId]))[0]!
const away = (accountId: Id, since: string, until: string, standInId: Id | null) => community.as('tang').organization.takeLeave({ ...chunshen, accountId, since: shanghai(since), until: shanghai(until), standInId })

test('leave that begins now moves all that is in hand; the resident reads who has it and why; ended early, what is left comes back', async () => {
  const [one, two] = [await fileAs(community, 'zhou'), await fileAs(community, 'zheng', '门禁坏了')]
  await community.as('wang').demand.reply({ ...one, text: '我下午去看。' })
  const [before, all] = [await owned(accounts.wang), await open()]
  const { leaveId, state, movedOut } = await community.as('wang').organization.takeLeave({ ...chunshen, since: community.now(), until: shanghai('2026-11-26 00:00'), standInId: accounts.li })
  expect([state, movedOut, await owned(accounts.wang), await open()]).toEqual(['running', before.length, [], all])
  expect(await history(one)).toEqual(['王芳请假，11月26日 回来 → 李强'])

  const seen = await community.as('zhou').demand.get(one)
  expect([seen.owner.name, seen.firstReceiver.name, seen.thread.at(-1)]).toMatchObject(['李强', '王芳', { step: 'standIn', by: null, text: '王芳请假，11月26日 回来', to: '李强' }])
  expect((await community.rows<{ to_id: Id }>(`select to_id from notice where subject_id = $1 and about = 'demandMoved'`, [one.demandId])).map((row) => row.to_id).sort()).toEqual([accounts.zhou, accounts.li].sort())

  // 李强 answers one of them and it is confirmed: that one does not come back.
  community.later({ hours: 1 })
  await community.as('li').demand.answer({ ...two, text: '修好了。' })
  await community.as('zheng').demand.confirm(two)
  const { movedBack } = await community.as('wang').organization.cancelLeave({ ...chunshen, leaveId })
  expect([movedBack, await owned(accounts.wang)]).toEqual([before.length - 1, before.filter((id) => id !== two.demandId)])
  expect(await history(one)).toEqual(['王芳请假，11月26日 回来 → 李强', '王芳回来了 → 王芳'])
  expect(await leaveOf(leaveId)).toEqual({ moved_out: before.length, moved_back: before.length - 1, begun: true, ended: true })
  expect((await community.as('wang').organization.listLeave(chunshen)).items.find((leave) => leave.id === leaveId)).toMatchObject({ state: 'over', movedOut: before.length, movedBack: before.length - 1, mayCancel: false })
  expect(await community.rows('select from demand where lent_from = $1', [accounts.wang])).toEqual([])
})

test('S1: leader and stand-in away at once, so it goes to who receives today, and each comes back to whom it belongs', async () => {
  const matter = await fileAs(community, 'zhou')
  // What 李强 has of 徐磊, for whom he stands in already, is not his own.
  const lis = (await community.rows<{ id: Id }>('select id from demand where owner_id = $1 and not resting and lent_from is null order by id', [accounts.li])).map((row) => row.id)
  await away(accounts.wang, '2026-11-20 18:00', '2026-11-25 00:00', accounts.li)
  await away(accounts.li, '2026-11-20 18:00', '2026-11-22 00:00', null)
  community.setClock(shanghai('2026-11-20 18:30'))
  const all = await open()
  await leaveDue(community.surroundings)
  expect([await ownerOf(matter), await owned(accounts.wang), await owned(accounts.li), await open()]).toEqual(['陈敏', [], [], all])
  community.setClock(shanghai('2026-11-22 00:01'))
  await leaveDue(community.surroundings)
  expect([await owned(accounts.li), await ownerOf(matter)]).toEqual([lis, '陈敏'])
  community.setClock(shanghai('2026-11-25 00:01'))
  await leaveDue(community.surroundings)
  expect([await ownerOf(matter), await open()]).toEqual(['王芳', all])
})

test('a stand-in who leaves later passes on what was lent, and it still belongs to the first', async () => {
  const matter = await fileAs(community, 'zhou')
  await away(accounts.wang, '2026-11-20 13:00', '2026-11-25 00:00', accounts.li)
  expect(await ownerOf(matter)).toBe('李强')
  community.later({ hours: 2 })
  const lis = await community.as('li').organization.takeLeave({ ...chunshen, since: community.now(), until: shanghai('2026-11-30 00:00'), standInId: cast.maLin.id })
  expect(await history(matter)).toEqual(['王芳请假，11月25日 回来 → 李强', '李强请假，11月30日 回来 → 马琳'])
  community.setClock(shanghai('2026-11-25 08:00'))
  await leaveDue(community.surroundings)
  expect([await ownerOf(matter), (await leaveOf(lis.leaveId)).ended]).toEqual(['王芳', false])
})

test('nobody is given what they filed themselves', async () => {
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
    select committee_id, gen_random_uuid(), id, block_id, '李强', 'owner', $2 from household where block_id = $1 order by seq limit 1`, [chunshen.block(3), accounts.li])
  const { id } = await community.as('li').demand.file({ ...chunshen, kind: 'request', text: '我家门口的灯不亮。', place: '', urgency: 'ordinary', visibility: 'committee' })
  const matter = { ...chunshen, demandId: id }
  expect(await ownerOf(matter)).toBe('王芳')
  await away(accounts.wang, '2026-11-20 13:00', '2026-11-25 00:00', accounts.li)
  expect(await ownerOf(matter)).toBe('陈敏')
})

test('three timers at once do it once: nothing doubled, nothing lost', async () => {
  for (let n = 0; n < 12; n += 1) await fileAs(community, n % 2 ? 'zhou' : 'zheng', `第 ${n} 件`)
  const before = await owned(accounts.wang)
  const { leaveId } = await away(accounts.wang, '2026-11-21 00:00', '2026-11-23 00:00', accounts.li)
  const all = await open()
  const together = () => Promise.all(Array.from({ length: 3 }, () => leaveDue(community.surroundings)))
  community.setClock(shanghai('2026-11-21 00:00'))
  const moved = await together()
  expect([moved.reduce((sum, n) => sum + n, 0), await owned(accounts.wang), await open()]).toEqual([before.length, [], all])
  community.setClock(shanghai('2026-11-23 00:00'))
  expect((await together()).reduce((sum, n) => sum + n, 0)).toBe(before.length)
  expect([await owned(accounts.wang), await open()]).toEqual([before, all])
  expect(await leaveOf(leaveId)).toEqual({ moved_out: before.length, moved_back: before.length, begun: true, ended: true })
  const [row] = await community.rows<{ lines: number; notices: number; filers: number }>(`select (select count(*)::int from demand_entry where step = 'standIn' and demand_id = any($1)) as lines, (select count(*)::int from notice where about = 'demandMoved' and subject_id = any($1)) as notices,
    (select count(*)::int from demand where filed_by is not null and id = any($1)) as filers`, [before])
  // Both ways who has it now is told, and who filed it where they have the app.
  expect(row).toMatchObject({ lines: before.length * 2, notices: (before.length + row!.filers) * 2 })
  expect(await together()).toEqual([0, 0, 0])
})

test('what reached somebody at the very moment they left is moved too, once they are away', async () => {
  const { leaveId } = await away(accounts.wang, '2026-11-20 13:00', '2026-11-23 00:00', accounts.li)
  const matter = await fileAs(community, 'zhou')
  expect(await ownerOf(matter)).toBe('李强')
  // Filed by a roster read a moment earlier.
  await community.rows('update demand set owner_id = $2, first_receiver_id = $2 where id = $1', [matter.demandId, accounts.wang])
  expect([await leaveDue(community.surroundings), await ownerOf(matter)]).toEqual([1, '李强'])
  // Or taken up again from rest.
  await community.rows(`update demand set owner_id = $2, lent_from = null, status = 'reopened', reopened = 1 where id = $1`, [matter.demandId, accounts.wang])
  expect([await leaveDue(community.surroundings), await ownerOf(matter)]).toEqual([1, '李强'])
  const { moved_out: counted } = await leaveOf(leaveId)
  community.setClock(shanghai('2026-11-23 00:00'))
  // One of them went twice.
  expect(await leaveDue(community.surroundings)).toBe(counted - 1)
})

test('nobody is given what they are kept from, and who comes back in the minute another leaves has it again before', async () => {
  const [kept, plain] = [await fileAs(community, 'zhou'), await fileAs(community, 'zheng')]
  await community.rows('update demand set kept_from = $2 where id = $1', [kept.demandId, accounts.li])
  await away(accounts.wang, '2026-11-20 13:00', '2026-11-25 00:00', accounts.li)
  expect([await ownerOf(kept), await ownerOf(plain)]).toEqual(['陈敏', '李强'])
  await away(accounts.li, '2026-11-25 00:00', '2026-11-27 00:00', accounts.wang)
  community.setClock(shanghai('2026-11-25 00:00'))
  await leaveDue(community.surroundings)
  expect([await ownerOf(kept), await ownerOf(plain), await history(plain)]).toEqual(['王芳', '王芳', ['王芳请假，11月25日 回来 → 李强', '王芳回来了 → 王芳']])
})

test('taken over by another meanwhile, it stays with them', async () => {
  const matter = await fileAs(community, 'zhou')
  const { leaveId } = await away(accounts.wang, '2026-11-20 13:00', '2026-11-25 00:00', accounts.li)
  await community.as('chen').demand.takeOver(matter)
  community.later({ minutes: 5 })
  await community.as('tang').organization.cancelLeave({ ...chunshen, leaveId })
  expect(await ownerOf(matter)).toBe('陈敏')
})

test('with nobody else there it stays where it is: an absent owner is better than none', async () => {
  await community.rows(`update post set until = '2026-11-19' where committee_id = $1 and kind <> 'leader'`, [chunshen.committeeId])
  await community.rows(`update post set until = '2026-11-19' where committee_id = $1 and kind = 'leader' and account_id <> $2`, [chunshen.committeeId, accounts.wang])
  const matter = await fileAs(community, 'zhou')
  const { movedOut } = await community.as('wang').organization.takeLeave({ ...chunshen, since: community.now(), until: shanghai('2026-11-23 00:00'), standInId: null })
  expect([movedOut, await ownerOf(matter)]).toEqual([0, '王芳'])
})

test('what does not go is refused by name and leaves nothing', async () => {
  const take = (input: object) => community.answerOf('wang', 'organization/takeLeave', { ...chunshen, since: shanghai('2026-11-24 00:00'), until: shanghai('2026-11-26 00:00'), standInId: null, ...input })
  const count = async () => (await community.rows('select from leave')).length
  const before = await count()
  expect(await take({ until: shanghai('2026-11-23 00:00') })).toMatchObject({ refusal: 'BadInput' })
  expect(await take({ since: shanghai('2026-11-01 00:00'), until: shanghai('2026-11-02 00:00') })).toMatchObject({ refusal: 'BadInput' })
  expect(await take({ until: shanghai('2028-11-23 00:00') })).toMatchObject({ refusal: 'BadInput' })
  expect(await take({ standInId: accounts.zhou })).toMatchObject({ refusal: 'NotServing' })
  expect(await take({ standInId: accounts.wang })).toMatchObject({ refusal: 'NotServing' })
  expect(await take({ standInId: cast.mengShouye.id })).toMatchObject({ refusal: 'NotServing' })
  expect(await count()).toBe(before)
  await take({ standInId: accounts.li })
  expect(await take({ since: shanghai('2026-11-25 00:00'), until: shanghai('2026-11-28 00:00') })).toMatchObject({ refusal: 'AlreadyAway' })
  expect(await community.answerOf('li', 'organization/takeLeave', { ...chunshen, since: shanghai('2026-11-25 00:00'), until: shanghai('2026-11-28 00:00'), standInId: accounts.wang })).toMatchObject({ refusal: 'StandInLoop' })
  expect(await count()).toBe(before + 1)
})

test('the timer moves nothing for a leave that is not running, and a person nothing of another’s', async () => {
  const { leaveId } = await away(accounts.wang, '2026-11-24 00:00', '2026-11-26 00:00', accounts.li)
  const matter = await fileAs(community, 'zhou')
  const move = JSON.stringify([{ demand: matter.demandId, old: accounts.wang, new: accounts.li, lent: accounts.wang, entry: '01900000-0000-7000-8000-000000000001', reason: 'x' }])
  const as = async (account: Id | null, sql: string, values: unknown[]) => {
    const client = await community.pool.connect()
    try {
      await client.query(account ? 'begin; set local role zx_app' : 'begin; set local role zx_jobs')
      await client.query(`select set_config('app.account', $1, true), set_config('app.committees', '', true), set_config('app.blocks', '', true)`, [account ?? ''])
      return await client.query(sql, values).then(() => 'done', (error: Error) => error.message)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const moves = 'select app.leave_moves($1, $2, $3, $4::jsonb, false)'
  expect(await as(null, moves, [chunshen.committeeId, leaveId, community.now(), move])).toBe('this leave is not running')
  expect(await as(accounts.li, moves, [chunshen.committeeId, leaveId, shanghai('2026-11-25 00:00'), move])).toBe('not one\'s own leave')
  expect(await as(accounts.wang, moves, [chunshen.committeeId, leaveId, shanghai('2026-11-25 00:00'), move])).toBe('done')
  expect(await as(accounts.wang, 'select app.move_demands($1, now(), $2::jsonb)', [chunshen.committeeId, move])).toContain('permission denied')
  expect(await as(accounts.wang, 'select app.post_moves($1, now(), $2::jsonb)', [chunshen.committeeId, move])).toBe('not one\'s own committee')
  expect(await as(accounts.wang, 'select app.due_moves($1, now(), $2::jsonb)', [chunshen.committeeId, '[]'])).toBe('not one\'s own committee')
  expect(await as(accounts.wang, 'select app.merge_blocks($1, $2, $3, now())', [chunshen.committeeId, chunshen.block(3), chunshen.block(2)])).toBe('not one\'s own committee')
  expect(await as(null, 'select app.ownerless_moves($1, now(), $2::jsonb)', [chunshen.committeeId, move])).toBe('somebody has it')
})
