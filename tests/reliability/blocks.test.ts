/** Leaders change, blocks are split and merged: whatever the order, nothing is ownerless, nothing is lost, and all that hangs on a building goes with it. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { cast } from '../../cloudfunctions/database/seed/people'
import { leaveDue } from '../../cloudfunctions/organization/leaveDue'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { askAs, fileAs, type Matter } from '../fixtures/scene'
import { outcomeOf } from '../access/table'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())
beforeEach(() => { community.later({ minutes: 1 }) })

const { committeeId } = chunshen
const tang = () => community.as('tang').organization
const nameOf = new Map(Object.values(cast).map((one) => [one.id, one.name]))
const ownerOf = async ({ demandId }: Matter) => nameOf.get((await community.rows<{ owner_id: Id }>('select owner_id from demand where id = $1', [demandId]))[0]!.owner_id)

/** What must be true of a committee at any time, counted apart from the functions that see to it. */
async function wrong(): Promise<string[]> {
  const asked: [string, string][] = [
    ['an open demand with nobody', `select from demand d where committee_id = $1 and status not in ('closed', 'withdrawn', 'declined')
      and owner_id not in (select account_id from post where committee_id = $1 and until is null)`],
    ['an open demand with its own filer', `select from demand where committee_id = $1 and filed_by = owner_id`],
    ['a household in another block than its building', `select from household h join building g on g.committee_id = h.committee_id and g.id = h.building_id where h.committee_id = $1 and h.block_id <> g.block_id`],
    ['a resident in another block than the household', `select from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id where r.committee_id = $1 and r.block_id <> h.block_id`],
    ['a request in another block than the household', `select from join_request j join household h on h.committee_id = j.committee_id and h.id = j.household_id where j.committee_id = $1 and j.state = 'waiting' and j.block_id <> h.block_id`],
    ['an open demand in a closed block', `select from demand d join block b on b.committee_id = d.committee_id and b.id = d.block_id where d.committee_id = $1 and b.closed_at is not null and d.status not in ('closed', 'withdrawn', 'declined')`],
    ['a building in a closed block', `select from building g join block b on b.committee_id = g.committee_id and b.id = g.block_id where g.committee_id = $1 and b.closed_at is not null`],
    ['a post at a closed block', `select from post p join block b on b.committee_id = p.committee_id and b.id = p.block_id where p.committee_id = $1 and b.closed_at is not null and p.until is null`],
    ['a block with two leaders', `select block_id from post where committee_id = $1 and kind = 'leader' and until is null group by 1 having count(*) > 1`],
    ['an open block without a leader', `select from block b where committee_id = $1 and closed_at is null and not exists (select from post p where p.committee_id = b.committee_id and p.block_id = b.id and p.kind = 'leader' and p.until is null)`],
  ]
  const found: string[] = []
  for (const [what, sql] of asked) if ((await community.rows(sql, [committeeId])).length > 0) found.push(what)
  return found
}

async function counts() {
  const [row] = await community.rows<Record<string, number>>(`select
    (select count(*)::int from demand where committee_id = $1 and status not in ('closed', 'withdrawn', 'declined')) as open, (select count(*)::int from demand where committee_id = $1) as demands,
    (select count(*)::int from household where committee_id = $1) as households, (select count(*)::int from resident where committee_id = $1) as residents,
    (select count(*)::int from join_request where committee_id = $1 and state = 'waiting') as requests, (select count(*)::int from building where committee_id = $1) as buildings`, [committeeId])
  return row!
}

test('a new leader takes over the open demands of the block, with a line in each; the old one keeps what is of other blocks only with a post', async () => {
  const own = await fileAs(community, 'zhou')
  const elsewhere = await fileAs(community, 'zhang', '电梯门夹人')
  await community.as('li').demand.handOver({ ...elsewhere, to: { accountId: accounts.wang }, reason: '' })
  await community.as('wang').demand.takeOver(elsewhere)
  const before = await counts()
  community.later({ minutes: 5 })
  const { moved } = await tang().appoint({ committeeId, accountId: cast.heYu.id, kind: 'leader', blockId: chunshen.block(3) })
  expect(moved).toBeGreaterThan(1)
  expect([await ownerOf(own), await ownerOf(elsewhere), await counts(), await wrong()]).toEqual(['何宇', '李强', before, []])
  expect((await community.rows<{ to_id: Id }>(`select to_id from notice where subject_id = $1 and about = 'demandMoved'`, [own.demandId])).map((row) => row.to_id).sort()).toEqual([accounts.zhou, cast.heYu.id].sort())
  const { thread, owner } = await community.as('zhou').demand.get(own)
  expect([owner, thread.at(-1)]).toMatchObject([{ name: '何宇', post: 'leader', blockName: '3块' }, { step: 'standIn', text: '3块换了块长', to: '何宇' }])
  expect(outcomeOf(await community.answerOf('wang', 'organization/roster', { committeeId }))).toBe('NotFound')
  expect((await community.rows('select from post where account_id = $1 and until is null', [accounts.wang]))).toEqual([])
})

test('appointing the same one again, somebody from outside, or for a block that is not there is refused', async () => {
  const appoint = (input: object) => community.answerOf('tang', 'organization/appoint', { committeeId, kind: 'leader', blockId: chunshen.block(3), accountId: cast.heYu.id, ...input })
  expect(await appoint({})).toMatchObject({ refusal: 'AlreadyHolds' })
  expect(await appoint({ accountId: accounts.zhou })).toMatchObject({ refusal: 'NotServing' })
  expect(await appoint({ accountId: cast.mengShouye.id })).toMatchObject({ refusal: 'NotServing' })
  expect(await appoint({ blockId: undefined })).toMatchObject({ refusal: 'BadInput' })
  expect(await appoint({ blockId: accounts.zhou, accountId: cast.jiangXin.id })).toMatchObject({ refusal: 'NotFound' })
  expect(await appoint({ kind: 'section', section: '平安办', accountId: cast.heYu.id })).toMatchObject({ refusal: 'NotServing' })
  expect(await appoint({ kind: 'section', accountId: cast.geMingchuan.id })).toMatchObject({ refusal: 'BadInput' })
})

test('one of the street is paired with a second committee, has what was passed on, and gives it back when the pairing ends', async () => {
  const { postId } = await tang().appoint({ committeeId, accountId: cast.geMingchuan.id, kind: 'section', section: '社区管理办' })
  const { sections } = await tang().listSettings({ committeeId })
  expect(sections.map((one) => `${one.staff.name} ${one.staff.section}`).sort()).toEqual(['孟守业 平安办', '葛明川 社区管理办'].sort())
  const matter = await fileAs(community, 'zhou', '围墙要修')
  await community.rows('update demand set owner_id = $2 where id = $1', [matter.demandId, cast.geMingchuan.id])
  community.later({ minutes: 5 })
  expect(await tang().endPost({ committeeId, postId })).toEqual({ moved: 1 })
  expect([await ownerOf(matter), await wrong()]).toEqual(['何宇', []])
})

test('a split takes households, residents, requests and open demands along; a merge gives them back', async () => {
  const request = await askAs(community, 'xu', 'block3')
  const matter = await fileAs(community, 'zhou', '楼道窗户关不上')
  const before = await counts()
  community.later({ minutes: 5 })
  const { blockId, name, households, moved } = await tang().splitBlock({ committeeId, blockId: chunshen.block(3), buildingIds: [chunshen.building(9), chunshen.building(11)], leaderId: cast.jiangXin.id })
  expect([name, households > 50, moved > 0, await ownerOf(matter), await counts(), await wrong()]).toEqual(['7块', true, true, '蒋昕', before, []])
  expect((await community.rows<{ block_id: Id }>('select block_id from join_request where id = $1', [request]))[0]!.block_id).toBe(blockId)
  expect((await community.as('zhou').account.home({ committeeId })).leader?.staff).toMatchObject({ name: '蒋昕', blockName: '7块' })
  expect(await community.answerOf('tang', 'organization/splitBlock', { committeeId, blockId, buildingIds: [chunshen.building(9), chunshen.building(11)], leaderId: cast.jiangXin.id })).toMatchObject({ refusal: 'LastBuilding' })
  expect(await community.answerOf('tang', 'organization/splitBlock', { committeeId, blockId, buildingIds: [chunshen.building(10)], leaderId: cast.jiangXin.id })).toMatchObject({ refusal: 'NotFound' })
  community.later({ minutes: 5 })
  expect(await community.answerOf('tang', 'organization/mergeBlocks', { committeeId, blockId, intoId: blockId })).toMatchObject({ refusal: 'BadInput' })
  await community.rows(`update post set until = $2 where block_id = $1 and kind = 'leader' and until is null`, [chunshen.block(4), community.now()])
  expect(await community.answerOf('tang', 'organization/mergeBlocks', { committeeId, blockId, intoId: chunshen.block(4) })).toMatchObject({ refusal: 'PostEmpty' })
  await community.rows(`update post set until = null where block_id = $1 and kind = 'leader' and until = $2`, [chunshen.block(4), community.now()])
  await tang().mergeBlocks({ committeeId, blockId, intoId: chunshen.block(3) })
  expect([await ownerOf(matter), await counts(), await wrong()]).toEqual(['何宇', before, []])
  expect((await tang().roster({ committeeId })).blocks.map((block) => block.name)).toEqual(['1块', '2块', '3块', '4块', '5块', '6块'])
  await community.rows('delete from join_request where id = $1', [request])
})

test('a new leader who is away does not get what has to be done now; it is lent, and comes with the end of the leave', async () => {
  const matter = await fileAs(community, 'zhou', '信箱门掉了')
  community.later({ minutes: 1 })
  const until = new Date(Date.parse(community.now()) + 2 * 86_400_000).toISOString()
  await tang().takeLeave({ committeeId, accountId: cast.fanChen.id, since: community.now(), until, standInId: accounts.li })
  community.later({ minutes: 1 })
  await tang().appoint({ committeeId, accountId: cast.fanChen.id, kind: 'leader', blockId: chunshen.block(3) })
  expect([await ownerOf(matter), await wrong()]).toEqual(['李强', []])
  community.setClock(until)
  await leaveDue(community.surroundings)
  expect([await ownerOf(matter), await wrong()]).toEqual(['范晨', []])
})

test('what is taken up again from one who left goes to who leads the block now', async () => {
  const matter = await fileAs(community, 'zhou', '灯又不亮了')
  await community.as('tang').demand.answer({ ...matter, text: '换好了。' })
  await community.as('zhou').demand.confirm(matter)
  // 王芳 had it when it was closed, and has left since.
  await community.rows(`update demand set owner_id = $2, status = 'reopened', closed_at = null, closed_how = null where id = $1`, [matter.demandId, accounts.wang])
  expect(await wrong()).toEqual(['an open demand with nobody'])
  expect(await leaveDue(community.surroundings)).toBe(1)
  expect([await ownerOf(matter), await wrong()]).toEqual(['范晨', []])
})

/** One change, by numbers that are folded onto what is there when it comes. */
type Change =
  | { do: 'split'; block: number; buildings: number[]; leader: number }
  | { do: 'merge'; block: number; into: number }
  | { do: 'appoint'; block: number; leader: number }
  | { do: 'leave'; who: number; standIn: number | null; hours: number }
  | { do: 'file'; who: 'zhou' | 'zhang' | 'lin' | 'xu' }
  | { do: 'timer' }

const n = fc.nat(30)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('split' as const), block: n, buildings: fc.array(n, { minLength: 1, maxLength: 3 }), leader: n }),
  fc.record({ do: fc.constant('merge' as const), block: n, into: n }),
  fc.record({ do: fc.constant('appoint' as const), block: n, leader: n }),
  fc.record({ do: fc.constant('leave' as const), who: n, standIn: fc.option(n), hours: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ do: fc.constant('file' as const), who: fc.constantFrom('zhou', 'zhang', 'lin', 'xu') }),
  fc.constant({ do: 'timer' as const }),
)

/** Splits, merges, new leaders, leave and filings in any order: run on the same committee, one after the other. */
test('random changes leave nothing ownerless and lose nothing', async () => {
  const done: Record<string, number> = {}
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 8 }), async (changes) => {
    for (const one of changes) {
      community.later({ hours: 1 })
      const { blocks } = await tang().roster({ committeeId })
      const { people } = await tang().listLeave({ committeeId })
      const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!
      const workers = [cast.heYu, cast.jiangXin, cast.fanChen, cast.chengYue, cast.sunMei, cast.guYuqing, cast.liQiang, cast.maLin].map((person) => person.id)
      const before = await counts()
      const input = (): [`organization/${string}`, object] | null => {
        if (one.do === 'split') {
          const block = at(blocks, one.block)
          return ['organization/splitBlock', { committeeId, blockId: block.id, buildingIds: [...new Set(one.buildings.map((index) => at(block.buildings, index).id))], leaderId: at(workers, one.leader) }]
        }
        if (one.do === 'merge') return ['organization/mergeBlocks', { committeeId, blockId: at(blocks, one.block).id, intoId: at(blocks, one.into).id }]
        if (one.do === 'appoint') return ['organization/appoint', { committeeId, kind: 'leader', blockId: at(blocks, one.block).id, accountId: at(workers, one.leader) }]
        if (one.do === 'leave') {
          const until = new Date(Date.parse(community.now()) + one.hours * 3_600_000).toISOString()
          return ['organization/takeLeave', { committeeId, accountId: at(people, one.who).accountId, since: community.now(), until, standInId: one.standIn === null ? null : at(people, one.standIn).accountId }]
        }
        return null
      }
      const call = input()
      let filed = 0
      if (one.do === 'file') {
        await fileAs(community, one.who, '又有一件')
        filed = 1
      } else if (one.do === 'timer') await leaveDue(community.surroundings)
      else {
        const outcome = outcomeOf(await community.answerOf('tang', call![0] as 'organization/appoint', call![1]))
        expect(['ok', 'LastBuilding', 'NotServing', 'AlreadyHolds', 'AlreadyAway', 'StandInLoop', 'BadInput']).toContain(outcome)
        if (outcome === 'ok') done[one.do] = (done[one.do] ?? 0) + 1
      }
      expect(await wrong()).toEqual([])
      expect(await counts()).toEqual({ ...before, open: before.open! + filed, demands: before.demands! + filed })
    }
  }), { numRuns: 25, endOnFailure: true })
  expect(Object.keys(done).sort()).toEqual(['appoint', 'leave', 'merge', 'split'])
}, 300_000)
